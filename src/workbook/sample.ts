import { nhsSample, njcSample, type SampleRegister } from "../data/register/sample";
import type { Outcome } from "./failure";
import { type AddedSheet, addSheets } from "./insertion";
import { changeMappings, columnKey, type RegisterMapping } from "./mapping";
import { rangeName } from "./named-range";
import { aboutSheet, gradeArea, ID_HEADING, nhsSheet, njcSheet, TITLE_HEADING } from "./sample-sheet";

/** Adds the sample registers and the sheet about them; sheets that are there already are left alone. */
export function insertSample(): Promise<Outcome<readonly AddedSheet[]>> {
  const samples = [nhsSample, njcSample];
  const plans = [nhsSheet(nhsSample), njcSheet(njcSample), aboutSheet(nhsSample, njcSample)];
  return addSheets(plans, async (context, added) => {
    const mappings = samples.flatMap((sample, index) => {
      const sheet = added[index];
      const bands = sheet === undefined || sample !== njcSample ? null : rangeName(sheet.name, gradeArea(njcSample));
      return sheet === undefined ? [] : [mappingOf(sample, sheet, bands === null ? null : { name: null, address: bands })];
    });
    await changeMappings(context, (known) => [...known, ...mappings]);
  });
}

const mappingOf = (sample: SampleRegister, { id }: AddedSheet, bands: RegisterMapping["bands"]): RegisterMapping => ({
  sheetId: id,
  scheme: sample.scheme,
  headingRows: 1,
  factors: sample.headings.map((heading, place) => ({
    heading,
    before: sample.headings[place - 1] ?? "",
    after: sample.headings[place + 1] ?? "",
  })),
  columns: { id: columnKey(ID_HEADING), title: columnKey(TITLE_HEADING) },
  bands,
  chart: null,
});
