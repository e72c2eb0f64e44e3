import { mergeClasses } from "@fluentui/react-components";
import { boundaryText } from "../text/boundary";
import { useBoundaryStyles } from "./style";
import { WideTable } from "./WideTable";

interface DataTableProps {
  readonly caption: string;
  readonly headings: readonly string[];
  /** The first cell of a row heads it; the others are figures, or words where `words` says so. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Columns of words, which stand to the left. */
  readonly words?: readonly number[];
}

/** A table of figures. */
export function DataTable({ caption, headings, rows, words = [] }: DataTableProps) {
  const shared = useBoundaryStyles();
  const look = (column: number): string => (words.includes(column) ? shared.cell : mergeClasses(shared.cell, shared.number));
  return (
    <WideTable caption={caption}>
      <thead>
        <tr>
          {headings.map((heading, column) =>
            heading === "" ? (
              <td key={column} className={shared.cell} />
            ) : (
              <th key={column} scope="col" className={column === 0 ? shared.cell : look(column)}>
                {heading}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(([head, ...cells], row) => (
          <tr key={row}>
            <th scope="row" className={mergeClasses(shared.cell, shared.head)}>
              {head}
            </th>
            {cells.map((cell, column) => (
              <td key={column} className={mergeClasses(look(column + 1), !words.includes(column + 1) && shared.whole)}>
                {typeof cell === "number" ? boundaryText.count(cell) : cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
