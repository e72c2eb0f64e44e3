import { library } from "../../../src/data/library";
import type { Entry } from "../../../src/domain/entry";
import type { Scheme } from "../../../src/domain/scheme/scheme";
import { atOnce } from "../../../src/domain/steps";
import type { Cells } from "../../../src/workbook/adoption/body";
import { readOwnChart } from "../../../src/domain/scheme/own-chart";
import { type HeadingRows, recogniseColumns, rowsOfText } from "../../../src/workbook/adoption/recognition";
import { type Recognition, type RecognitionAnswer, Survey } from "../../../src/workbook/adoption/survey";

/** The factor names as the scoring chart of chapter seven (NHS) and the matrix (NJC) print them. */
const NHS = [
  "Communication and relationship skills",
  "Knowledge, training and experience",
  "Analytical skills",
  "Planning and organisation skills",
  "Physical skills",
  "Patient/client care",
  "Policy and service",
  "Finance and physical",
  "Staff/HR/leadership/training",
  "Information resources",
  "Research and development",
  "Freedom to act",
  "Physical effort",
  "Mental effort",
  "Emotional effort",
  "Working conditions",
];
const NJC = [
  "Knowledge",
  "Mental Skills",
  "Interpersonal and Communication Skills",
  "Physical Skills",
  "Initiative and Independence",
  "Physical Demands",
  "Mental Demands",
  "Emotional Demands",
  "Responsibility for People",
  "Responsibility for Supervision",
  "Responsibility for Financial Resources",
  "Responsibility for Physical Resources",
  "Working Conditions",
];
const UNTOLD = "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Omicron Rho Sigma Tau Upsilon".split(" ");
const NHS_LEVELS: Entry[] = ["4a", 6, 4, 4, 2, 1, 3, "4a", "4a", "4b", 1, 4, 1, "3a", 2, 1];
const NJC_LEVELS: Entry[] = [3, 3, 3, 2, 3, 1, 2, 1, 2, 1, 1, 2, 1];

function recognise(cells: Cells, scheme?: Scheme, headings?: HeadingRows): RecognitionAnswer {
  const survey = new Survey((top) => recogniseColumns(top, { scheme, headings }));
  atOnce(survey.take(cells));
  return atOnce(survey.answer());
}

const jobs = (levels: readonly Entry[], count = 4): Entry[][] =>
  Array.from({ length: count }, (_, index) => [`J-${index + 101}`, `Analyst ${"ABCDEF"[index] ?? ""}`, ...levels]);

function found(cells: Entry[][], scheme?: "NHS" | "NJC"): Recognition {
  const width = Math.max(...cells.map((row) => row.length));
  const square = cells.map((row) => [...row, ...Array<Entry>(width - row.length).fill("")]);
  const answer = recognise(
    square,
    library.schemes.find(({ name }) => name === scheme),
  );
  if (answer.kind !== "register") throw new Error(JSON.stringify(answer));
  return answer.recognition;
}

const columnsOf = ({ factors }: Recognition): (number | undefined)[] => factors.map((factor) => factor?.column);
const from = (start: number, count: number): number[] => Array.from({ length: count }, (_, index) => start + index);

test.each([
  ["NHS", NHS, NHS_LEVELS],
  ["NJC", NJC, NJC_LEVELS],
] as const)("the document's own factor names, %s", (name, names, levels) => {
  const recognition = found([["Job ID", "Job title", ...names], ...jobs(levels)]);
  expect(recognition.scheme.name).toBe(name);
  expect(columnsOf(recognition)).toEqual(from(2, names.length));
  expect(recognition.columns).toEqual({ id: 0, title: 1 });
  expect([recognition.headingRow, recognition.headingRows, recognition.jobs]).toEqual([0, 1, 4]);
});

