import { useState } from "react";
import { Button, Field, Input, makeStyles, Select, Text, Textarea, Title3, tokens } from "@fluentui/react-components";
import { library } from "../data/library";
import { describe } from "../domain/problem";
import { readGradeText } from "../domain/scheme/grade-text";
import type { Session } from "../session/session";
import type { ChosenChart, ChosenGrades } from "../workbook/chosen-table";
import { useHeadingFocus } from "./heading-focus";
import { ChartPicker, GradesPicker } from "./OwnChartFields";
import { createText } from "./text/create";
import { tableText } from "./text/table";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "16px" },
  heading: { margin: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
  quiet: { color: tokens.colorNeutralForeground2 },
  field: { minWidth: 0, "& select, & input": { minWidth: 0, textOverflow: "ellipsis" } },
});

const MOST_JOBS = 500;
const OWN = "own";

interface CreateViewProps {
  readonly session: Session;
  readonly busy: boolean;
  readonly onDone: () => void;
}

/** Asks for what a new register needs, and no more. */
export function CreateView({ session, busy, onDone }: CreateViewProps) {
  const styles = useStyles();
  const [schemeId, setSchemeId] = useState(library.schemes[0]?.id ?? "");
  const [name, setName] = useState("Register");
  const [jobs, setJobs] = useState("50");
  const [grades, setGrades] = useState("");
  const [tried, setTried] = useState(false);
  const [chart, setChart] = useState<ChosenChart | null>(null);
  const [ownGrades, setOwnGrades] = useState<ChosenGrades | null>(null);
  const own = schemeId === OWN;
  const scheme = library.schemes.find(({ id }) => id === schemeId);
  const needsGrades = scheme?.bands === null;
  const reading = needsGrades ? readGradeText(grades) : null;
  const gradeFault = reading === null || reading.ok ? null : grades.trim() === "" ? createText.gradesEmpty : describe(reading.problem);
  const count = /^\d{1,3}$/.test(jobs.trim()) ? Number(jobs) : 0;
  const jobsFault = count >= 1 && count <= MOST_JOBS ? null : createText.jobsFault;
  const create = async (): Promise<void> => {
    setTried(true);
    if (busy || gradeFault !== null || jobsFault !== null) return;
    const start = { name: sheetName(name), jobs: count };
    if (own) {
      if (chart?.reading.ok !== true || ownGrades?.reading.ok === false) return;
      if (await session.create({ ...start, chart, grades: ownGrades })) onDone();
    } else if (scheme !== undefined) {
      const table = reading?.ok === true ? reading.value.bands : null;
      if (await session.create({ ...start, scheme, grades: table })) onDone();
    }
  };
  const fault = (message: string | null) =>
    tried && message !== null ? { validationMessage: message, validationState: "error" as const } : {};
  const place = useHeadingFocus("create", "gone-to");
  return (
    <div ref={place}>
      <form
        className={styles.view}
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <Title3 as="h1" className={styles.heading}>
          {createText.title}
        </Title3>
        <Text>{createText.intro}</Text>
        <Field label={createText.scheme}>
          <Select className={styles.field} value={schemeId} onChange={(_, { value }) => setSchemeId(value)}>
            {library.schemes.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
            <option value={OWN}>{tableText.own}</option>
          </Select>
        </Field>
        {own && (
          <>
            <ChartPicker session={session} chart={chart} tried={tried} onChart={setChart} />
            <GradesPicker session={session} grades={ownGrades} onGrades={setOwnGrades} />
            <Text className={styles.quiet}>{tableText.noProfiles}</Text>
          </>
        )}
        <Field label={createText.name}>
          <Input className={styles.field} value={name} maxLength={31} onChange={(_, { value }) => setName(value)} />
        </Field>
        <Field label={createText.jobs} hint={createText.jobsHint} {...fault(jobsFault)}>
          <Input className={styles.field} inputMode="numeric" value={jobs} onChange={(_, { value }) => setJobs(value)} />
        </Field>
        {needsGrades && (
          <>
            <Text className={styles.quiet}>{createText.gradesNote}</Text>
            <Field label={createText.grades} hint={createText.gradesHint} {...fault(gradeFault)}>
              <Textarea rows={8} value={grades} resize="vertical" onChange={(_, { value }) => setGrades(value)} />
            </Field>
          </>
        )}
        <div className={styles.actions}>
          <Button appearance="primary" type="submit" disabledFocusable={busy}>
            {busy ? createText.creating : createText.create}
          </Button>
          <Button onClick={onDone}>{createText.cancel}</Button>
        </div>
      </form>
    </div>
  );
}

/** Excel refuses some characters in a sheet's name, and an empty one. */
const sheetName = (name: string): string =>
  name
    .replace(/[\\/?*[\]:]/g, " ")
    .replace(/^[\s']+|[\s']+$/g, "")
    .slice(0, 27) || "Register";
