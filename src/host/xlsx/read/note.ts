import { parseAddress } from "../../workbook/address";
import type { Note } from "../../workbook/rule";
import { child, children, unescapeCellText, type XmlElement } from "../xml";

export function readNotes(root: XmlElement | undefined): Note[] {
  const authors = children(child(root, "authors"), "author").map(({ text }) => unescapeCellText(text));
  return children(child(root, "commentList"), "comment").flatMap((comment) => {
    const place = parseAddress(comment.attributes["ref"] ?? "")?.area;
    if (!place) return [];
    const text = readRichText(child(comment, "text"));
    return [{ row: place.row, column: place.column, text, author: authors[Number(comment.attributes["authorId"] ?? 0)] ?? "" }];
  });
}

/** A text in one piece or in runs that look different; how it is pronounced is no part of it. */
export function readRichText(element: XmlElement | undefined): string {
  const pieces = (element?.children ?? []).flatMap((piece) =>
    piece.name === "t" ? [piece] : piece.name === "r" ? children(piece, "t") : [],
  );
  return unescapeCellText(pieces.map(({ text }) => text).join(""));
}