test("title rows, numbered headings, other columns before and between", () => {
  const cells: Entry[][] = [
    ["Dunmarrow Trust: job evaluation register"],
    ["Updated by the job evaluation lead in March"],
    [],
    ["Post ref", "Directorate", "Role", "WTE", ...NHS.map((name, index) => `${index + 1}. ${name}`), "Total score", "AfC band"],
    ...jobs(NHS_LEVELS).map(([id = "", title = "", ...levels]) => [id, "Digital", title, 1.5, ...levels, 466, 7]),
  ];
  const recognition = found(cells);
  expect(recognition.headingRow).toBe(3);
  expect(columnsOf(recognition)).toEqual(from(4, 16));
  expect(recognition.columns).toEqual({ id: 0, department: 1, title: 2, fte: 3, score: 20, band: 21 });
});

test("factors out of order with evidence columns between", () => {
  const order = [3, 0, 15, 1, 2, 4, 5, 14, 6, 7, 8, 9, 10, 11, 12, 13];
  const cells: Entry[][] = [
    ["Job title", ...order.flatMap((place) => [NHS[place] ?? "", `${NHS[place] ?? ""} - evidence`])],
    ...jobs(NHS_LEVELS).map(([, title = ""]) => [
      title,
      ...order.flatMap((place) => [NHS_LEVELS[place] ?? "", "see job description, paragraph 3"]),
    ]),
  ];
  expect(columnsOf(found(cells))).toEqual(NHS.map((_, place) => 1 + 2 * order.indexOf(place)));
});

test("two rows of headings: a merged factor over level and evidence", () => {
  const cells: Entry[][] = [
    ["Job ID", "Job title", ...NHS.flatMap((name) => [name, ""])],
    ["", "", ...NHS.flatMap(() => ["Level", "Evidence"])],
    ...jobs(NHS_LEVELS).map(([id = "", title = ""]) => [id, title, ...NHS_LEVELS.flatMap((level) => [level, "interview"])]),
  ];
  const recognition = found(cells);
  expect([recognition.headingRow, recognition.headingRows]).toEqual([1, 2]);
  expect(columnsOf(recognition)).toEqual(from(0, 16).map((place) => 2 + 2 * place));
  expect(recognition.columns).toEqual({ id: 0, title: 1 });
});

test("two rows of headings: groups over factors, as the NJC matrix prints them", () => {
  const cells: Entry[][] = [
    ["", "", "Knowledge and skills", "", "", "", "Effort demands", "", "", "", "Responsibilities", "", "", "", "Environmental demands"],
    ["Ref", "Post", ...NJC],
    ...jobs(NJC_LEVELS),
  ];
  const recognition = found(cells);
  expect([recognition.scheme.name, recognition.headingRow]).toEqual(["NJC", 1]);
  expect(columnsOf(recognition)).toEqual(from(2, 13));
});

test("the same names over levels and over evidence", () => {
  const cells: Entry[][] = [
    ["", "", "Levels", ...Array<Entry>(15).fill(""), "Evidence", ...Array<Entry>(15).fill("")],
    ["Job ID", "Job title", ...NHS, ...NHS],
    ...jobs(NHS_LEVELS).map((row) => [...row, ...NHS.map(() => "observed")]),
  ];
  expect(columnsOf(found(cells))).toEqual(from(2, 16));
});

test("points under a factor's name are no levels", () => {
  // The points of the levels above, by the scoring chart of chapter seven.
  const points = [32, 156, 42, 42, 15, 4, 21, 32, 32, 24, 5, 32, 3, 12, 11, 3];
  const cells: Entry[][] = [
    ["Job title", ...NHS.flatMap((name) => [`${name} pts`, name])],
    ...jobs(NHS_LEVELS).map(([, title = ""]) => [title, ...NHS_LEVELS.flatMap((level, place) => [points[place] ?? 0, level])]),
  ];
  expect(columnsOf(found(cells))).toEqual(from(0, 16).map((place) => 2 + 2 * place));
});

test.each([
  ["F1", (place: number) => `F${place}`],
  ["Factor 1", (place: number) => `Factor ${place}`],
  ["1", (place: number) => String(place)],
  ["Factor 1 level", (place: number) => `Factor ${place} level`],
])("headings such as %s are a series", (_name, head) => {
  const nhs = found([["Job ID", "Job title", ...from(1, 16).map(head)], ...jobs(NHS_LEVELS)]);
  expect([nhs.scheme.name, columnsOf(nhs)]).toEqual(["NHS", from(2, 16)]);
  const njc = found([["Job ID", "Job title", ...from(1, 13).map(head)], ...jobs(NJC_LEVELS)]);
  expect([njc.scheme.name, columnsOf(njc)]).toEqual(["NJC", from(2, 13)]);
});

