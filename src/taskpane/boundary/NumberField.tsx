import { useState } from "react";
import { Field, Input } from "@fluentui/react-components";
import { payText } from "../text/pay";
import { useBoundaryStyles } from "./style";

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly whole?: boolean;
  /** Whether the field may be blank. */
  readonly optional?: boolean;
  readonly onChange: (value: number | null) => void;
}

/** A number that is taken over once it is one; until then what was typed stays, with what is wanted. */
export function NumberField({ label, value, low, high, whole = false, optional = false, onChange }: NumberFieldProps) {
  const shared = useBoundaryStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value === null ? "" : String(value));
  const number = Number(text);
  const right =
    text.trim() === ""
      ? optional
      : /^\d+(\.\d+)?$/.test(text.trim()) && number >= low && number <= high && (!whole || Number.isInteger(number));
  return (
    <Field
      label={label}
      className={shared.narrow}
      {...(right ? {} : { validationState: "error" as const, validationMessage: payText.notNumber(low, high) })}
    >
      <Input
        inputMode="decimal"
        value={text}
        onChange={(_, { value: next }) => setTyped(next)}
        onBlur={() => {
          if (!right) return;
          const next = text.trim() === "" ? null : number;
          setTyped(null);
          if (next !== value) onChange(next);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
      />
    </Field>
  );
}
