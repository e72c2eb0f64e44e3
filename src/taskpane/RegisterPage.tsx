import { lazy, Suspense, useState } from "react";
import { Message } from "./Message";
import { RegisterView } from "./RegisterView";
import { StartView } from "./StartView";
import { adoptText } from "./text/adopt";
import { navigationText } from "./text/navigation";
import { registerText } from "./text/register";
import type { ViewProps } from "./view";

const AdoptView = lazy(async () => ({ default: (await import(/* webpackChunkName: "view-adopt" */ "./AdoptView")).AdoptView }));
const CreateView = lazy(async () => ({ default: (await import(/* webpackChunkName: "view-create" */ "./CreateView")).CreateView }));

/** The register in front, or how to come by one. */
export function RegisterPage({ state, session }: ViewProps) {
  const [doing, setDoing] = useState<"adopt" | "create" | null>(null);
  if (doing !== null) {
    const shared = { session, busy: state.busy, onDone: () => setDoing(null) };
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
  const ways = { onAdopt: () => setDoing("adopt"), onCreate: () => setDoing("create") };
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