test("levels stored as text, with brackets, and a few slips are levels all the same", () => {
  const texts = NHS_LEVELS.map((level) => `Level ${level as string}`);
  const cells: Entry[][] = [
    ["Job title", ...NHS],
    ["Analyst A", ...texts],
    ["Analyst B", ...texts],
    ["Analyst C", ...texts.slice(0, 15), "tbc"],
  ];
  const recognition = found(cells);
  expect(columnsOf(recognition)).toEqual(from(1, 16));
  expect(recognition.jobs).toBe(3);
});

test("a heading that says nothing between two known factors is proposed, and said to be", () => {
  const names = NHS.map((name, place) => (place === 3 ? "P & O lvl" : name));
  const recognition = found([["Job ID", "Job title", ...names], ...jobs(NHS_LEVELS)]);
  expect(recognition.factors[3]).toEqual({ column: 5, why: "between" });
});

test("sixteen columns of levels without headings that tell are taken in order, and said to be", () => {
  const recognition = found([
    ["Key", "What", ...from(1, 16).map((place) => `Column${"abcdefghijklmnop"[place - 1] ?? ""}`)],
    ...jobs(NHS_LEVELS),
  ]);
  expect(recognition.factors).toEqual(from(2, 16).map((column) => ({ column, why: "order" })));
  expect(recognition.columns).toMatchObject({ id: 0, title: 1 });
});

describe("a job's row is never taken for the headings", () => {
  // A heading that no list knows, first or last; the names beside it are the chart's.
  const last = NHS.with(15, "Hazards");
  const order = [15, 0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 1];
  test("one heading unknown: the others tell the row, and the unknown one is asked for", () => {
    const recognition = found([["Ref", "Title", ...last], ...jobs(NHS_LEVELS, 6)]);
    expect([recognition.headingRow, recognition.jobs]).toEqual([0, 6]);
    expect(columnsOf(recognition)).toEqual([...from(2, 15), undefined]);
  });
  test("out of order: the fifteen good headings stand", () => {
    const recognition = found([
      ["Ref", "Title", ...order.map((place) => last[place] ?? "")],
      ...jobs(
        order.map((place) => NHS_LEVELS[place] ?? 0),
        6,
      ),
    ]);
    expect([recognition.headingRow, recognition.jobs]).toEqual([0, 6]);
    expect(columnsOf(recognition)).toEqual(NHS.map((_, place) => (place === 15 ? undefined : 2 + order.indexOf(place))));
  });
  test.each<Entry>(["", "n/a", "TBC", true, 2.5, 9, "2-3a", 45720, "?", "4c"])("a job with %p for a level stays a job", (slip) => {
    for (const names of [last, UNTOLD]) {
      const rows = jobs(NHS_LEVELS, 6).map((row, job) => (job === 3 ? row.with(3, slip) : row));
      const recognition = found([["Ref", "Title", ...names], ...rows]);
      expect([recognition.headingRow, recognition.jobs]).toEqual([0, 6]);
    }
  });
});

describe("two levels a factor: which is meant is asked, not guessed", () => {
  const pairs = NHS.map((_, place) => [2 + 2 * place, 3 + 2 * place]);
  const body = jobs(NHS_LEVELS, 6).map(([id = "", title = "", ...levels]) => [id, title, ...levels.flatMap((level) => [1, level])]);
  test.each([
    [
      "under merged names",
      [
        ["", "", ...NHS.flatMap((name) => [name, ""])],
        ["Ref", "Title", ...NHS.flatMap(() => ["Claimed", "Agreed"])],
      ],
    ],
    [
      "in one row",
      [["Ref", "Title", ...NHS.flatMap((name, place) => [`${place + 1} ${name} (claimed)`, `${place + 1} ${name} (agreed)`])]],
    ],
  ])("%s", (_name, heads) => {
    const recognition = found([...heads, ...body]);
    expect([recognition.headingRow, recognition.jobs, recognition.columns]).toEqual([heads.length - 1, 6, { id: 0, title: 1 }]);
    expect(columnsOf(recognition)).toEqual(NHS.map(() => undefined));
    expect(recognition.rivals).toEqual(pairs);
  });
  test("a plain name is proposed, and the other column that bears it is named", () => {
    const recognition = found([["Ref", "Title", ...NHS.flatMap((name) => [name, `${name} agreed`])], ...body]);
    expect(columnsOf(recognition)).toEqual(pairs.map(([first]) => first));
    expect(recognition.rivals).toEqual(pairs.map(([, second]) => [second]));
  });
});

