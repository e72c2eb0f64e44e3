import { MemoryWorkbook } from "../../../src/host/workbook/memory";
import { convert, libreOfficeTest } from "../../support/libre-office";
import { at, save } from "../../support/workbook-file";

/** LibreOffice opens what is saved here, and what it saves opens here. */
describe("with LibreOffice", () => {
  libreOfficeTest("it shows the values that our formulas had, those of the add-in's functions too", async () => {
    const port = new MemoryWorkbook();
    const sheet = port.activeSheet();
    sheet.write(at("A1:F1"), [["Job", "Level", "Score", "Band", "Date", "None"].map((value) => ({ value }))]);
    sheet.write(at("A2:F2"), [
      [
        { value: "=not a formula" },
        { value: "3ab" },
        { value: 421, formula: "=JOB.JESCORE(B2:B17)" },
        { value: "6", formula: "=JOB.JEBAND([@Score])" },
        { value: 45_292 },
        { value: { error: "#N/A" } },
      ],
    ]);
    sheet.setNumberFormats(at("E2"), [["yyyy-mm-dd"]]);
    sheet.write(at("H1"), [[{ value: 421, formula: "=SUM(Register[Score])" }]]);
    sheet.write(at("H2"), [[{ value: 842, formula: "=Score*2" }]]);
    port.addTable(sheet, at("A1:F2"), "Register");
    port.setName("Score", "=Sheet1!$C$2");
    sheet.setNote(0, 0, { text: "A note", author: "Panel" });
    const csv = new TextDecoder().decode(convert(await save(port), "xlsx", "csv"));
    expect(csv.trim().split("\n")).toEqual(["Job,Level,Score,Band,Date,None,,421", "=not a formula,3ab,421,6,2024-01-01,#N/A,,842"]);
  });
});
