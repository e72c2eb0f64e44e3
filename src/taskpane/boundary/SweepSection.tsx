import { useMemo } from "react";
import { makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { costTable } from "../../domain/boundary/cost";
import { freedomOf, sweepBoundary, sweepCost } from "../../domain/boundary/sweep";
import type { ReadyBoundaries } from "../../session/boundary-state";
import { exploreText } from "../text/explore";
import { DataTable } from "./DataTable";
import { Disclosure } from "./Disclosure";
import { useBoundaryStyles } from "./style";

const useStyles = makeStyles({
  svg: { width: "100%", height: "auto", display: "block", color: tokens.colorNeutralForeground1 },
  text: { fill: "currentcolor", fontSize: "11px", fontFamily: tokens.fontFamilyBase },
  jobs: {
    stroke: tokens.colorCompoundBrandStroke,
    fill: "none",
    strokeWidth: "2px",
    "@media (forced-colors: active)": { stroke: "Highlight" },
  },
  cost: {
    stroke: tokens.colorNeutralForeground1,
    fill: "none",
    strokeWidth: "1.5px",
    strokeDasharray: "5 3",
    "@media (forced-colors: active)": { stroke: "CanvasText" },
  },
  mark: { stroke: "currentcolor", strokeDasharray: "2 2" },
});

interface SweepPoint {
  readonly from: number;
  readonly up: number;
  readonly down: number;
  readonly inBand: number;
  /** At the middle of the ranges, in pence; null without pay. */
  readonly cost: number | null;
}

/** Positions either side that are drawn where nothing else bounds them. */
const MOST = 100;
const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [320, 130, 4, 18, 18];

/** What every position of the chosen boundary would do. */
export function SweepSection({ ready, chosen }: { readonly ready: ReadyBoundaries; readonly chosen: number }) {
  const shared = useBoundaryStyles();
  return (
    <section className={shared.section} aria-labelledby="boundary-sweep">
      <Subtitle2 as="h2" id="boundary-sweep" className={shared.heading}>
        {exploreText.sweepTitle}
      </Subtitle2>
      <Sweep ready={ready} chosen={chosen} />
    </section>
  );
}

function Sweep({ ready, chosen }: { readonly ready: ReadyBoundaries; readonly chosen: number }) {
  const shared = useBoundaryStyles();
  const { counts } = ready.counted;
  const { after } = ready.picture;
  const band = after.bands.bands[chosen];
  const swept = useMemo(() => sweepAround(counts, after, chosen), [counts, after, chosen]);
  if (band === undefined || swept === null) return null;
  return (
    <>
      <Text size={200} className={shared.quiet}>
        {exploreText.sweepNote}
      </Text>
      <Curves points={swept.points} present={band.from} />
      {after.pay === null && (
        <Text size={200} className={shared.quiet}>
          {exploreText.needsPay}
        </Text>
      )}
      {swept.cut && <Text size={200}>{exploreText.tooWide}</Text>}
      <Disclosure summary={exploreText.sweepTable}>
        {() => <DataTable caption={exploreText.sweepCaption(band.label)} {...tableOf(swept.points, band.from)} />}
      </Disclosure>
    </>
  );
}

function tableOf(points: readonly SweepPoint[], present: number) {
  const { sweepColumns: names } = exploreText;
  return {
    headings: [names.position, names.up, names.down, names.inBand, names.cost],
    rows: points.map(({ from, up, down, inBand, cost }) => [
      from === present ? `${exploreText.here} ${from}` : String(from),
      exploreText.count(up),
      exploreText.count(down),
      exploreText.count(inBand),
      cost === null ? exploreText.none : exploreText.money(cost),
    ]),
  };
}

function sweepAround(
  counts: ReadyBoundaries["counted"]["counts"],
  after: ReadyBoundaries["picture"]["after"],
  place: number,
): { readonly points: readonly SweepPoint[]; readonly cut: boolean } | null {
  const band = after.bands.bands[place];
  if (band === undefined || place === 0) return null;
  const freedom = freedomOf(after.bands, place);
  if (!freedom.ok) return null;
  const { lowest, highest } = freedom.value;
  const positions = {
    from: Math.max(lowest, Math.ceil(band.from - MOST)),
    to: Math.min(highest ?? Infinity, Math.floor(band.from + MOST)),
  };
  const swept = sweepBoundary(counts.axis, counts.jobs, after.bands, place, positions);
  if (!swept.ok) return null;
  const costs = after.pay === null ? null : sweepCost(counts, after.bands, place, positions, after.pay);
  const base = after.pay === null ? null : (costTable(counts, after.bands, after.pay).total?.middle ?? null);
  return {
    points: swept.value.map((position, index) => {
      const added = costs?.ok === true ? costs.value[index] : null;
      return { ...position, cost: base === null || added === null || added === undefined ? null : base + added.middle };
    }),
    cut: positions.from > lowest || (highest !== null && positions.to < highest),
  };
}

/** Two lines over the positions, told apart by their dashes and by words; the present position is marked. */
function Curves({ points, present }: { readonly points: readonly SweepPoint[]; readonly present: number }) {
  const styles = useStyles();
  const [first, last] = [points[0]?.from ?? 0, points[points.length - 1]?.from ?? 1];
  const x = (from: number): number => LEFT + ((from - first) / Math.max(1, last - first)) * (WIDTH - 2 * LEFT);
  const path = (values: readonly number[]): string => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const y = (value: number): number => HEIGHT - BOTTOM - ((value - low) / (high - low || 1)) * (HEIGHT - TOP - BOTTOM - 8);
    return values.map((value, index) => `${index === 0 ? "M" : "L"}${x(points[index]!.from).toFixed(1)} ${y(value).toFixed(1)}`).join("");
  };
  const moved = points.map(({ up, down }) => up + down);
  const costs = points.flatMap(({ cost }) => (cost === null ? [] : [cost]));
  const hasCost = costs.length === points.length;
  const range = (values: readonly number[], show: (value: number) => string): string =>
    `${show(Math.min(...values))} – ${show(Math.max(...values))}`;
  return (
    <figure style={{ margin: 0 }}>
      <svg className={styles.svg} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={exploreText.sweepChart}>
        <line className={styles.mark} x1={x(present)} x2={x(present)} y1={TOP} y2={HEIGHT - BOTTOM} />
        <text className={styles.text} x={Math.min(WIDTH - 30, Math.max(30, x(present)))} y={12} textAnchor="middle">
          {exploreText.present(present)}
        </text>
        {hasCost && <path className={styles.cost} d={path(costs)} />}
        <path className={styles.jobs} d={path(moved)} />
        <text className={styles.text} x={LEFT} y={HEIGHT - 4}>
          {first}
        </text>
        <text className={styles.text} x={WIDTH - LEFT} y={HEIGHT - 4} textAnchor="end">
          {last}
        </text>
      </svg>
      <figcaption>
        <Text size={200} block>
          ━ {exploreText.jobs}: {range(moved, exploreText.count)}
        </Text>
        {hasCost && (
          <Text size={200} block>
            ╍ {exploreText.cost}: {range(costs, exploreText.money)}
          </Text>
        )}
      </figcaption>
    </figure>
  );
}