test("a name with another factor's number is not certain", () => {
  const recognition = found([["Ref", "Title", ...NHS.with(3, "12. Planning and organisation skills")], ...jobs(NHS_LEVELS)]);
  expect(recognition.factors[3]).toEqual({ column: 5, why: "similar" });
});

test("a first job with words for its levels is a job, not a second row of headings", () => {
  const waiting = ["J-100", "Porter", ...NHS.map(() => "TBC")];
  const recognition = found([["Ref", "Title", ...NHS], waiting, ...jobs(NHS_LEVELS)]);
  expect([recognition.headingRow, recognition.headingRows, recognition.jobs]).toEqual([0, 1, 5]);
});

test("a factor without a column stays without one", () => {
  const recognition = found([["Job ID", "Job title", ...NHS.filter((_, place) => place !== 15)], ...jobs(NHS_LEVELS.slice(0, 15))]);
  expect(recognition.factors[15]).toBeNull();
  expect(recognition.factors.filter((factor) => factor === null)).toHaveLength(1);
});

test("totals, sections and repeated headings are left out, each named by its row; a job called after a total is not", () => {
  const heading = ["Job ID", "Job title", ...NHS];
  const sums = NHS_LEVELS.map(() => 12);
  const cells: Entry[][] = [
    heading,
    ["Digital services"],
    ...jobs(NHS_LEVELS, 2),
    ["", "Digital Total", ...sums],
    heading,
    ["J-301", "Total Rewards Manager", ...NHS_LEVELS],
    ["J-302", "New post, no levels yet"],
    [],
    ["Grand Total", "", ...sums],
  ];
  const recognition = found(cells);
  expect(recognition.jobs).toBe(4);
  expect(recognition.leftOut).toEqual([
    { row: 1, why: "section" },
    { row: 4, why: "total" },
    { row: 5, why: "heading" },
    { row: 9, why: "total" },
  ]);
});

describe("a scheme of one's own with few factors: levels that read like factor numbers", () => {
  const chart = readOwnChart([
    ["Knowledge and skills", 10, 25, 60],
    ["Responsibility for people", 5, 15, 40],
    ["Working environment", 2.5, 7.5, 12.5],
  ]);
  const JOBS: Entry[][] = [
    ["P-1", "Librarian", 1, 2, 3, "quiet"],
    ["P-2", "Manager", 3, 2, 1, ""],
    ["P-3", "Porter", "2", "1", "3", ""],
  ];
  const told = (cells: Entry[][]) => {
    const answer = recognise(cells, chart.ok ? chart.value : undefined);
    return answer.kind === "register"
      ? [answer.recognition.headingRow, columnsOf(answer.recognition), answer.recognition.jobs]
      : answer.kind;
  };
  const blank = Array<Entry>(6).fill("");

  test("a job of levels 1, 2, 3 is a job, and columns that no heading names wait for the person", () => {
    const headings = ["Post no", "Post", "Environment", "People", "Know-how", "Comment"];
    expect(told([["Our jobs", "", "", "", "", ""], blank, headings, ...JOBS])).toEqual([2, [undefined, undefined, 2], 3]);
  });
  test("nor does a sheet without headings lose its first job", () => {
    expect(told(JOBS)).not.toEqual([0, [2, 3, 4], 2]);
  });
  test("numbers beside other headings are headings", () => {
    expect(told([["Post no", "Post", 1, 2, 3, "Comment"], ...JOBS])).toEqual([0, [2, 3, 4], 3]);
  });
});

