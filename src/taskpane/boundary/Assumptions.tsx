import { Checkbox, Field, Select } from "@fluentui/react-components";
import type { Assumptions as Assumed } from "../../workbook/scenario-store";
import { payText } from "../text/pay";
import { NumberField } from "./NumberField";
import { useBoundaryStyles } from "./style";

interface AssumptionsProps {
  readonly assumptions: Assumed;
  readonly onChange: (change: Partial<Assumed>) => void;
}

const YEARS = [1, 2, 3, 4, 5] as const;

/** The employer's choices that costs rest on. */
export function Assumptions({ assumptions, onChange }: AssumptionsProps) {
  const shared = useBoundaryStyles();
  const { fields } = payText;
  return (
    <details>
      <summary tabIndex={0} className={shared.summary}>
        {payText.assumptions}
      </summary>
      <div className={shared.section}>
        <Field label={fields.rule} className={shared.select}>
          <Select
            value={assumptions.rule}
            onChange={(_, { value }) => onChange({ rule: value === "increase" ? "increase" : "at-or-above" })}
          >
            <option value="at-or-above">{fields.atOrAbove}</option>
            <option value="increase">{fields.increase}</option>
          </Select>
        </Field>
        <div className={shared.fields}>
          <NumberField
            label={fields.protection}
            value={assumptions.protection}
            low={0}
            high={120}
            whole
            onChange={(protection) => onChange({ protection: protection ?? 0 })}
          />
          <NumberField
            label={fields.taper}
            value={assumptions.taper}
            low={0}
            high={120}
            whole
            onChange={(taper) => onChange({ taper: taper ?? 0 })}
          />
          <NumberField
            label={fields.pensionPercent}
            value={assumptions.pensionPercent}
            low={0}
            high={100}
            optional
            onChange={(pensionPercent) => onChange({ pensionPercent })}
          />
          <NumberField
            label={fields.insurancePercent}
            value={assumptions.insurancePercent}
            low={0}
            high={100}
            onChange={(insurancePercent) => onChange({ insurancePercent: insurancePercent ?? 0 })}
          />
          <NumberField
            label={fields.insuranceThreshold}
            value={assumptions.insuranceThreshold}
            low={0}
            high={1_000_000}
            onChange={(insuranceThreshold) => onChange({ insuranceThreshold: insuranceThreshold ?? 0 })}
          />
          <NumberField
            label={fields.awardPercent}
            value={assumptions.awardPercent}
            low={0}
            high={100}
            onChange={(awardPercent) => onChange({ awardPercent: awardPercent ?? 0 })}
          />
          <NumberField
            label={fields.progressionMonth}
            value={assumptions.progressionMonth}
            low={0}
            high={11}
            whole
            optional
            onChange={(progressionMonth) => onChange({ progressionMonth })}
          />
          <NumberField
            label={fields.near}
            value={assumptions.near}
            low={1}
            high={100}
            whole
            onChange={(near) => onChange({ near: near ?? 10 })}
          />
          <NumberField
            label={fields.large}
            value={assumptions.large}
            low={1}
            high={10_000}
            whole
            onChange={(large) => onChange({ large: large ?? 20 })}
          />
          <NumberField
            label={fields.mainly}
            value={assumptions.mainly}
            low={51}
            high={100}
            onChange={(mainly) => onChange({ mainly: mainly ?? 70 })}
          />
          <Field label={fields.years} className={shared.select}>
            <Select
              value={String(assumptions.years)}
              onChange={(_, { value }) => onChange({ years: YEARS.find((years) => String(years) === value) ?? 3 })}
            >
              {YEARS.map((years) => (
                <option key={years}>{years}</option>
              ))}
            </Select>
          </Field>
        </div>
        <Checkbox
          label={fields.vacancies}
          checked={assumptions.vacancies}
          onChange={(_, { checked }) => onChange({ vacancies: checked === true })}
        />
      </div>
    </details>
  );
}
