import { Button, Subtitle2, Text } from "@fluentui/react-components";
import type { BoundarySession, BoundaryState, ReadyBoundaries } from "../../session/boundary-state";
import type { Picture } from "../../session/boundary-picture";
import { payText } from "../text/pay";
import { DataTable } from "./DataTable";
import { useBoundaryStyles } from "./style";

interface PaySectionProps {
  readonly ready: ReadyBoundaries;
  readonly state: BoundaryState;
  readonly boundaries: BoundarySession;
}

/** The pay table, and what the scenario costs at fixed points of its ranges. */
export function PaySection({ ready, state, boundaries }: PaySectionProps) {
  const shared = useBoundaryStyles();
  const { pay } = state;
  const { scheme, weights } = ready.counted.jobs;
  const { cost } = ready.picture;
  return (
    <section className={shared.section} aria-labelledby="boundary-pay">
      <Subtitle2 as="h2" id="boundary-pay" className={shared.heading}>
        {payText.title}
      </Subtitle2>
      {pay.kind === "none" && <Text className={shared.quiet}>{payText.needsPay}</Text>}
      {pay.kind === "sample" && <Text className={shared.quiet}>{payText.sampleNote(pay.title, pay.note)}</Text>}
      {pay.kind === "range" && <Text className={shared.quiet}>{payText.rangePay(pay.source.sheetName, pay.table.effective)}</Text>}
      {pay.kind === "gone" && <Text role="alert">{payText.gone(pay.name)}</Text>}
      {pay.kind === "wrong" && <Text role="alert">{payText.wrong(pay.sheetName, pay.problem)}</Text>}
      <div className={shared.row}>
        <Button size="small" onClick={() => void boundaries.choosePay("selection")}>
          {payText.choosePay}
        </Button>
        {scheme.name === "NHS" && pay.kind !== "sample" && (
          <Button size="small" onClick={() => void boundaries.choosePay("sample")}>
            {payText.samplePay}
          </Button>
        )}
        {pay.kind !== "none" && (
          <Button size="small" onClick={() => void boundaries.choosePay("none")}>
            {payText.noPay}
          </Button>
        )}
      </div>
      {cost !== null && <CostTable cost={cost} />}
      {cost !== null && weights.fte === null && (
        <Text size={200} className={shared.quiet}>
          {payText.noWeights}
        </Text>
      )}
    </section>
  );
}

const POINTS = ["minimum", "middle", "maximum"] as const;

function CostTable({ cost }: { readonly cost: NonNullable<Picture["cost"]> }) {
  const shared = useBoundaryStyles();
  const { before, after } = cost;
  const lacking = [...new Set([...before.lacking, ...after.lacking])];
  const { columns, points } = payText;
  return (
    <>
      {before.total !== null && after.total !== null ? (
        <DataTable
          caption={payText.costCaption}
          headings={[columns.what, columns.before, columns.after, columns.change]}
          rows={POINTS.map((point) => {
            const [was, now] = [before.total?.[point] ?? 0, after.total?.[point] ?? 0];
            return [points[point], payText.money(was), payText.money(now), payText.change(now - was)];
          })}
        />
      ) : (
        <Text>{payText.lacking(lacking)}</Text>
      )}
      {after.unbanded > 0 && (
        <Text size={200} className={shared.quiet}>
          {payText.unbanded(after.unbanded)}
        </Text>
      )}
    </>
  );
}