describe("two schemes on one sheet are refused", () => {
  const refusal = (cells: Entry[][]) => recognise(cells.map((row) => [...row, ...Array<Entry>(40 - row.length).fill("")]));
  test("by a scheme column", () => {
    const rows = jobs(NHS_LEVELS).map((row, index) => [...row, index === 2 ? "NJC" : "NHS"]);
    expect(refusal([["Job ID", "Job title", ...NHS, "Scheme"], ...rows])).toEqual({
      kind: "two-schemes",
      schemes: ["NHS", "NJC"],
      row: null,
    });
  });
  test("by two sets of columns", () => {
    const rows = jobs(NHS_LEVELS).map((row) => [...row, ...NJC_LEVELS]);
    expect(refusal([["Job ID", "Job title", ...NHS, ...NJC], ...rows])).toMatchObject({ kind: "two-schemes" });
  });
  test("by a second heading row", () => {
    const cells: Entry[][] = [
      ["Job ID", "Job title", ...NHS],
      ...jobs(NHS_LEVELS),
      [],
      ["Job ID", "Job title", ...NJC],
      ...jobs(NJC_LEVELS),
    ];
    expect(refusal(cells)).toEqual({ kind: "two-schemes", schemes: ["NHS", "NJC"], row: 6 });
  });
});

test("cells without headings are no register", () => {
  expect(recognise([])).toEqual({ kind: "no-headings" });
  expect(recognise([[1, 2, 3]])).toEqual({ kind: "no-headings" });
});

test("a scheme that the person names is the one looked for", () => {
  const recognition = found([["Job ID", "Job title", ...from(1, 16).map((place) => `F${place}`)], ...jobs(NHS_LEVELS)], "NJC");
  expect([recognition.scheme.name, recognition.factors.length]).toEqual(["NJC", 13]);
});

describe("the row of headings that the person names", () => {
  // A list of the factors with weights in the first rows names them better than the headings do.
  const cells: Entry[][] = [
    ["", "Weights", ...NHS],
    ["", "", ...NHS.map(() => 1)],
    ["", "Cluster A", ...NHS.map((_, place) => (place === 0 ? "Levels" : ""))],
    ["Ref", "Post", ...from(1, 16).map((place) => `F${place}`)],
    ...jobs(NHS_LEVELS),
  ];
  const told = (headings?: HeadingRows): Recognition => {
    const answer = recognise(cells, undefined, headings);
    if (answer.kind !== "register") throw new Error(JSON.stringify(answer));
    return answer.recognition;
  };

  test("is taken instead of the one that looks most like it", () => {
    expect(told()).toMatchObject({ headingRow: 0, headingRows: 1 });
    expect(told({ lower: 3, upper: null })).toMatchObject({ headingRow: 3, headingRows: 1, jobs: 4, columns: { id: 0, title: 1 } });
    expect(columnsOf(told({ lower: 3, upper: null }))).toEqual(from(2, 16));
  });

  test("holds with the row above it where that is asked for", () => {
    const recognition = told({ lower: 3, upper: 2 });
    expect(recognition).toMatchObject({ headingRow: 3, headingRows: 2, jobs: 4 });
    expect(recognition.headings.slice(1, 4)).toEqual(["Cluster A / Post", "Levels / F1", "Levels / F2"]);
  });

  test("is one of the rows that hold several texts", () => {
    expect(rowsOfText(cells).map(({ row }) => row)).toEqual([0, 2, 3, 4, 5, 6, 7]);
    expect(rowsOfText(cells)[2]?.text).toBe("Ref, Post, F1, F2");
  });
});

