import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button, Field, Input, mergeClasses, Text, Textarea } from "@fluentui/react-components";
import type { Edit, ScenarioStructure } from "../../domain/boundary/scenario";
import type { Problem } from "../../domain/problem";
import { bandStepText } from "../text/band-step";
import { type FieldName, fieldOf, fieldsOf, noteOf, type StepKind, stepOf, titleOf, type Values } from "./band-step";
import { useBoundaryStyles } from "./style";

interface StepFormProps {
  readonly kind: StepKind;
  readonly structure: ScenarioStructure;
  /** The band's place; of no account where a band is added. */
  readonly place: number;
  readonly onStep: (edit: Edit) => Problem | null;
  readonly onClose: () => void;
}

/** One step over a band: what is wrong with it is said at the field, and nothing changes until it is right. */
export function StepForm({ kind, structure, place, onStep, onClose }: StepFormProps) {
  const shared = useBoundaryStyles();
  const [fields] = useState(() => fieldsOf(kind, structure, place));
  const [values, setValues] = useState<Values>(() => Object.fromEntries(fields.map(({ name, initial }) => [name, initial])));
  const [fault, setFault] = useState<{ readonly field: FieldName; readonly sentence: string } | null>(null);
  const title = titleOf(kind, structure.bands.bands[place]?.label ?? "");
  const note = noteOf(kind, structure, place);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
    first?.focus();
    first?.select();
  }, []);
  const refuse = (field: FieldName, sentence: string): void => {
    setFault({ field, sentence });
    form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
  };
  const take = (): void => {
    const typed = stepOf(kind, structure, place, values);
    if (!typed.ok) return refuse(typed.field, typed.sentence);
    const problem = onStep(typed.edit);
    if (problem === null) onClose();
    else refuse(fieldOf(kind, problem), bandStepText.problem(problem));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") onClose();
  };
  return (
    <form
      ref={form}
      className={shared.section}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <Text weight="semibold">{title}</Text>
      {note !== null && (
        <Text size={200} className={shared.quiet}>
          {note}
        </Text>
      )}
      <div className={mergeClasses(shared.fields, shared.tops)}>
        {fields.map(({ name, label, lines }) => {
          const wrong = fault?.field === name ? { validationState: "error" as const, validationMessage: fault.sentence } : {};
          const common = { name, value: values[name] ?? "", onKeyDown };
          const change = (value: string): void => {
            setValues({ ...values, [name]: value });
            setFault(null);
          };
          return (
            <Field key={name} label={label} className={shared.wide} {...wrong}>
              {lines === true ? (
                <Textarea {...common} rows={6} onChange={(_, { value }) => change(value)} />
              ) : (
                <Input {...common} autoComplete="off" onChange={(_, { value }) => change(value)} />
              )}
            </Field>
          );
        })}
      </div>
      <div className={shared.row}>
        <Button size="small" appearance="primary" type="submit">
          {bandStepText.done}
        </Button>
        <Button size="small" onClick={onClose}>
          {bandStepText.cancel}
        </Button>
      </div>
    </form>
  );
}
