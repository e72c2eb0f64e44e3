import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Comparison, FactorComparison } from "../../domain/profile/comparison";
import { describeVerdict } from "../../domain/profile/reason";
import { jobText } from "../text/job";
import { useJobStyles } from "./style";

const useStyles = makeStyles({
  figure: { margin: 0, display: "flex", flexDirection: "column", gap: "4px" },
  svg: { width: "100%", height: "auto", display: "block", color: tokens.colorNeutralForeground1 },
  text: { fill: "currentcolor", fontSize: "11px", fontFamily: tokens.fontFamilyBase },
  track: { stroke: tokens.colorNeutralStroke1, "@media (forced-colors: active)": { stroke: "GrayText" } },
  range: { fill: tokens.colorNeutralStroke1Pressed, "@media (forced-colors: active)": { fill: "GrayText" } },
  inside: { fill: tokens.colorCompoundBrandBackground, "@media (forced-colors: active)": { fill: "CanvasText" } },
  outside: { fill: tokens.colorPaletteRedForeground1, "@media (forced-colors: active)": { fill: "Highlight" } },
});

const LINE = 18;
const NAMES = 118;
const RIGHT = 268;
const WIDTH = 320;
const MOST_LETTERS = 18;

/**
 * Each factor's level on the profile's range: a round mark inside it, a diamond outside, with how far. Colour is never the only sign.
 * The table behind it says the same in words.
 */
export function DifferenceChart({ comparison, title }: { readonly comparison: Comparison; readonly title: string }) {
  const styles = useStyles();
  const shared = useJobStyles();
  const { factors } = comparison;
  const most = Math.max(...factors.map(({ factor }) => factor.levels.length));
  const x = (level: number): number => NAMES + ((level - 1) * (RIGHT - NAMES)) / (most - 1);
  return (
    <figure className={styles.figure}>
      <figcaption className={shared.quiet}>{jobText.differences}</figcaption>
      <svg className={styles.svg} viewBox={`0 0 ${WIDTH} ${LINE * factors.length + 4}`} aria-hidden="true">
        {factors.map((one, index) => (
          <Line key={one.factor.number} one={one} y={index * LINE + LINE / 2 + 2} x={x} />
        ))}
      </svg>
      <details>
        <summary tabIndex={0} className={shared.summary}>
          {jobText.showTable}
        </summary>
        <table className={shared.table}>
          <caption className={shared.caption}>{jobText.tableCaption(title)}</caption>
          <thead>
            <tr>
              <th scope="col" className={shared.cell}>
                {jobText.columnFactor}
              </th>
              <th scope="col" className={shared.cell}>
                {jobText.columnJob}
              </th>
              <th scope="col" className={shared.cell}>
                {jobText.columnProfile}
              </th>
              <th scope="col" className={shared.cell}>
                {jobText.columnDifference}
              </th>
            </tr>
          </thead>
          <tbody>
            {factors.map((one) => (
              <tr key={one.factor.number}>
                <th scope="row" className={shared.cell}>
                  {jobText.factorNumber(one.factor)}
                </th>
                <td className={shared.cell}>
                  {one.level}
                  {one.letters}
                </td>
                <td className={shared.cell}>{one.profile.text}</td>
                <td className={shared.cell}>{describeVerdict(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

interface LineProps {
  readonly one: FactorComparison;
  readonly y: number;
  readonly x: (level: number) => number;
}

function Line({ one, y, x }: LineProps) {
  const styles = useStyles();
  const { factor, profile, level, variation } = one;
  const name = jobText.factorShort(factor);
  return (
    <g>
      <text className={styles.text} x={0} y={y + 4}>
        {name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS)}…` : name}
      </text>
      <line className={styles.track} x1={x(1)} x2={x(factor.levels.length)} y1={y} y2={y} strokeDasharray="1 3" />
      <rect
        className={styles.range}
        x={x(profile.low) - 6}
        width={x(profile.high) - x(profile.low) + 12}
        y={y - 5}
        height={10}
        rx={5}
        opacity={0.45}
      />
      {variation === 0 ? (
        <circle className={styles.inside} cx={x(level)} cy={y} r={4} />
      ) : (
        <path className={styles.outside} d={`M${x(level)} ${y - 6}l6 6l-6 6l-6-6z`} />
      )}
      <text className={mergeClasses(styles.text)} x={WIDTH} y={y + 4} textAnchor="end" fontWeight={variation === 0 ? 400 : 700}>
        {variation === 0 ? `${level}` : `${level} (${jobText.difference(one)})`}
      </text>
    </g>
  );
}
