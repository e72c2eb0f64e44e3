import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import type { BandCounts } from "../session/summary";
import { CountBars } from "./CountBars";
import { type BandNoun, registerText } from "./text/register";

const useStyles = makeStyles({
  table: { borderCollapse: "collapse", width: "100%", fontSize: tokens.fontSizeBase300 },
  cell: { padding: "2px 6px", textAlign: "right", borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, fontWeight: "normal" },
  name: { textAlign: "left" },
  summary: { cursor: "pointer", padding: "4px 0" },
});

interface BandChartProps {
  readonly bands: BandCounts;
  readonly noun: BandNoun;
  readonly complete: number;
  readonly shown: string | null;
  readonly onShow: (id: string | null) => void;
}

/** The complete jobs by band: bars, and behind them the same as a table. */
export function BandChart({ bands, noun, complete, shown, onShow }: BandChartProps) {
  const styles = useStyles();
  const counts = bands.rows.map(({ findings }) => findings.length);
  const name = (label: string | number): string => registerText.bandName(noun, label);
  const unbanded = registerText.unbanded(noun);
  return (
    <>
      <CountBars
        layout="beside"
        most={Math.max(bands.unbanded.length, ...counts)}
        bars={[
          ...bands.rows.map(({ band, findings }, place) => ({
            id: `band ${place}`,
            name: name(band.label),
            count: findings.length,
          })),
          ...(bands.unbanded.length === 0
            ? []
            : [
                {
                  id: "unbanded",
                  name: unbanded,
                  count: bands.unbanded.length,
                },
              ]),
        ]}
        shown={shown}
        onShow={onShow}
      />
      <details>
        <summary tabIndex={0} className={styles.summary}>
          <Text>{registerText.bandsTable}</Text>
        </summary>
        <table className={styles.table} aria-label={registerText.bands(noun)}>
          <thead>
            <tr>
              {registerText.bandHead(noun).map((head, column) => (
                <th key={head} scope="col" className={mergeClasses(styles.cell, column === 0 && styles.name)}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bands.rows.map(({ band, findings }) => (
              <tr key={band.from}>
                <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
                  {band.label}
                </th>
                <td className={styles.cell}>{registerText.count(band.from)}</td>
                <td className={styles.cell}>{registerText.upTo(band)}</td>
                <td className={styles.cell}>{registerText.count(findings.length)}</td>
                <td className={styles.cell}>{registerText.share(findings.length, complete)}</td>
              </tr>
            ))}
            {bands.unbanded.length > 0 && (
              <tr>
                <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
                  {unbanded}
                </th>
                <td className={styles.cell} />
                <td className={styles.cell} />
                <td className={styles.cell}>{registerText.count(bands.unbanded.length)}</td>
                <td className={styles.cell}>{registerText.share(bands.unbanded.length, complete)}</td>
              </tr>
            )}
          </tbody>
        </table>
      </details>
    </>
  );
}
