import { useMemo } from "react";
import { Subtitle2, Text } from "@fluentui/react-components";
import { type SexPicture, sexPicture } from "../../session/boundary-equality";
import type { Money } from "../../session/boundary-money";
import type { BoundaryState, ReadyBoundaries } from "../../session/boundary-state";
import { equalityText } from "../text/pay";
import { DataTable } from "./DataTable";
import { Disclosure } from "./Disclosure";
import { bunchingTable, gapTable, sexTable, testTable } from "./equality-table";
import { useBoundaryStyles } from "./style";
import { equalitySummary } from "./summary";

/** Women and men, a band and at each boundary, with a summary that is careful about small numbers. */
export function EqualitySection({ ready, state }: { readonly ready: ReadyBoundaries; readonly state: BoundaryState }) {
  const shared = useBoundaryStyles();
  const { staff, money, assumptions } = state;
  const counts = staff.kind === "list" ? staff.counts : ready.counted.counts;
  const { near, large, mainly } = assumptions;
  const sexes = useMemo(() => sexPicture(counts, ready.picture, { near, large, mainly }), [counts, ready.picture, near, large, mainly]);
  return (
    <section className={shared.section} aria-labelledby="boundary-equality">
      <Subtitle2 as="h2" id="boundary-equality" className={shared.heading}>
        {equalityText.title}
      </Subtitle2>
      {sexes === null ? (
        <>
          <Text className={shared.quiet}>{equalityText.needs}</Text>
          <Disclosure summary={equalityText.bunchingCaption(near)}>
            {() => <DataTable {...bunchingTable(counts, ready.picture.after.bands, near)} />}
          </Disclosure>
        </>
      ) : (
        <Sexes sexes={sexes} money={money} assumptions={assumptions} />
      )}
    </section>
  );
}

interface SexesProps {
  readonly sexes: SexPicture;
  readonly money: Money | null;
  readonly assumptions: BoundaryState["assumptions"];
}

function Sexes({ sexes, money, assumptions }: SexesProps) {
  const shared = useBoundaryStyles();
  return (
    <>
      <ul className={shared.bullets}>
        {equalitySummary(sexes, money).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Disclosure summary={equalityText.tableCaption}>{() => <DataTable {...sexTable(sexes)} />}</Disclosure>
      {money === null ? (
        <Text className={shared.quiet}>{equalityText.needsPay}</Text>
      ) : (
        <Disclosure summary={equalityText.gapCaption}>{() => <DataTable {...gapTable(money)} words={[4]} />}</Disclosure>
      )}
      <Disclosure summary={equalityText.boundaryCaption(assumptions.near)}>
        {() => <DataTable {...testTable(sexes, assumptions)} words={[3]} />}
      </Disclosure>
    </>
  );
}
