import { mergeClasses } from "@fluentui/react-components";
import type { Picture } from "../../session/boundary-picture";
import { boundaryText } from "../text/boundary";
import { Disclosure } from "./Disclosure";
import { useBoundaryStyles } from "./style";

/** The table behind the chart: every band with its scores and jobs, before and after. */
export function BandTableSection({ picture }: { readonly picture: Picture }) {
  const shared = useBoundaryStyles();
  const { before, after, spread, people } = picture;
  const number = mergeClasses(shared.cell, shared.number);
  const { columns } = boundaryText;
  const rows = after.bands.bands.map(({ label, from, to }, place) => {
    const origin = after.lineage[place] ?? -1;
    return {
      label: String(label),
      from,
      to,
      was: spread.before.bands[origin] ?? 0,
      now: spread.after.bands[place] ?? 0,
      heads: people.after.bands[place] ?? 0,
    };
  });
  const gone = before.bands.bands.flatMap(({ label }, place) =>
    after.lineage.includes(place)
      ? []
      : [{ label: String(label), from: null, to: null, was: spread.before.bands[place] ?? 0, now: 0, heads: 0 }],
  );
  const last = [
    { label: boundaryText.noBand, was: spread.before.unbanded, now: spread.after.unbanded, heads: people.after.unbanded },
    { label: boundaryText.total, was: spread.before.total, now: spread.after.total, heads: people.after.total },
  ];
  return (
    <Disclosure summary={boundaryText.tableSummary}>
      {() => (
        <div className={shared.scroll}>
          <table className={shared.table}>
            <caption className={shared.caption}>{boundaryText.tableCaption}</caption>
            <thead>
              <tr>
                <th scope="col" className={shared.cell}>
                  {columns.band}
                </th>
                {[columns.from, columns.to, columns.before, columns.after, columns.change, columns.people].map((heading) => (
                  <th key={heading} scope="col" className={number}>
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...rows, ...gone].map(({ label, from, to, was, now, heads }) => (
                <tr key={`${label} ${from}`}>
                  <th scope="row" className={shared.cell}>
                    {label}
                  </th>
                  <td className={number}>{from ?? ""}</td>
                  <td className={number}>{from === null ? "" : (to ?? boundaryText.open)}</td>
                  <td className={number}>{boundaryText.count(was)}</td>
                  <td className={number}>{boundaryText.count(now)}</td>
                  <td className={number}>{boundaryText.signed(now - was)}</td>
                  <td className={number}>{boundaryText.count(heads)}</td>
                </tr>
              ))}
              {last.map(({ label, was, now, heads }) => (
                <tr key={label}>
                  <th scope="row" colSpan={3} className={mergeClasses(shared.cell, shared.strong)}>
                    {label}
                  </th>
                  <td className={number}>{boundaryText.count(was)}</td>
                  <td className={number}>{boundaryText.count(now)}</td>
                  <td className={number}>{boundaryText.signed(now - was)}</td>
                  <td className={number}>{boundaryText.count(heads)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Disclosure>
  );
}
