import { useState } from "react";
import { Button, Field, Input, Select, Text } from "@fluentui/react-components";
import type { Picture } from "../../session/boundary-picture";
import { boundaryText } from "../text/boundary";
import { useBoundaryStyles } from "./style";

interface BoundaryEditorProps {
  readonly picture: Picture;
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
  readonly onMove: (band: string | number, from: number) => void;
}

const STEPS = [-5, -1, 1, 5];

/** One boundary by number: typed, or nudged by buttons. */
export function BoundaryEditor({ picture, chosen, onChoose, onMove }: BoundaryEditorProps) {
  const shared = useBoundaryStyles();
  const { before, after } = picture;
  const { bands } = after.bands;
  const [typed, setTyped] = useState<{ readonly for: string; readonly text: string } | null>(null);
  const band = bands[chosen];
  if (band === undefined) return <Text>{boundaryText.oneBand}</Text>;
  const was = before.bands.bands[after.lineage[chosen] ?? -1]?.from;
  const key = `${chosen} ${band.from}`;
  const text = typed?.for === key ? typed.text : String(band.from);
  const whole = /^\d{1,6}$/.test(text.trim());
  const apply = (): void => {
    if (whole && Number(text) !== band.from) onMove(band.label, Number(text));
  };
  return (
    <div className={shared.section}>
      <div className={shared.fields}>
        <Field label={boundaryText.boundary} className={shared.select}>
          <Select value={String(chosen)} onChange={(_, { value }) => onChoose(Number(value))}>
            {bands.slice(1).map(({ label }, index) => (
              <option key={index} value={index + 1}>
                {boundaryText.boundaryOf(bands[index]?.label ?? "", label)}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label={boundaryText.startsAt(band.label)}
          className={shared.narrow}
          {...(whole ? {} : { validationState: "error" as const, validationMessage: boundaryText.notWhole(text) })}
        >
          <Input
            inputMode="numeric"
            value={text}
            onChange={(_, { value }) => setTyped({ for: key, text: value })}
            onBlur={apply}
            onKeyDown={(event) => {
              if (event.key === "Enter") apply();
            }}
          />
        </Field>
      </div>
      <div className={shared.row}>
        {STEPS.map((points) => (
          <Button
            key={points}
            size="small"
            aria-label={`${boundaryText.startsAt(band.label)}: ${boundaryText.step(points)}`}
            onClick={() => onMove(band.label, band.from + points)}
          >
            {boundaryText.stepShort(points)}
          </Button>
        ))}
        <Text size={200} className={shared.quiet}>
          {was === undefined ? boundaryText.notBefore : boundaryText.was(was)}
        </Text>
      </div>
    </div>
  );
}
