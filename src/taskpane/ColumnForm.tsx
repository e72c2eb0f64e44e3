import { useState } from "react";
import { Button, Checkbox, Field, makeStyles, Select, Subtitle2, Text, Title3, tokens } from "@fluentui/react-components";
import { library } from "../data/library";
import { columnNames, type ColumnName } from "../data/register/heading";
import { type Factor, factorTitle, type Scheme } from "../domain/scheme/scheme";
import type { Session } from "../session/session";
import { columnLetters } from "../workbook/address";
import { isFoundAgain } from "../workbook/adoption/location";
import type { SheetLook } from "../workbook/adoption/look";
import type { HeadingRows } from "../workbook/adoption/recognition";
import type { Recognition } from "../workbook/adoption/survey";
import type { ChosenChart } from "../workbook/chosen-table";
import { OWN_SCHEME, schemeKey } from "../workbook/mapping";
import { adoptText } from "./text/adopt";
import { registerText } from "./text/register";
import { tableText } from "./text/table";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "16px" },
  section: { display: "flex", flexDirection: "column", gap: "10px" },
  fields: { display: "flex", flexDirection: "column" },
  heading: { margin: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
  quiet: { color: tokens.colorNeutralForeground2 },
  select: { minWidth: 0, "& select": { minWidth: 0, textOverflow: "ellipsis" } },
});

const factorLabel = ({ number, name }: Factor): string => (name === "" ? `Factor ${number}` : `${number} ${name}`);

/** Whether the column proposed for a factor needs the person's eye. */
function isUnsure({ factors, rivals }: Recognition, place: number, column: number | null): boolean {
  const found = factors[place];
  if (found?.column !== column || found.why === "agreed") return false;
  return (found.why !== "name" && found.why !== "number") || (rivals[place] ?? []).length > 0;
}

/** Why a column is proposed, or what there is to choose from; what needs the person's eye is a warning. */
function hintsOf(
  recognition: Recognition,
  place: number,
  column: number | null,
  samples: readonly string[],
  nameOf: (column: number) => string,
) {
  const rivals = (recognition.rivals[place] ?? []).map(nameOf);
  if (column === null) {
    const message = rivals.length > 1 ? adoptText.chooseFrom(rivals) : adoptText.choose;
    return { validationMessage: message, validationState: "warning" as const };
  }
  const found = recognition.factors[place];
  const proposed = found?.column === column;
  const reason = proposed ? adoptText.why[found.why] : adoptText.byHand;
  const hint = samples[column] === "" || samples[column] === undefined ? "" : adoptText.sample(samples[column]);
  if (!isUnsure(recognition, place, column)) return { hint: hint === "" ? reason : `${reason}. ${hint}` };
  const message = rivals.length > 0 ? adoptText.also(reason, rivals) : reason;
  return { hint, validationMessage: message, validationState: "warning" as const };
}

interface ColumnFormProps {
  readonly session: Session;
  readonly busy: boolean;
  readonly look: SheetLook;
  readonly recognition: Recognition;
  /** The points chart that was pointed at just now. */
  readonly chart: ChosenChart | null;
  readonly onScheme: (scheme: Scheme) => void;
  readonly onOwn: () => void;
  readonly onHeadings: (rows: HeadingRows) => void;
  readonly onAgain: () => void;
  readonly onDone: () => void;
}

