import { useState } from "react";
import { Button, Spinner, Subtitle2, Text } from "@fluentui/react-components";
import type { BoundaryState, ReadyBoundaries } from "../../session/boundary-state";
import { writeScenario } from "../../workbook/scenario-write";
import { writeText } from "../text/write";
import { reportOf } from "./report";
import { useSaid } from "./said";
import { useBoundaryStyles } from "./style";

/** The scenario as a sheet of the workbook. */
export function WriteSection({ ready, state }: { readonly ready: ReadyBoundaries; readonly state: BoundaryState }) {
  const shared = useBoundaryStyles();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useSaid(state.shown);
  const write = async (): Promise<void> => {
    setBusy(true);
    setSaid(null);
    try {
      const outcome = await writeScenario(reportOf(ready, state));
      setSaid(outcome.ok ? { text: writeText.written(outcome.value), bad: false } : { text: writeText.failed(outcome.failure), bad: true });
    } catch (error) {
      setSaid({ text: writeText.fault(error instanceof Error ? error.message : String(error)), bad: true });
    }
    setBusy(false);
  };
  return (
    <section className={shared.section} aria-labelledby="boundary-write">
      <Subtitle2 as="h2" id="boundary-write" className={shared.heading}>
        {writeText.title}
      </Subtitle2>
      <Text className={shared.quiet}>{writeText.note}</Text>
      <div className={shared.row}>
        <Button
          appearance="primary"
          aria-busy={busy}
          {...(busy ? { icon: <Spinner size="tiny" appearance="inverted" aria-hidden /> } : {})}
          onClick={() => {
            if (!busy) void write();
          }}
        >
          {busy ? writeText.writing : writeText.write}
        </Button>
      </div>
      {said !== null && <Text role={said.bad ? "alert" : "status"}>{said.text}</Text>}
    </section>
  );
}
