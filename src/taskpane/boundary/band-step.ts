import { type BandPay, payOf, type PayPoint, pointKey, poundsOf, type Pence, penceOf } from "../../domain/boundary/pay";
import type { Edit, ScenarioStructure } from "../../domain/boundary/scenario";
import type { Problem } from "../../domain/problem";
import type { Band } from "../../domain/scheme/band";
import { bandStepText as text } from "../text/band-step";

/** What can be done with a band beside moving its boundary. */
export type StepKind = "rename" | "split" | "merge" | "range" | "points" | "add";

export type FieldName = "label" | "from" | "to" | "minimum" | "middle" | "maximum" | "points";

export interface StepField {
  readonly name: FieldName;
  readonly label: string;
  readonly initial: string;
  /** Several lines of text. */
  readonly lines?: boolean;
}

export type Values = Readonly<Partial<Record<FieldName, string>>>;

/** A step as it was typed, or the field that cannot be read and why. */
export type TypedStep =
  { readonly ok: true; readonly edit: Edit } | { readonly ok: false; readonly field: FieldName; readonly sentence: string };

/** Steps that make sense for the band at a place. */
export function stepsFor({ bands }: ScenarioStructure, place: number): readonly { readonly kind: StepKind; readonly name: string }[] {
  const above = bands.bands[place + 1];
  return [
    { kind: "rename", name: text.rename },
    { kind: "split", name: text.split },
    ...(above === undefined ? [] : [{ kind: "merge" as const, name: text.merge(above.label) }]),
    { kind: "range", name: text.range },
    { kind: "points", name: text.points },
  ];
}

export function titleOf(kind: StepKind, label: string | number): string {
  return kind === "add" ? text.forms.add : text.forms[kind](label);
}

/** What is to be known before a step is taken. */
export function noteOf(kind: StepKind, { bands: { bands } }: ScenarioStructure, place: number): string | null {
  const { notes } = text;
  const band = bands[place]!;
  return kind === "split" ? notes.split(band.from, band.to) : kind === "merge" ? notes.merge : kind === "add" ? notes.add : null;
}

/** The fields of a step, filled with what is likely wanted or with what holds now. */
export function fieldsOf(kind: StepKind, structure: ScenarioStructure, place: number): readonly StepField[] {
  const { bands } = structure.bands;
  const { fields } = text;
  const band = bands[place]!;
  const pay = payOf(structure.pay, band.label);
  switch (kind) {
    case "rename":
      return [{ name: "label", label: fields.name, initial: String(band.label) }];
    case "split":
      return [
        { name: "from", label: fields.splitAt, initial: middleOf(band) },
        { name: "label", label: fields.upperName, initial: `${band.label}+` },
      ];
    case "merge":
      return [{ name: "label", label: fields.mergedName, initial: String(band.label) }];
    case "range":
      return [
        { name: "minimum", label: fields.minimum, initial: moneyText(pay?.minimum) },
        { name: "middle", label: fields.middle, initial: isHalfWay(pay) ? "" : moneyText(pay?.middle) },
        { name: "maximum", label: fields.maximum, initial: moneyText(pay?.maximum) },
      ];
    case "points":
      return [{ name: "points", label: fields.points, initial: pointLines(pay), lines: true }];
    case "add": {
      const top = bands[bands.length - 1]!;
      return [
        { name: "label", label: fields.name, initial: "" },
        { name: "from", label: fields.from, initial: top.to === null ? "" : String(top.to + 1) },
        { name: "to", label: fields.to, initial: "" },
      ];
    }
  }
}

export function stepOf(kind: StepKind, { bands: { bands } }: ScenarioStructure, place: number, values: Values): TypedStep {
  const band = bands[place]!.label;
  const label = (values.label ?? "").trim();
  const [from, to] = [scoreOf(values.from), scoreOf(values.to)];
  switch (kind) {
    case "rename":
      return step({ kind, band, label });
    case "split":
      return from === null ? unread("from", text.notWhole(values.from ?? "")) : step({ kind, band, at: from, label });
    case "merge":
      return step({ kind, lower: band, upper: bands[place + 1]!.label, label });
    case "range":
      return rangeStep(band, values);
    case "points":
      return pointsStep(band, values.points ?? "");
    case "add":
      if (from === null) return unread("from", text.notWhole(values.from ?? ""));
      if (to === null && (values.to ?? "").trim() !== "") return unread("to", text.notWhole(values.to ?? ""));
      return step({ kind, label, from, to });
  }
}

/** The field that a refusal is about. */
export function fieldOf(kind: StepKind, problem: Problem): FieldName {
  const fault = problem.kind === "boundary" && problem.fault.kind === "edit" ? problem.fault.fault.kind : null;
  if (kind === "range") return "maximum";
  if (kind === "points") return "points";
  if (kind === "rename" || kind === "merge" || fault === "label-blank" || fault === "label-taken") return "label";
  return fault === "empty" ? "to" : "from";
}

const step = (edit: Edit): TypedStep => ({ ok: true, edit });
const unread = (field: FieldName, sentence: string): TypedStep => ({ ok: false, field, sentence });

function rangeStep(band: string | number, values: Values): TypedStep {
  const amounts: (Pence | null)[] = [];
  for (const field of ["minimum", "middle", "maximum"] as const) {
    const typed = values[field] ?? "";
    const amount = penceIn(typed);
    if (amount === null && !(field === "middle" && typed.trim() === "")) return unread(field, text.notMoney(typed));
    amounts.push(amount);
  }
  const [minimum, middle, maximum] = amounts as [Pence, Pence | null, Pence];
  return step({ kind: "re-price", band, pay: { kind: "range", minimum, middle, maximum } });
}

function pointsStep(band: string | number, typed: string): TypedStep {
  const points: PayPoint[] = [];
  for (const line of typed.split("\n").map((each) => each.trim())) {
    if (line === "") continue;
    const [, name, amount] = /^([^=]+)=([^=]+)$/.exec(line) ?? [];
    const pay = amount === undefined ? null : penceIn(amount);
    if (name === undefined || pay === null) return unread("points", text.notPoint(line));
    const same = points.find((point) => pointKey(point.name) === pointKey(name));
    if (same !== undefined) return unread("points", text.pointTwice(name.trim()));
    points.push({ name: name.trim(), pay });
  }
  const [first, ...others] = points;
  if (first === undefined) return unread("points", text.noPoints);
  return step({ kind: "re-price", band, pay: { kind: "points", points: [first, ...others] } });
}

const scoreOf = (typed = ""): number | null => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : null);

/** Pounds as a person writes them: with a pound sign, with commas between thousands. */
function penceIn(typed: string): Pence | null {
  const plain = typed.trim().replace(/^£\s*/, "");
  if (!/^(\d+|\d{1,3}(,\d{3})+)(\.\d{1,2})?$/.test(plain)) return null;
  const pence = penceOf(Number(plain.replace(/,/g, "")));
  return pence > 0 ? pence : null;
}

const moneyText = (pence: Pence | undefined): string => (pence === undefined ? "" : String(poundsOf(pence)));

const pointLines = (pay: BandPay | null): string =>
  (pay?.points ?? []).map(({ name, pay: pence }) => `${name} = ${poundsOf(pence)}`).join("\n");

const isHalfWay = (pay: BandPay | null): boolean => pay !== null && pay.middle === Math.round((pay.minimum + pay.maximum) / 2);

/** Half way up a band; of an open one, nothing says where. */
const middleOf = ({ from, to }: Band): string => (to === null ? "" : String(Math.ceil((from + to + 1) / 2)));
