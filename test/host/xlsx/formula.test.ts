import { fromFile, isDynamic, toFile } from "../../../src/host/xlsx/formula";

const place = { namespace: "JOB", table: "Register" };

/** Left as a person types it, right as a file has it ([MS-XLSX] 2.2.2 for the prefixes, ECMA-376 part 1, 18.17 for the rest). */
const pairs: readonly (readonly [typed: string, filed: string])[] = [
  ["=JOB.JESCORE(A1:P1)", "_xldudf_JOB_JESCORE(A1:P1)"],
  ['=IF(JOB.JEBAND(A1)="JOB.JEBAND(","JOB.X",1)', 'IF(_xldudf_JOB_JEBAND(A1)="JOB.JEBAND(","JOB.X",1)'],
  ["=XLOOKUP(1,A:A,B:B)", "_xlfn.XLOOKUP(1,A:A,B:B)"],
  ["=SORT(FILTER(A1:A9,B1:B9>1))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9>1))"],
  ["=STDEV.S(A1:A9)", "_xlfn.STDEV.S(A1:A9)"],
  ["=LET(x,1,y,x+1,x*y)", "_xlfn.LET(_xlpm.x,1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)"],
  ["=MAP(A1:A3,LAMBDA(v,v*2))", "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v*2))"],
  ["=SUM(B2#)", "SUM(_xlfn.ANCHORARRAY(B2))"],
  ["=SUM(Sheet2!B2#)", "SUM(_xlfn.ANCHORARRAY(Sheet2!B2))"],
  ["=SUM('My sheet'!B2#)+1", "SUM(_xlfn.ANCHORARRAY('My sheet'!B2))+1"],
  ["=@A1:A9+1", "_xlfn.SINGLE(A1:A9)+1"],
  ["=@INDEX(A1:A9,1)", "_xlfn.SINGLE(INDEX(A1:A9,1))"],
  ["=[@Score]+1", "Register[[#This Row],[Score]]+1"],
  ["=[@[Total points]]", "Register[[#This Row],[Total points]]"],
  ["=SUM(Other[Score])", "SUM(Other[Score])"],
  ["=SUM(Register[[#Headers],[Score]])", "SUM(Register[[#Headers],[Score]])"],
  ["='It''s'!A1&\"_xlfn.\"", "'It''s'!A1&\"_xlfn.\""],
  ["={1,2;3,4}", "{1,2;3,4}"],
  ["=A1=#N/A", "A1=#N/A"],
  ["=-2.5E-3%", "-2.5E-3%"],
];

test.each(pairs)("%s is %s in a file, and reads back", (typed, filed) => {
  expect(toFile(typed, place)).toBe(filed);
  expect(fromFile(filed, place)).toEqual({ typed });
});

test.each([
  ["=job.jescore(A1)", "_xldudf_JOB_JESCORE(A1)"],
  ["=SUM([Score])", "SUM(Register[Score])"],
  ["=xlookup(1,A:A,B:B)", "_xlfn.XLOOKUP(1,A:A,B:B)"],
])("%s is completed to %s", (typed, filed) => {
  expect(toFile(typed, place)).toBe(filed);
});

test("this row of another table names the table", () => {
  expect(toFile("=Pay[@Rate]", place)).toBe("Pay[[#This Row],[Rate]]");
  expect(fromFile("Pay[[#This Row],[Rate]]", place)).toEqual({ typed: "=Pay[@Rate]" });
});

test("the namespace is the add-in's, and another add-in's functions are left alone", () => {
  expect(toFile("=PAY.GAP(A1)", { namespace: "PAY" })).toBe("_xldudf_PAY_GAP(A1)");
  expect(fromFile("_xldudf_OTHER_FN(A1)", place)).toEqual({ typed: "=_xldudf_OTHER_FN(A1)" });
});

test.each(["[1]Sheet1!A1", "'[1]Pay 2024'!$A$1+1", "SUM([2]Pay!A1:A9)", "[1]!Rate"])("%s reads another workbook", (filed) => {
  expect(fromFile(filed, place)).toBe("external");
});

test.each(["Register[1]", "SUM(Register[2024])", '"[1]Sheet1!A1"'])("%s reads no other workbook", (filed) => {
  expect(fromFile(filed, place)).not.toBe("external");
});

/** Where an Excel without dynamic arrays would have taken one cell of a range. */
test.each([
  ["=SUM((A1:A9>3)*B1:B9)", true],
  ["=SUM(LEN(A1:A9))", true],
  ["=SUM(Register[Score]*2)", true],
  ["=SUM(Sheet2!A1:A9*2)", true],
  ["=SUM((A1:A9))*2", false],
  ["=SUM(Rates*2)", true],
  ["=IF(A1:A3,1,2)", true],
  ["=FILTER(A1:A9,B1:B9)", true],
  ["=SUM(JOB.JEPOINTS(A1:P1)*2)", true],
  ["=A1#", false],
  ["=SUM(A1#*2)", true],
  ["=SUM({1,2}*A1)", true],
  ["=SUM(A1:A9)+1", false],
  ["=JOB.JESCORE(A1:P1)", false],
  ["=IF(A1>3,A2,B2)", false],
  ["=SUM(Register[Score])", false],
  ["=[@Score]*2", false],
  ["=VLOOKUP(A1,Sheet2!A1:B9,2,FALSE)", false],
  ["=COUNTIF(A:A,A1)<2", false],
  ['=A1&"A1:A3*2"', false],
])("%s works on arrays: %s", (typed, expected) => {
  expect(isDynamic(typed, "JOB")).toBe(expected);
});
