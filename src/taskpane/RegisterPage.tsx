import { lazy, Suspense, useState } from "react";
import { Button } from "@fluentui/react-components";
import { Message } from "./Message";
import { RegisterView } from "./RegisterView";
import { adoptText } from "./text/adopt";
import { registerText } from "./text/register";
import type { ViewProps } from "./view";

const AdoptView = lazy(async () => ({ default: (await import("./AdoptView")).AdoptView }));

/** The register in front, or how to come by one. */
export function RegisterPage({ state, session }: ViewProps) {
  const [adopting, setAdopting] = useState(false);
  if (adopting) {
    return (
      <Suspense fallback={<Message title={adoptText.reading} paragraphs={[]} />}>
        <AdoptView session={session} busy={state.busy} onDone={() => setAdopting(false)} />
      </Suspense>
    );
  }
  if (state.registers === null) {
    return (
      <Message title={registerText.unreadTitle} paragraphs={[]} action={registerText.tryAgain} onAction={() => void session.refresh()} />
    );
  }
  if (state.current === null) {
    return (
      <>
        <Message
          title={registerText.emptyTitle}
          paragraphs={[registerText.empty, registerText.emptyFunctions]}
          action={state.busy ? registerText.inserting : registerText.insert}
          busy={state.busy}
          onAction={() => void session.insertSample()}
        />
        <p>
          <Button onClick={() => setAdopting(true)}>{adoptText.open}</Button>
        </p>
      </>
    );
  }
  return (
    <RegisterView
      register={state.current}
      others={state.registers.filter((register) => register !== state.current)}
      state={state}
      session={session}
      onAdopt={() => setAdopting(true)}
    />
  );
}
