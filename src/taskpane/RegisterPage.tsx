import { Message } from "./Message";
import { RegisterView } from "./RegisterView";
import { registerText } from "./text/register";
import type { ViewProps } from "./view";

/** The register in front, or how to come by one. */
export function RegisterPage({ state, session }: ViewProps) {
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
