import { useEffect, useMemo, useState } from "react";
import { Checkbox, Subtitle2, Text } from "@fluentui/react-components";
import { applyEdits } from "../../domain/boundary/scenario";
import { sexPicture } from "../../session/boundary-equality";
import { type Money, moneyInSteps } from "../../session/boundary-money";
import { type Picture, pictureOf } from "../../session/boundary-picture";
import type { BoundaryState, ReadyBoundaries } from "../../session/boundary-state";
import type { SavedScenario } from "../../workbook/scenario-store";
import { inSlices } from "../../workbook/slices";
import { exploreText } from "../text/explore";
import { equalityText, payText } from "../text/pay";
import { DataTable } from "./DataTable";
import { useBoundaryStyles } from "./style";

const MOST = 4;

/** Up to four scenarios side by side. */
export function CompareSection({ ready, state }: { readonly ready: ReadyBoundaries; readonly state: BoundaryState }) {
  const shared = useBoundaryStyles();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const { scenarios } = state;
  const chosen = useMemo(() => scenarios.filter(({ id }) => picked.includes(id)), [scenarios, picked]);
  return (
    <section className={shared.section} aria-labelledby="boundary-compare">
      <Subtitle2 as="h2" id="boundary-compare" className={shared.heading}>
        {exploreText.compareTitle}
      </Subtitle2>
      <Text size={200} className={shared.quiet}>
        {exploreText.compareNote}
      </Text>
      <div role="group" aria-label={exploreText.compareTitle}>
        {scenarios.map(({ id, name }) => (
          <div key={id}>
            <Checkbox
              label={name}
              checked={picked.includes(id)}
              disabled={chosen.length >= MOST && !picked.includes(id)}
              onChange={(_, { checked }) => setPicked(checked === true ? [...picked, id] : picked.filter((each) => each !== id))}
            />
          </div>
        ))}
      </div>
      {chosen.length > 0 && <Comparison chosen={chosen} ready={ready} state={state} />}
    </section>
  );
}

interface ComparisonProps {
  readonly chosen: readonly SavedScenario[];
  readonly ready: ReadyBoundaries;
  readonly state: BoundaryState;
}

function Comparison({ chosen, ready, state }: ComparisonProps) {
  const { counted, baseline } = ready;
  const { staff, assumptions } = state;
  const pictures = useMemo(
    () =>
      chosen.map(({ edits }): Picture | null => {
        const applied = applyEdits(baseline, edits);
        return applied.ok ? pictureOf(counted, baseline, applied.value) : null;
      }),
    [chosen, counted, baseline],
  );
  const moneys = useMoneys(pictures, state);
  const counts = staff.kind === "list" ? staff.counts : counted.counts;
  const sexes = pictures.map((picture) => (picture === null ? null : sexPicture(counts, picture, assumptions)));
  const { compareRows: names, none } = exploreText;
  const row = (name: string, show: (picture: Picture, index: number) => string | null): readonly string[] => [
    name,
    ...pictures.map((picture, index) => (picture === null ? exploreText.unfit : (show(picture, index) ?? none))),
  ];
  const labels = [...new Set(pictures.flatMap((picture) => picture?.after.bands.bands.slice(1).map(({ label }) => String(label)) ?? []))];
  const costRow = (point: "minimum" | "middle" | "maximum"): readonly string[] =>
    row(names[point], ({ cost }) => {
      const [was, now] = [cost?.before.total?.[point], cost?.after.total?.[point]];
      return was === undefined || now === undefined ? null : payText.change(now - was);
    });
  return (
    <DataTable
      caption={exploreText.compareCaption}
      headings={["", ...chosen.map(({ name }) => name)]}
      rows={[
        row(names.up, ({ jobs }) => exploreText.count(jobs.movers.up)),
        row(names.down, ({ jobs }) => exploreText.count(jobs.movers.down)),
        row(names.women, (_, index) => total(sexes[index]?.movers.women.total)),
        row(names.men, (_, index) => total(sexes[index]?.movers.men.total)),
        costRow("minimum"),
        costRow("middle"),
        costRow("maximum"),
        row(names.bill, (_, index) => {
          const bill = moneys[index]?.bill;
          return bill === undefined ? null : payText.change(bill.after.basic - bill.before.basic);
        }),
        row(names.gap, (_, index) => equalityText.gap(moneys[index]?.equality.after.overall.gaps.mean ?? null)),
        row(names.median, (_, index) => equalityText.gap(moneys[index]?.equality.after.overall.gaps.median ?? null)),
        ...labels.map((label) =>
          row(names.starts(label), ({ after }) => {
            const band = after.bands.bands.find((each) => String(each.label) === label);
            return band === undefined ? null : String(band.from);
          }),
        ),
      ]}
    />
  );
}

const total = (count: number | undefined): string | null => (count === undefined ? null : exploreText.count(count));

/** People of each scenario, one scenario after the other. */
function useMoneys(pictures: readonly (Picture | null)[], { staff, assumptions }: BoundaryState): readonly (Money | null)[] {
  const [moneys, setMoneys] = useState<readonly (Money | null)[]>([]);
  useEffect(() => {
    let wanted = true;
    const reckon = async (): Promise<void> => {
      const found: (Money | null)[] = [];
      for (const picture of pictures) {
        const money =
          picture === null || staff.kind !== "list"
            ? null
            : await inSlices(moneyInSteps(staff.staff, picture.before, picture.after, assumptions, null), () => wanted);
        found.push(money?.value.ok === true ? money.value.value : null);
      }
      if (wanted) setMoneys(found);
    };
    void reckon();
    return () => {
      wanted = false;
    };
  }, [pictures, staff, assumptions]);
  return moneys;
}
