import { HostFailure } from "../executor/failure";
import { hostObject, isHostObject, missing, type HostObject, type HostType } from "../executor/host-type";
import type { SheetPort } from "../workbook/port";
import type { Note } from "../workbook/rule";
import type { Book } from "./book";
import { requireAllowed } from "./guard";
import { rangeObject } from "./range";
import { findSheet, rangeGiven, RangeReference } from "./reference";

/** The comments of the workbook or of one sheet. The grid has notes, so a comment is kept as one, without replies. */
interface CommentCollection {
  readonly book: Book;
  readonly sheet?: SheetPort;
}

interface Comment {
  readonly book: Book;
  readonly range: RangeReference;
}

const author = "Add-in";

export const commentCollectionType: HostType<CommentCollection> = {
  name: "CommentCollection",
  items: (collection) => commentsOf(collection),
  item: (collection, key) => present(find(collection, key), key),
  methods: {
    Add: (collection, place: unknown, content: unknown) => {
      const range = cellGiven(collection, place);
      requireAllowed(range.sheet, "allowEditObjects");
      const { row, column } = range.area;
      if (noteAt(range)) throw new HostFailure("ItemAlreadyExists", `${range.address} already has a comment.`);
      range.sheet.setNote(row, column, { text: readContent(content), author });
      return commentObject(range);
    },
    GetCount: (collection) => commentsOf(collection).length,
    GetItemAt: (collection, index: number) => present(commentsOf(collection)[index] ?? missing, index),
    GetItemByCell: (collection, place: unknown) => {
      const range = cellGiven(collection, place);
      return present(noteAt(range) ? commentObject(range) : missing, range.address);
    },
    GetItemOrNullObject: find,
  },
};

const commentType: HostType<Comment> = {
  name: "Comment",
  id: idOf,
  properties: {
    Id: { get: idOf },
    AuthorName: { get: ({ range }) => note(range).author },
    Content: {
      get: ({ range }) => note(range).text,
      set: ({ range }, text: string) => {
        requireAllowed(range.sheet, "allowEditObjects");
        range.sheet.setNote(range.area.row, range.area.column, { ...note(range), text });
      },
    },
  },
  methods: {
    Delete: ({ range }) => {
      requireAllowed(range.sheet, "allowEditObjects");
      range.sheet.setNote(range.area.row, range.area.column, undefined);
    },
    GetLocation: ({ range }) => rangeObject(range),
  },
};

function commentObject(range: RangeReference): HostObject {
  return hostObject(commentType, { book: range.book, range });
}

/** By its place: a comment that moves has another id afterwards. */
function idOf({ range: { sheet, area } }: Comment): string {
  return `{${sheet.id}:${area.row}:${area.column}}`;
}

function commentsOf({ book, sheet }: CommentCollection): readonly HostObject[] {
  const sheets = sheet ? [sheet] : book.port.sheets();
  return sheets.flatMap((own) =>
    [...own.notes()]
      .sort((a, b) => a.row - b.row || a.column - b.column)
      .map(({ row, column }) => commentObject(new RangeReference(book, own, { row, column, rowCount: 1, columnCount: 1 }))),
  );
}

function find(collection: CommentCollection, key: unknown): HostObject | typeof missing {
  const [, sheetId, row, column] = /^\{(.*):(\d+):(\d+)\}$/.exec(String(key)) ?? [];
  const sheet = sheetId === undefined ? undefined : findSheet(collection.book, sheetId);
  if (!sheet || (collection.sheet && collection.sheet !== sheet)) return missing;
  const range = new RangeReference(collection.book, sheet, { row: Number(row), column: Number(column), rowCount: 1, columnCount: 1 });
  return noteAt(range) ? commentObject(range) : missing;
}

function present(found: HostObject | typeof missing, key: unknown): HostObject {
  if (found === missing) throw new HostFailure("ItemNotFound", `There is no comment at ${String(key)}.`);
  return found;
}

function cellGiven({ book, sheet }: CommentCollection, place: unknown): RangeReference {
  if (!sheet && !isHostObject(place) && !String(place).includes("!")) {
    throw new HostFailure("InvalidArgument", "The address of a comment names its worksheet.");
  }
  const range = rangeGiven(book, sheet ?? book.port.activeSheet(), place);
  const { rowCount, columnCount } = range.area;
  if (rowCount * columnCount !== 1) throw new HostFailure("InvalidArgument", `${range.address} is more than one cell.`);
  return range;
}

function noteAt({ sheet, area }: RangeReference): Note | undefined {
  return sheet.notes().find(({ row, column }) => row === area.row && column === area.column);
}

function note(range: RangeReference): Note {
  const found = noteAt(range);
  if (!found) throw new HostFailure("ItemNotFound", `${range.address} has no comment.`);
  return found;
}

/** A text, or a rich content of which the text counts. */
function readContent(content: unknown): string {
  const text = typeof content === "object" && content !== null && "richContent" in content ? content.richContent : content;
  if (typeof text !== "string" || text === "") throw new HostFailure("InvalidArgument", "A comment needs a text.");
  return text;
}
