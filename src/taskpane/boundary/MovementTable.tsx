import { useState } from "react";
import { Field, Select, Text } from "@fluentui/react-components";
import { moveBetween } from "../../domain/boundary/movement";
import type { ReadyBoundaries } from "../../session/boundary-state";
import { boundaryText, movementText as text } from "../text/boundary";
import { DataTable } from "./DataTable";
import { useBoundaryStyles } from "./style";

const MEASURES = ["jobs", "headcount", "fte"] as const;

/** The movement matrix: old bands down, the scenario's across; counted in jobs, people or posts. */
export function MovementTable({ ready }: { readonly ready: ReadyBoundaries }) {
  const shared = useBoundaryStyles();
  const [wanted, setWanted] = useState(0);
  const { counted, picture } = ready;
  const { before, after } = picture;
  const measure = MEASURES[wanted]!;
  const { cells } = moveBetween(counted.counts.axis, counted.counts[measure], before.bands, after.bands, after.lineage);
  const labels = (bands: typeof before.bands): readonly string[] => [...bands.bands.map(({ label }) => String(label)), boundaryText.noBand];
  const [rows, columns] = [labels(before.bands), labels(after.bands)];
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
  // Nobody stands in "No band" as a rule: then it is left out.
  const last = cells.length - 1;
  const lost = [sum(cells[last] ?? []) > 0, cells.some((row) => (row[row.length - 1] ?? 0) > 0)] as const;
  const shown = cells.slice(0, lost[0] ? undefined : -1).map((row) => row.slice(0, lost[1] ? undefined : -1));
  return (
    <>
      <Field label={text.measure} className={shared.select}>
        <Select value={String(wanted)} onChange={(_, { value }) => setWanted(Number(value))}>
          {MEASURES.map((each, place) => (
            <option key={each} value={place}>
              {text.measures[each]}
            </option>
          ))}
        </Select>
      </Field>
      <DataTable
        caption={text.caption(measure)}
        headings={[text.corner, ...columns.slice(0, shown[0]?.length), boundaryText.total]}
        rows={[
          ...shown.map((row, place) => [rows[place]!, ...row.map(text.cell), boundaryText.count(sum(row))]),
          [
            boundaryText.total,
            ...(shown[0] ?? []).map((_, column) => boundaryText.count(sum(shown.map((row) => row[column]!)))),
            boundaryText.count(sum(shown.flat())),
          ],
        ]}
      />
      {measure === "fte" && counted.jobs.weights.fte === null && (
        <Text size={200} className={shared.quiet}>
          {text.noFte}
        </Text>
      )}
    </>
  );
}
