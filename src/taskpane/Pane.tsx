import { useSyncExternalStore } from "react";
import { FluentProvider, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Session, SessionState } from "../session/session";
import { EditionList } from "./EditionList";
import { Message } from "./Message";
import { NoticeBar } from "./NoticeBar";
import { RegisterView } from "./RegisterView";
import { registerText } from "./text/register";
import { startText } from "./text/start";
import { useTheme } from "./theme";

const useStyles = makeStyles({
  page: { minHeight: "100vh", backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
  content: { display: "flex", flexDirection: "column", gap: "16px", padding: "16px", boxSizing: "border-box", overflowWrap: "anywhere" },
});

export function Pane({ session }: { readonly session: Session }) {
  const theme = useTheme();
  const styles = useStyles();
  const state = useSyncExternalStore(session.subscribe, session.getState);
  return (
    <FluentProvider theme={theme} className={mergeClasses("pane", styles.page)}>
      <main className={styles.content}>
        {state.notice !== null && <NoticeBar notice={state.notice} onDismiss={() => session.tell(null)} />}
        <View state={state} session={session} />
        {state.phase === "ready" && <EditionList />}
      </main>
    </FluentProvider>
  );
}

function View({ state, session }: { readonly state: SessionState; readonly session: Session }) {
  if (state.phase === "starting") return <Message title={startText.loading} paragraphs={[]} />;
  if (state.phase === "outside-excel") return <Message title={startText.outsideTitle} paragraphs={[startText.outside]} />;
  if (state.registers === null) {
    return (
      <Message title={registerText.unreadTitle} paragraphs={[]} action={registerText.tryAgain} onAction={() => void session.refresh()} />
    );
  }
  if (state.current === null) {
    return (
      <Message
        title={registerText.emptyTitle}
        paragraphs={[registerText.empty, registerText.emptyFunctions]}
        action={state.busy ? registerText.inserting : registerText.insert}
        busy={state.busy}
        onAction={() => void session.insertSample()}
      />
    );
  }
  return (
    <RegisterView register={state.current} others={state.registers.filter((register) => register !== state.current)} session={session} />
  );
}
