import { nhsSample, njcSample, type SampleRegister } from "../data/register/sample";
import type { Outcome } from "./failure";
import { type AddedSheet, addSheets } from "./insertion";
import { keepRange, keptName, putNamesBack } from "./kept-range";
import { changeMappings, columnKey, type RegisterMapping } from "./mapping";
import { aboutSheet, gradeArea, ID_HEADING, nhsSheet, njcSheet, TITLE_HEADING } from "./sample-sheet";

/** Adds the sample registers and the sheet about them; sheets that are there already are left alone. */
export async function insertSample(): Promise<Outcome<readonly AddedSheet[]>> {
  const plans = [nhsSheet(nhsSample), njcSheet(njcSample), aboutSheet(nhsSample, njcSample)];
  let named: readonly string[] = [];
  const outcome = await addSheets(plans, async (context, added) => {
    const [nhs, njc] = added;
    if (nhs === undefined || njc === undefined) return;
    named = [keptName("Grades", njc.id)];
    const bands = await keepRange(context, "Grades", njc.id, { sheetName: njc.name, area: gradeArea(njcSample) });
    await changeMappings(context, (known) => [...known, mappingOf(nhsSample, nhs, null), mappingOf(njcSample, njc, bands)]);
  });
  if (!outcome.ok) await putNamesBack(new Map(named.map((name) => [name, null])));
  return outcome;
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
