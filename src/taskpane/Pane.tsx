import { type ReactNode, Suspense, useEffect, useState, useSyncExternalStore } from "react";
import { FluentProvider, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Session } from "../session/session";
import type { SessionState } from "../session/session-state";
import { Message } from "./Message";
import { clearGoodNews, NoticeBar } from "./NoticeBar";
import { navigationText } from "./text/navigation";
import { startText } from "./text/start";
import { useTheme } from "./theme";
import { views } from "./view";
import { ViewBoundary } from "./ViewBoundary";
import { ViewTabs } from "./ViewTabs";

const useStyles = makeStyles({
  page: {
    minHeight: "100vh",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    // Fields have a least width of their own, which a narrow pane at 200 % zoom does not have.
    "& .fui-Input, & .fui-Input__input, & .fui-Textarea, & .fui-Textarea__textarea": { minWidth: 0 },
  },
  content: { display: "flex", flexDirection: "column", gap: "16px", padding: "16px", boxSizing: "border-box", overflowWrap: "anywhere" },
});

export function Pane({ session }: { readonly session: Session }) {
  const theme = useTheme();
  const styles = useStyles();
  const state = useSyncExternalStore(session.subscribe, session.getState);
  useEffect(() => {
    const check = (): void => session.checkSheets();
    window.addEventListener("focus", check);
    return () => window.removeEventListener("focus", check);
  }, [session]);
  const notice = state.notice !== null && <NoticeBar notice={state.notice} onDismiss={() => session.tell(null)} />;
  return (
    <FluentProvider theme={theme} className={mergeClasses("pane", styles.page)}>
      {state.phase === "ready" ? (
        <Views session={session} state={state} notice={notice} />
      ) : (
        <main className={styles.content}>
          {notice}
          {state.phase === "starting" ? (
            <Message title={startText.loading} paragraphs={[]} />
          ) : (
            <Message title={startText.outsideTitle} paragraphs={[startText.outside]} />
          )}
        </main>
      )}
    </FluentProvider>
  );
}

interface ViewsProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly notice: ReactNode;
}

function Views({ session, state, notice }: ViewsProps) {
  const styles = useStyles();
  const [shown, setShown] = useState("register");
  const view = views.find(({ id }) => id === shown);
  return (
    <>
      <ViewTabs
        views={views}
        shown={shown}
        onShow={(id) => {
          setShown(id);
          clearGoodNews(state, session);
        }}
      />
      <main className={styles.content}>
        {notice}
        <div id="view" role="tabpanel" aria-labelledby={`tab-${shown}`}>
          {view !== undefined && (
            <ViewBoundary key={shown}>
              <Suspense fallback={<Message title={navigationText.loading} paragraphs={[]} />}>
                <view.Content session={session} state={state} />
              </Suspense>
            </ViewBoundary>
          )}
        </div>
      </main>
    </>
  );
}