describe("a long sheet, some rows at a time", () => {
  const TEXT_LEVELS: Entry[] = ["4a", "6", "4", "4", "2", "1", "3", "4a", "4a", "4b", "1", "4", "1", "3a", "2", "1"];
  /** Every hundredth row is a total; 1,200 rows, so that the columns are told long before the end. */
  const long = (extra: readonly string[] = [], more: (row: number) => readonly Entry[] = () => []): Entry[][] => [
    ["Job ID", "Job title", ...NHS, ...extra],
    ...Array.from({ length: 1200 }, (_, row): Entry[] =>
      row % 100 === 99 ? ["", "Total", ...NHS.map(() => ""), ...more(row)] : [`J-${row + 1}`, "Analyst", ...TEXT_LEVELS, ...more(row)],
    ),
  ];
  const inParts = (cells: Cells, rows: number): RecognitionAnswer => {
    const survey = new Survey((top) => recogniseColumns(top));
    for (let at = 0; at < cells.length && !survey.hopeless; at += rows) atOnce(survey.take(cells.slice(at, at + rows)));
    return atOnce(survey.answer());
  };

  test("each pair of a row that may hold the headings and a scheme is a step of its own", () => {
    const survey = new Survey((top) => recogniseColumns(top));
    // Fifty rows with two texts or more, and two published schemes.
    const steps = survey.take(long().slice(0, 500));
    let count = 1;
    while (steps.next().done !== true) count++;
    expect(count).toBeGreaterThanOrEqual(100);
    expect(atOnce(survey.answer())).toMatchObject({ kind: "register", recognition: { headingRow: 0 } });
  });

  test("the parts make no difference", () => {
    const whole = recognise(long());
    expect(whole).toMatchObject({ kind: "register", recognition: { jobs: 1188 } });
    if (whole.kind !== "register") return;
    expect(whole.recognition.leftOut.map(({ row }) => row)).toEqual(from(1, 12).map((hundred) => hundred * 100));
    for (const rows of [1, 7, 449, 450, 451, 500, 1200]) expect(inParts(long(), rows)).toEqual(whole);
  });

  test("headings of the other scheme far below", () => {
    const cells = long().with(1000, ["", "", ...NJC, "", "", ""]);
    expect(inParts(cells, 500)).toEqual({ kind: "two-schemes", schemes: ["NHS", "NJC"], row: 1000 });
  });

  test("a scheme column that names the other scheme far below", () => {
    const named = (row: number): readonly Entry[] => [row === 1100 ? "njc" : "NHS JES"];
    expect(inParts(long(["Scheme"], named), 500)).toEqual({ kind: "two-schemes", schemes: ["NHS", "NJC"], row: null });
    expect(
      inParts(
        long(["Scheme"], () => ["NHS JES"]),
        500,
      ),
    ).toMatchObject({ kind: "register", recognition: { jobs: 1188 } });
  });
});

describe("a sheet without headings", () => {
  test.each([
    ["NHS", NHS_LEVELS],
    ["NJC", NJC_LEVELS],
  ] as const)("%s: the first job is not taken for headings", (_, levels) => {
    expect(recognise(jobs(levels))).toEqual({ kind: "job-on-top", row: 0 });
    // A title above them heads nothing.
    const title = ["Jobs of the estates department", ...Array<string>(levels.length + 1).fill("")];
    expect(recognise([title, ...jobs(levels)])).toEqual({ kind: "job-on-top", row: 1 });
  });

  test("a person who names the row all the same is believed", () => {
    expect(recognise(jobs(NHS_LEVELS), undefined, { lower: 0, upper: null }).kind).toBe("register");
  });

  test("numbers of factors above levels are headings", () => {
    const numbers = NHS.map((_, index) => index + 1);
    expect(columnsOf(found([["Job ID", "Job title", ...numbers], ...jobs(NHS_LEVELS)]))).toEqual(from(2, 16));
    expect(columnsOf(found([["Job ID", "Job title", ...numbers.map((number) => `Level ${number}`)], ...jobs(NHS_LEVELS)]))).toEqual(
      from(2, 16),
    );
  });
});

test("headings cut short, as narrow columns make people write them", () => {
  const short = [...NHS.slice(0, 12), "Physical eff", "Mental eff.", "Emot effort", "Working conds"];
  expect(columnsOf(found([["Job ID", "Job title", ...short], ...jobs(NHS_LEVELS)]))).toEqual(from(2, 16));
});

test("further words for columns of people and of the band before", () => {
  const { columns } = found([["Job ID", "Job title", ...NHS, "Staff (WTE)", "Band (old)"], ...jobs([...NHS_LEVELS, 2.5, 5])]);
  expect(columns).toEqual({ id: 0, title: 1, fte: 18, currentBand: 19 });
});
