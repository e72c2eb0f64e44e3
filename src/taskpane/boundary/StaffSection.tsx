import { Button, Subtitle2, Text } from "@fluentui/react-components";
import type { ProjectedYear } from "../../domain/boundary/projection";
import type { PayBill } from "../../domain/boundary/pay-bill";
import type { Money } from "../../session/boundary-money";
import type { BoundarySession, BoundaryState } from "../../session/boundary-state";
import { payText } from "../text/pay";
import { Assumptions } from "./Assumptions";
import { DataTable } from "./DataTable";
import { useBoundaryStyles } from "./style";

/** The staff list, and what the scenario does to people's pay. */
export function StaffSection({ state, boundaries }: { readonly state: BoundaryState; readonly boundaries: BoundarySession }) {
  const shared = useBoundaryStyles();
  const { staff, money, moneyProblem, assumptions } = state;
  return (
    <section className={shared.section} aria-labelledby="boundary-staff">
      <Subtitle2 as="h2" id="boundary-staff" className={shared.heading}>
        {payText.staffTitle}
      </Subtitle2>
      {staff.kind === "none" && <Text className={shared.quiet}>{payText.needsStaff}</Text>}
      {staff.kind === "gone" && <Text role="alert">{payText.gone(staff.name)}</Text>}
      {staff.kind === "wrong" && <Text role="alert">{payText.wrong(staff.sheetName, staff.problem)}</Text>}
      {staff.kind === "list" && (
        <>
          <Text className={shared.quiet}>{payText.staffFrom(staff.source.sheetName, staff.list.people.length)}</Text>
          {notes(staff).map((note) => (
            <Text key={note} size={200}>
              {note}
            </Text>
          ))}
        </>
      )}
      <div className={shared.row}>
        <Button size="small" onClick={() => void boundaries.chooseStaff("selection")}>
          {payText.chooseStaff}
        </Button>
        {staff.kind !== "none" && (
          <Button size="small" onClick={() => void boundaries.chooseStaff("none")}>
            {payText.dropStaff}
          </Button>
        )}
      </div>
      {moneyProblem !== null && <Text role="alert">{payText.problem(moneyProblem)}</Text>}
      {staff.kind === "list" && money === null && moneyProblem === null && <Text className={shared.quiet}>{payText.reckoning}</Text>}
      {staff.kind === "list" && money !== null && <Figures money={money} state={state} />}
      <Assumptions assumptions={assumptions} onChange={(change) => boundaries.assume(change)} />
    </section>
  );
}

function notes({ staff, list, sharedIds }: Extract<BoundaryState["staff"], { kind: "list" }>): readonly string[] {
  const { unplaced, withoutPay } = staff;
  return [
    ...(unplaced.length > 0 ? [payText.unplaced(unplaced.length)] : []),
    ...(withoutPay.length > 0 ? [payText.withoutPay(withoutPay.length)] : []),
    ...(list.withoutFte > 0 ? [payText.withoutFte(list.withoutFte)] : []),
    ...(list.otherSex > 0 ? [payText.otherSex(list.otherSex)] : []),
    ...(sharedIds > 0 ? [payText.sharedIds(sharedIds)] : []),
  ];
}

function Figures({ money, state }: { readonly money: Money; readonly state: BoundaryState }) {
  const shared = useBoundaryStyles();
  const { bill, protection, circles, projection, projectionProblem } = money;
  const { columns } = payText;
  const lines: readonly (keyof typeof payText.bill)[] = ["basic", "insurance", "pension", "total"];
  const changed = (was: number | null, now: number | null): readonly string[] =>
    was === null || now === null ? ["–", "–", "–"] : [payText.money(was), payText.money(now), payText.change(now - was)];
  const yearly = (year: ProjectedYear): number => year.total ?? year.basic + year.insurance;
  return (
    <>
      <DataTable
        caption={payText.billCaption}
        headings={[columns.what, columns.before, columns.after, columns.change]}
        rows={lines.map((line) => [payText.bill[line], ...changed(partOf(bill.before, line), partOf(bill.after, line))])}
      />
      {bill.after.pension === null && (
        <Text size={200} className={shared.quiet}>
          {payText.pensionMissing}
        </Text>
      )}
      <DataTable
        caption={payText.circlesCaption}
        headings={["", payText.women, payText.men, payText.notStated]}
        rows={circles.flatMap((counts, group) =>
          counts.every((count) => count === 0) ? [] : [[payText.circle[group] ?? "", ...counts.map(payText.count)]],
        )}
      />
      {protection.people > 0 && <Text>{payText.protection(protection).join(" ")}</Text>}
      {projection === null ? (
        projectionProblem !== null && <Text>{payText.problem(projectionProblem)}</Text>
      ) : (
        <DataTable
          caption={payText.projectionCaption}
          headings={[columns.what, columns.before, columns.after, columns.change]}
          rows={projection.after.map((year, index) => {
            const was = projection.before[index];
            return [payText.year(year.year), ...changed(was === undefined ? null : yearly(was), yearly(year))];
          })}
        />
      )}
      <Text size={200} className={shared.quiet}>
        {payText.assumed(state.assumptions)}
      </Text>
    </>
  );
}

const partOf = (bill: PayBill, line: "basic" | "insurance" | "pension" | "total"): number | null => bill[line];
