import { useEffect, useRef, useState } from "react";
import { Button, Field, Input, Link, Select } from "@fluentui/react-components";
import type { BoundarySession, BoundaryState } from "../../session/boundary-state";
import { boundaryText } from "../text/boundary";
import { useBoundaryStyles } from "./style";

/** Which scenario is shown, and what can be done with it as a whole. */
export function ScenarioBar({ state, session }: { readonly state: BoundaryState; readonly session: BoundarySession }) {
  const shared = useBoundaryStyles();
  const [name, setName] = useState<string | null>(null);
  const { scenarios, shown, deleted } = state;
  const form = useRef<HTMLFormElement>(null);
  const naming = name !== null;
  useEffect(() => {
    if (naming) form.current?.querySelector("input")?.select();
  }, [naming]);
  if (name !== null) {
    const keep = (): void => {
      session.rename(name);
      setName(null);
    };
    return (
      <form
        ref={form}
        className={shared.section}
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <Field label={boundaryText.renameLabel}>
          <Input value={name} maxLength={60} onChange={(_, { value }) => setName(value)} />
        </Field>
        <div className={shared.row}>
          <Button size="small" appearance="primary" type="submit">
            {boundaryText.renameDone}
          </Button>
          <Button size="small" onClick={() => setName(null)}>
            {boundaryText.cancel}
          </Button>
        </div>
      </form>
    );
  }
  return (
    <div className={shared.section}>
      <Field label={boundaryText.scenario} className={shared.select}>
        <Select value={shown.id} onChange={(_, { value }) => session.show(value)}>
          {scenarios.map((scenario) => (
            <option key={scenario.id} value={scenario.id}>
              {scenario.name}
            </option>
          ))}
        </Select>
      </Field>
      <div className={shared.row}>
        <Button size="small" onClick={() => session.create()}>
          {boundaryText.create}
        </Button>
        <Button size="small" onClick={() => session.copy()}>
          {boundaryText.copy}
        </Button>
        <Button size="small" onClick={() => setName(shown.name)}>
          {boundaryText.rename}
        </Button>
        <Button size="small" onClick={() => session.remove()}>
          {boundaryText.remove}
        </Button>
      </div>
      {deleted.length > 0 && (
        <details>
          <summary tabIndex={0} className={shared.summary}>
            {boundaryText.deletedTitle}
          </summary>
          <ul className={shared.list}>
            {deleted.map(({ id, name: old }) => (
              <li key={id}>
                <Link as="button" inline onClick={() => session.bringBack(id)}>
                  {boundaryText.bringBack(old)}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
