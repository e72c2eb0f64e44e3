import { Fragment, useRef, useState } from "react";
import { Button, makeStyles, mergeClasses, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import type { Edit } from "../../domain/boundary/scenario";
import type { Problem } from "../../domain/problem";
import type { Picture } from "../../session/boundary-picture";
import { bandStepText } from "../text/band-step";
import { boundaryText } from "../text/boundary";
import { describeStep } from "../text/step";
import { type StepKind, stepsFor } from "./band-step";
import { StepForm } from "./StepForm";
import { useBoundaryStyles } from "./style";
import { WideTable } from "./WideTable";

const useStyles = makeStyles({
  band: { minWidth: 0, padding: "0 4px 0 0", justifyContent: "flex-start", fontWeight: tokens.fontWeightRegular },
  /** As wide as the pane, however wide the table is that it stands in. */
  inside: { position: "sticky", left: 0, width: "calc(100vw - 48px)", maxWidth: "480px", paddingBottom: "8px" },
});

interface BandSectionProps {
  /** Jobs without any level: no total has them. */
  readonly blank: number;
  readonly picture: Picture;
  readonly onStep: (edit: Edit) => Problem | null;
}

/** What is open: a band's row, and the form in it; the place -1 stands for a band to be added. */
interface Opened {
  readonly place: number;
  readonly kind: StepKind | null;
}

/** Every band with its scores and jobs, before and after; each can be renamed, split, merged and given other pay. It is the chart's table. */
export function BandSection({ picture, blank, onStep }: BandSectionProps) {
  const shared = useBoundaryStyles();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [said, setSaid] = useState("");
  const section = useRef<HTMLElement>(null);
  const focusOn = (name: string): void => section.current?.querySelector<HTMLElement>(`[data-focus="${name}"]`)?.focus();
  const take = (edit: Edit): Problem | null => {
    const problem = onStep(edit);
    if (problem === null) setSaid(describeStep(edit));
    return problem;
  };
  const close = (place: number): void => {
    setOpened(null);
    focusOn(place < 0 ? "add" : String(place));
  };
  const toggle = (place: number): void => {
    setSaid("");
    setOpened(opened?.place === place ? null : { place, kind: null });
  };
  const { after } = picture;
  return (
    <section ref={section} className={shared.section} aria-labelledby="boundary-bands">
      <Subtitle2 as="h2" id="boundary-bands" className={shared.heading}>
        {bandStepText.title}
      </Subtitle2>
      <Text size={200} className={shared.quiet}>
        {bandStepText.note}
      </Text>
      <BandTable
        picture={picture}
        blank={blank}
        opened={opened}
        onToggle={toggle}
        inside={(place) =>
          opened?.kind == null ? (
            <div className={shared.row} role="group" aria-label={bandStepText.change(after.bands.bands[place]?.label ?? "")}>
              {stepsFor(after, place).map(({ kind, name }) => (
                <Button key={kind} size="small" onClick={() => setOpened({ place, kind })}>
                  {name}
                </Button>
              ))}
            </div>
          ) : (
            <StepForm key={opened.kind} kind={opened.kind} structure={after} place={place} onStep={take} onClose={() => close(place)} />
          )
        }
      />
      {opened?.kind === "add" ? (
        <StepForm kind="add" structure={after} place={0} onStep={take} onClose={() => close(-1)} />
      ) : (
        <div>
          <Button size="small" data-focus="add" onClick={() => setOpened({ place: -1, kind: "add" })}>
            {bandStepText.add}
          </Button>
        </div>
      )}
      <Text role="status">{said}</Text>
    </section>
  );
}

interface BandTableProps {
  readonly picture: Picture;
  readonly blank: number;
  readonly opened: Opened | null;
  readonly onToggle: (place: number) => void;
  readonly inside: (place: number) => React.ReactNode;
}

function BandTable({ picture, blank, opened, onToggle, inside }: BandTableProps) {
  const shared = useBoundaryStyles();
  const styles = useStyles();
  const number = mergeClasses(shared.cell, shared.number);
  const { columns } = boundaryText;
  const { rows, gone, last } = linesOf(picture);
  const figures = ({ was, now, heads }: Line) =>
    [boundaryText.count(was), boundaryText.count(now), boundaryText.signed(now - was), boundaryText.count(heads)].map((figure, column) => (
      <td key={column} className={number}>
        {figure}
      </td>
    ));
  return (
    <WideTable caption={boundaryText.tableCaption}>
      <thead>
        <tr>
          <th scope="col" className={shared.cell}>
            {columns.band}
          </th>
          {[columns.from, columns.to, columns.before, columns.after, columns.change, columns.people].map((heading) => (
            <th key={heading} scope="col" className={number}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((line, place) => {
          const open = opened?.place === place;
          return (
            <Fragment key={place}>
              <tr>
                <th scope="row" className={shared.cell}>
                  <Button
                    appearance="transparent"
                    size="small"
                    className={styles.band}
                    data-focus={String(place)}
                    aria-label={bandStepText.change(line.label)}
                    aria-expanded={open}
                    icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
                    onClick={() => onToggle(place)}
                  >
                    {line.label}
                  </Button>
                </th>
                <td className={number}>{line.from}</td>
                <td className={number}>{line.to ?? boundaryText.open}</td>
                {figures(line)}
              </tr>
              {open && (
                <tr>
                  <td colSpan={7} className={shared.cell}>
                    <div className={styles.inside}>{inside(place)}</div>
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
        {[...gone, ...last].map((line) => (
          <tr key={line.label}>
            <th scope="row" colSpan={3} className={mergeClasses(shared.cell, last.includes(line) && shared.strong)}>
              {line.label}
            </th>
            {figures(line)}
          </tr>
        ))}
        {blank > 0 && (
          <tr>
            <th scope="row" colSpan={3} className={shared.cell}>
              {boundaryText.notScored}
            </th>
            <td className={number}>{boundaryText.count(blank)}</td>
            <td className={number}>{boundaryText.count(blank)}</td>
            <td colSpan={2} />
          </tr>
        )}
      </tbody>
    </WideTable>
  );
}

interface Line {
  readonly label: string;
  readonly was: number;
  readonly now: number;
  readonly heads: number;
}

/** The scenario's bands, those of the baseline that are no more, and what closes the table. */
function linesOf({ before, after, spread, people }: Picture) {
  const rows = after.bands.bands.map(({ label, from, to }, place) => ({
    label: String(label),
    from,
    to,
    was: spread.before.bands[after.lineage[place] ?? -1] ?? 0,
    now: spread.after.bands[place] ?? 0,
    heads: people.after.bands[place] ?? 0,
  }));
  const gone = before.bands.bands.flatMap(({ label }, place): Line[] =>
    after.lineage.includes(place) ? [] : [{ label: boundaryText.gone(label), was: spread.before.bands[place] ?? 0, now: 0, heads: 0 }],
  );
  const last: readonly Line[] = [
    { label: boundaryText.noBand, was: spread.before.unbanded, now: spread.after.unbanded, heads: people.after.unbanded },
    { label: boundaryText.total, was: spread.before.total, now: spread.after.total, heads: people.after.total },
  ];
  return { rows, gone, last };
}
