import { lazy, Suspense, useState } from "react";
import { useHeadingFocus } from "./heading-focus";
import { Message } from "./Message";
import { clearGoodNews } from "./NoticeBar";
import { RegisterView } from "./RegisterView";
import { StartView } from "./StartView";
import { adoptText } from "./text/adopt";
import { navigationText } from "./text/navigation";
import { registerText } from "./text/register";
import type { ViewProps } from "./view";

const AdoptView = lazy(async () => ({ default: (await import(/* webpackChunkName: "view-adopt" */ "./AdoptView")).AdoptView }));
const CreateView = lazy(async () => ({ default: (await import(/* webpackChunkName: "view-create" */ "./CreateView")).CreateView }));

/** The register in front, or how to come by one. */
export function RegisterPage(props: ViewProps) {
  const [doing, setDoing] = useState<Doing>(null);
  const place = useHeadingFocus(doing ?? "register");
  const onDo = (next: Doing): void => {
    setDoing(next);
    if (next !== null) clearGoodNews(props.state, props.session);
  };
  return (
    <div ref={place}>
      <Content {...props} doing={doing} onDo={onDo} />
    </div>
  );
}

type Doing = "adopt" | "create" | null;

interface ContentProps extends ViewProps {
  readonly doing: Doing;
  readonly onDo: (doing: Doing) => void;
}

function Content({ state, session, doing, onDo }: ContentProps) {
  if (doing !== null) {
    const shared = { session, busy: state.busy, onDone: () => onDo(null) };
    return (
      <Suspense fallback={<Message title={doing === "adopt" ? adoptText.reading : navigationText.loading} paragraphs={[]} />}>
        {doing === "adopt" ? <AdoptView {...shared} progress={state.progress} /> : <CreateView {...shared} />}
      </Suspense>
    );
  }
  if (state.registers === null) {
    return (
      <Message title={registerText.unreadTitle} paragraphs={[]} action={registerText.tryAgain} onAction={() => void session.refresh()} />
    );
  }
  const ways = { onAdopt: () => onDo("adopt"), onCreate: () => onDo("create") };
  if (state.current === null) return <StartView state={state} session={session} {...ways} />;
  return (
    <RegisterView
      register={state.current}
      others={state.registers.filter((register) => register !== state.current)}
      state={state}
      session={session}
      {...ways}
    />
  );
}
