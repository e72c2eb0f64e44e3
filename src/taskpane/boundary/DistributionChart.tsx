import { type KeyboardEvent, memo, type PointerEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { RegisterCounts } from "../../domain/boundary/count";
import { freedomOf } from "../../domain/boundary/sweep";
import type { BandTable } from "../../domain/scheme/band";
import type { Picture } from "../../session/boundary-picture";
import { boundaryText } from "../text/boundary";
import { barsOf, extentOf, type Scale, scaleOf } from "./scale";

const BARS = 96;
const STRIP = 20;
const [BEFORE, AFTER] = [BARS + 4, BARS + 4 + STRIP + 4];
const STRIPS_END = AFTER + STRIP;
const GRIP = 24;
const MOST_GRIP_ROWS = 3;
const DEFAULT_WIDTH = 300;
/** Points either side of a boundary that is looked at closely. */
const CLOSE = 40;

const useStyles = makeStyles({
  chart: { position: "relative", touchAction: "pan-y", userSelect: "none" },
  svg: { display: "block", width: "100%", overflow: "visible", color: tokens.colorNeutralForeground1 },
  bar: { fill: tokens.colorNeutralStroke1Pressed, "@media (forced-colors: active)": { fill: "GrayText" } },
  strip: { fill: tokens.colorNeutralBackground3, stroke: tokens.colorNeutralStroke1 },
  stripEven: { fill: tokens.colorNeutralBackground1 },
  text: { fill: "currentcolor", fontSize: "11px", fontFamily: tokens.fontFamilyBase },
  old: { stroke: tokens.colorNeutralForeground3, strokeDasharray: "3 3", "@media (forced-colors: active)": { stroke: "CanvasText" } },
  now: {
    stroke: tokens.colorCompoundBrandStroke,
    strokeWidth: "1.5px",
    "@media (forced-colors: active)": { stroke: "Highlight" },
  },
  moved: { fill: tokens.colorCompoundBrandStroke, opacity: 0.18, "@media (forced-colors: active)": { fill: "Highlight", opacity: 0.4 } },
  hatch: { stroke: tokens.colorCompoundBrandStroke, strokeWidth: "1px", "@media (forced-colors: active)": { stroke: "Highlight" } },
  grip: {
    position: "absolute",
    width: `${GRIP}px`,
    height: `${GRIP}px`,
    marginLeft: `${-GRIP / 2}px`,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    cursor: "ew-resize",
    touchAction: "none",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxSizing: "border-box",
    fontSize: tokens.fontSizeBase200,
    whiteSpace: "nowrap",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px", zIndex: 2 },
  },
  gripLong: { fontSize: tokens.fontSizeBase100, letterSpacing: "-0.3px" },
  gripMoved: { border: `2px solid ${tokens.colorCompoundBrandStroke}`, fontWeight: tokens.fontWeightSemibold },
  gripChosen: { boxShadow: `inset 0 -3px 0 ${tokens.colorCompoundBrandStroke}`, zIndex: 1 },
  ends: { display: "flex", justifyContent: "space-between", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface DistributionChartProps {
  readonly counts: RegisterCounts;
  readonly picture: Picture;
  /** Place of the boundary's upper band in the scenario's table. */
  readonly chosen: number;
  readonly close: boolean;
  readonly onChoose: (place: number) => void;
  readonly onMove: (band: string | number, from: number) => void;
}

/** Jobs by score, the bands before and after below them, and a handle for each boundary. */
export function DistributionChart({ counts, picture, chosen, close, onChoose, onMove }: DistributionChartProps) {
  const styles = useStyles();
  const chart = useRef<HTMLDivElement>(null);
  const width = useWidth(chart);
  const { before, after } = picture;
  const centre = useRef(0);
  const scale = useScale(counts, before.bands, after.bands, width, close ? chosen : null, centre);
  const rows = gripRows(after.bands, scale);
  return (
    <div>
      <div
        ref={chart}
        className={styles.chart}
        style={{ height: STRIPS_END + 6 + rows * (GRIP + 2) }}
        role="group"
        aria-label={boundaryText.chartLabel}
      >
        <svg className={styles.svg} viewBox={`0 0 ${width} ${STRIPS_END}`} height={STRIPS_END} aria-hidden="true">
          <Bars counts={counts} scale={scale} />
          <Moved picture={picture} scale={scale} />
          <Strip bands={before.bands} scale={scale} y={BEFORE} />
          <Strip bands={after.bands} scale={scale} y={AFTER} />
          {before.bands.bands.slice(1).map(({ from }) => (
            <line key={from} className={styles.old} x1={scale.x(from)} x2={scale.x(from)} y1={0} y2={BEFORE + STRIP} />
          ))}
          {after.bands.bands.slice(1).map(({ from }) => (
            <line key={from} className={styles.now} x1={scale.x(from)} x2={scale.x(from)} y1={0} y2={STRIPS_END + 4} />
          ))}
        </svg>
        {after.bands.bands.map(({ from }, place) =>
          place === 0 || from < scale.low || from > scale.high ? null : (
            <Grip
              key={place}
              picture={picture}
              place={place}
              scale={scale}
              top={STRIPS_END + 4 + ((place - 1) % rows) * (GRIP + 2)}
              chosen={place === chosen}
              chart={chart}
              onChoose={onChoose}
              onMove={onMove}
            />
          ),
        )}
      </div>
      <div className={styles.ends} aria-hidden="true">
        <span>{scale.low}</span>
        <span>{scale.high}</span>
      </div>
    </div>
  );
}

/** The scores shown; close to a boundary they stay put while it is moved, so that the handle does not run away under the pointer. */
function useScale(
  counts: RegisterCounts,
  before: BandTable,
  after: BandTable,
  width: number,
  close: number | null,
  centre: RefObject<number>,
): Scale {
  if (close === null) {
    const { low, high } = extentOf(counts, [before, after]);
    centre.current = 0;
    return scaleOf(low, high, width);
  }
  const from = after.bands[close]?.from ?? 0;
  if (Math.abs(from - centre.current) > CLOSE * 0.8) centre.current = from;
  return scaleOf(Math.max(0, centre.current - CLOSE), centre.current + CLOSE, width);
}

function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(DEFAULT_WIDTH);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null || typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** As many rows of handles as it takes that neighbours do not cover each other. */
function gripRows({ bands }: BandTable, scale: Scale): number {
  const places = bands.slice(1).map(({ from }) => scale.x(from));
  const fits = (rows: number): boolean => places.every((x, place) => place < rows || x - places[place - rows]! >= GRIP);
  return [1, 2].find(fits) ?? MOST_GRIP_ROWS;
}

/** The bars do not change while a boundary is dragged. */
const Bars = memo(
  function Bars({ counts, scale }: { readonly counts: RegisterCounts; readonly scale: Scale }) {
    const styles = useStyles();
    const bars = barsOf(counts, scale);
    const most = Math.max(1, ...bars.map(({ jobs }) => jobs));
    return bars.map(({ from, to, jobs }) => {
      const [left, right] = [scale.x(from), scale.x(to)];
      const height = jobs === 0 ? 0 : Math.max(2, (jobs / most) * (BARS - 4));
      return <rect key={from} className={styles.bar} x={left} width={Math.max(1, right - left - 1)} y={BARS - height} height={height} />;
    });
  },
  (a, b) => a.counts === b.counts && a.scale.low === b.scale.low && a.scale.high === b.scale.high && a.scale.width === b.scale.width,
);

/** The scores between where a boundary was and where it is, hatched. */
function Moved({ picture, scale }: { readonly picture: Picture; readonly scale: Scale }) {
  const styles = useStyles();
  const { before, after } = picture;
  return after.bands.bands.map(({ from }, place) => {
    const was = before.bands.bands[after.lineage[place] ?? -1]?.from;
    if (was === undefined || was === from || place === 0) return null;
    const [left, right] = [scale.x(Math.min(was, from)), scale.x(Math.max(was, from))];
    if (right - left < 0.5) return null;
    const lines = Array.from({ length: Math.floor(BARS / 8) }, (_, line) => line * 8);
    return (
      <g key={place}>
        <rect className={styles.moved} x={left} width={right - left} y={0} height={BARS} />
        {lines.map((y) => (
          <line key={y} className={styles.hatch} x1={left} x2={right} y1={y + 8} y2={y} opacity={0.5} />
        ))}
      </g>
    );
  });
}

function Strip({ bands, scale, y }: { readonly bands: BandTable; readonly scale: Scale; readonly y: number }) {
  const styles = useStyles();
  return bands.bands.map(({ label, from, to }, place) => {
    const next = bands.bands[place + 1];
    const [left, right] = [scale.x(from), scale.x(next?.from ?? (to === null ? Infinity : to + 1))];
    if (right - left < 1) return null;
    const text = String(label).replace(/^(band|grade)\s+/i, "");
    return (
      <g key={place}>
        <rect
          className={mergeClasses(styles.strip, place % 2 === 1 && styles.stripEven)}
          x={left}
          width={right - left}
          y={y}
          height={STRIP}
        />
        {text.length * 6.2 <= right - left && (
          <text className={styles.text} x={(left + right) / 2} y={y + 14} textAnchor="middle">
            {text}
          </text>
        )}
      </g>
    );
  });
}

interface GripProps {
  readonly picture: Picture;
  readonly place: number;
  readonly scale: Scale;
  readonly top: number;
  readonly chosen: boolean;
  readonly chart: RefObject<HTMLDivElement | null>;
  readonly onChoose: (place: number) => void;
  readonly onMove: (band: string | number, from: number) => void;
}

const KEYS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 5,
  PageDown: -5,
};

/** A boundary's handle: dragged, or moved by the arrow keys, never across its neighbours. */
function Grip({ picture, place, scale, top, chosen, chart, onChoose, onMove }: GripProps) {
  const styles = useStyles();
  const { before, after } = picture;
  const drag = useRef<{ readonly offset: number; readonly from: number } | null>(null);
  const band = after.bands.bands[place];
  const freedom = freedomOf(after.bands, place);
  if (band === undefined || !freedom.ok) return null;
  const { lowest, highest } = freedom.value;
  const was = before.bands.bands[after.lineage[place] ?? -1]?.from ?? null;
  const short = String(band.label)
    .replace(/^(band|grade)\s+/i, "")
    .slice(0, 3);
  const to = (from: number): void => {
    const kept = Math.min(highest ?? Infinity, Math.max(lowest, from));
    if (kept !== band.from) onMove(band.label, kept);
  };
  const xOf = (event: PointerEvent): number => event.clientX - (chart.current?.getBoundingClientRect().left ?? 0);
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { offset: xOf(event) - scale.x(band.from), from: band.from };
    onChoose(place);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (drag.current !== null) to(scale.score(xOf(event) - drag.current.offset));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && drag.current !== null) {
      to(drag.current.from);
      drag.current = null;
      return;
    }
    const ends: Readonly<Record<string, number>> = { Home: lowest, End: highest ?? band.from };
    const step = KEYS[event.key];
    const next = step === undefined ? ends[event.key] : band.from + (event.shiftKey && Math.abs(step) === 1 ? step * 5 : step);
    if (next === undefined) return;
    event.preventDefault();
    to(next);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={boundaryText.handle(band.label)}
      aria-valuemin={lowest}
      aria-valuemax={highest ?? Math.max(band.from, scale.high)}
      aria-valuenow={band.from}
      aria-valuetext={boundaryText.handleValue(band.from, was)}
      title={`${boundaryText.handle(band.label)}: ${boundaryText.handleValue(band.from, was)}`}
      className={mergeClasses(
        styles.grip,
        short.length > 2 && styles.gripLong,
        was !== band.from && styles.gripMoved,
        chosen && styles.gripChosen,
      )}
      style={{ left: `${scale.x(band.from)}px`, top: `${top}px` }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (drag.current = null)}
      onPointerCancel={() => (drag.current = null)}
      onFocus={() => onChoose(place)}
      onKeyDown={onKeyDown}
    >
      {short}
    </div>
  );
}
