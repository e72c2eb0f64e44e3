import { Button, Subtitle2, Text } from "@fluentui/react-components";
import type { BoundaryState, ReadyBoundaries } from "../../session/boundary-state";
import { openPlainWorkbook } from "../../workbook/plain-workbook";
import { shareText } from "../text/share";
import { DataTable } from "./DataTable";
import { Disclosure } from "./Disclosure";
import { sharedContents } from "./share";
import { useSaid } from "./said";
import { useBoundaryStyles } from "./style";

/** The scenario for the trade union side: what would be in the new workbook is listed before it is opened. */
export function ShareSection({ ready, state }: { readonly ready: ReadyBoundaries; readonly state: BoundaryState }) {
  const shared = useBoundaryStyles();
  return (
    <section className={shared.section} aria-labelledby="boundary-share">
      <Subtitle2 as="h2" id="boundary-share" className={shared.heading}>
        {shareText.title}
      </Subtitle2>
      <Text className={shared.quiet}>{shareText.note}</Text>
      <Disclosure summary={shareText.contents}>{() => <Contents ready={ready} state={state} />}</Disclosure>
    </section>
  );
}

function Contents({ ready, state }: { readonly ready: ReadyBoundaries; readonly state: BoundaryState }) {
  const shared = useBoundaryStyles();
  const [said, setSaid] = useSaid(state.shown);
  const { sheets, hidden } = sharedContents(ready, state);
  const open = async (): Promise<void> => {
    setSaid(null);
    try {
      const outcome = await openPlainWorkbook(sheets);
      setSaid(outcome.ok ? { text: shareText.opened, bad: false } : { text: shareText.failed(outcome.failure), bad: true });
    } catch (error) {
      setSaid({ text: shareText.fault(error instanceof Error ? error.message : String(error)), bad: true });
    }
  };
  return (
    <div className={shared.section}>
      {sheets.map(({ name, rows: [head = [], ...rows] }) => (
        <DataTable
          key={name}
          caption={shareText.contentsOf(name, rows.length + 1)}
          headings={head.map(String)}
          rows={rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell))))}
        />
      ))}
      <Text>{hidden === null ? shareText.noSexes : shareText.hidden(hidden)}</Text>
      <div>
        <Button onClick={() => void open()}>{shareText.open}</Button>
      </div>
      {said !== null && <Text role={said.bad ? "alert" : "status"}>{said.text}</Text>}
    </div>
  );
}