/** What each column was recognised as, for the person to put right and agree to. */
export function ColumnForm({ session, look, recognition, busy, chart, onDone, onScheme, onOwn, onHeadings, onAgain }: ColumnFormProps) {
  const styles = useStyles();
  const { scheme, headings } = recognition;
  const [factors, setFactors] = useState<readonly (number | null)[]>(recognition.factors.map((factor) => factor?.column ?? null));
  const [columns, setColumns] = useState<Readonly<Partial<Record<ColumnName, number>>>>(recognition.columns);
  const nameOf = (column: number): string => `${columnLetters(look.columnIndex + column)}: ${headings[column] ?? ""}`;
  const recognised = recognition.factors.filter((factor) => factor !== null).length;
  const missing = scheme.factors.filter((_, place) => factors[place] === null).map(factorTitle);
  const chosen = factors.filter((column) => column !== null);
  const twice = [...new Set(chosen.filter((column, index) => chosen.indexOf(column) !== index))].map(nameOf);
  const nameless = [...new Set([...chosen, ...Object.values(columns)])].filter((column) => !isFoundAgain(headings, column)).map(nameOf);
  const adopt = async (): Promise<void> => {
    const { headingRows } = recognition;
    const choice = { sheetId: look.sheetId, scheme, chart, headingRows, headings, factors: chosen, columns };
    if (await session.adopt(choice, look.sheetName)) onDone();
  };
  const hints = (place: number) => hintsOf(recognition, place, factors[place] ?? null, look.samples, nameOf);
  const toCheck = scheme.factors.filter(
    (_, place) => factors[place] !== null && isUnsure(recognition, place, factors[place] ?? null),
  ).length;
  const options = headings.map((heading, column) => (
    <option key={column} value={column}>
      {columnLetters(look.columnIndex + column)}: {heading}
    </option>
  ));
  return (
    <div className={styles.view}>
      <header className={styles.section}>
        <Title3 as="h1" className={styles.heading}>
          {adoptText.title}
        </Title3>
        <Text>{adoptText.intro(look.sheetName)}</Text>
        <Text weight="semibold">{adoptText.found(recognised, scheme.factors.length, recognition.jobs)}</Text>
        {toCheck > 0 && <Text>{adoptText.toCheck(toCheck)}</Text>}
        {recognition.leftOut.length > 0 && (
          <Text className={styles.quiet}>
            {adoptText.leftOut(recognition.leftOut.map(({ row, why: reason }) => ({ row: look.rowIndex + row, why: reason })))}{" "}
            {adoptText.leftOutNote}
          </Text>
        )}
        {recognition.doubtful.length > 0 && <Text>{adoptText.doubtful(recognition.doubtful.map((row) => look.rowIndex + row))}</Text>}
      </header>
      <HeadingRowField {...{ look, recognition, onHeadings }} />
      <Field
        label={adoptText.scheme}
        {...(scheme.name !== "own" && recognised * 2 < scheme.factors.length ? { hint: adoptText.fewFound } : {})}
      >
        <Select
          className={styles.select}
          value={schemeKey(scheme)}
          onChange={(_, { value }) => {
            if (value === OWN_SCHEME) return onOwn();
            const other = library.schemes.find(({ id }) => id === value);
            if (other !== undefined) onScheme(other);
          }}
        >
          {library.schemes.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
          <option value={OWN_SCHEME}>{tableText.own}</option>
        </Select>
      </Field>
      {scheme.name === "own" && (
        <div className={styles.actions}>
          <Text>{registerText.schemeLine(scheme)}</Text>
          <Button size="small" onClick={onOwn}>
            {adoptText.otherChart}
          </Button>
        </div>
      )}
      <section className={styles.section}>
        <Subtitle2 as="h2" className={styles.heading}>
          {adoptText.factors}
        </Subtitle2>
        {scheme.factors.map((factor, place) => (
          <Field key={factor.number} label={factorLabel(factor)} {...hints(place)}>
            <Select
              className={styles.select}
              value={factors[place] ?? ""}
              onChange={(_, { value }) => setFactors(factors.with(place, value === "" ? null : Number(value)))}
            >
              <option value="">{adoptText.none}</option>
              {options}
            </Select>
          </Field>
        ))}
      </section>
      <section className={styles.section}>
        <Subtitle2 as="h2" className={styles.heading}>
          {adoptText.others}
        </Subtitle2>
        {columnNames.map((name) => (
          <Field key={name} label={adoptText.column[name]}>
            <Select
              className={styles.select}
              value={columns[name] ?? ""}
              onChange={(_, { value }) => {
                const others = Object.entries(columns).filter(([other]) => other !== name);
                setColumns(Object.fromEntries(value === "" ? others : [...others, [name, Number(value)]]));
              }}
            >
              <option value="">{adoptText.none}</option>
              {options}
            </Select>
          </Field>
        ))}
      </section>
      {missing.length > 0 && <Text role="status">{adoptText.missing(missing)}</Text>}
      {nameless.length > 0 && <Text role="status">{adoptText.nameless(nameless)}</Text>}
      {twice.length > 0 && <Text role="status">{adoptText.twice(twice)}</Text>}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={busy || missing.length + twice.length + nameless.length > 0}
          onClick={() => void adopt()}
        >
          {adoptText.adopt}
        </Button>
        {nameless.length > 0 && <Button onClick={onAgain}>{adoptText.again}</Button>}
        <Button onClick={onDone}>{adoptText.cancel}</Button>
      </div>
    </div>
  );
}

interface HeadingRowFieldProps {
  readonly look: SheetLook;
  readonly recognition: Recognition;
  readonly onHeadings: (rows: HeadingRows) => void;
}

/** The row that the headings were taken from. Another one, or the row above it with it, is read anew. */
function HeadingRowField({ look, recognition, onHeadings }: HeadingRowFieldProps) {
  const styles = useStyles();
  const { headingRow, headingRows } = recognition;
  const ask = (lower: number, two: boolean): void => onHeadings({ lower, upper: two ? lower - 1 : null });
  const known = look.textRows.some(({ row }) => row === headingRow);
  const rows = known
    ? look.textRows
    : [{ row: headingRow, text: recognition.headings.find((text) => text !== "") ?? "" }, ...look.textRows];
  return (
    <div className={styles.fields}>
      <Field label={adoptText.headingRow} hint={adoptText.headingRowNote}>
        <Select className={styles.select} value={headingRow} onChange={(_, { value }) => ask(Number(value), false)}>
          {rows.map(({ row, text }) => (
            <option key={row} value={row}>
              {adoptText.rowOfText(look.rowIndex + row, text)}
            </option>
          ))}
        </Select>
      </Field>
      {headingRow > 0 && (
        <Checkbox
          label={adoptText.rowAbove(look.rowIndex + headingRow - 1)}
          checked={headingRows === 2}
          onChange={(_, { checked }) => ask(headingRow, checked === true)}
        />
      )}
    </div>
  );
}
