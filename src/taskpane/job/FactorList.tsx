import { useEffect, useRef, useState } from "react";
import { Badge, makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import type { FactorDescription } from "../../data/description";
import type { JobSession, OpenJob } from "../../session/job";
import { type FactorState, offeredOrder } from "../../session/job-draft";
import { jobText } from "../text/job";
import { FactorPicker } from "./FactorPicker";
import { useJobStyles } from "./style";

const useStyles = makeStyles({
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  heading: { margin: 0, fontSize: "inherit", fontWeight: "inherit" },
  button: {
    display: "grid",
    gridTemplateColumns: "20px 1fr auto",
    columnGap: "4px",
    alignItems: "center",
    width: "100%",
    padding: "6px 0",
    border: "none",
    background: "none",
    color: "inherit",
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  marks: { display: "flex", flexWrap: "wrap", gap: "4px", gridColumnStart: "2", gridColumnEnd: "span 2" },
  level: { fontWeight: tokens.fontWeightSemibold },
  content: { padding: "4px 0 16px 24px", minWidth: 0 },
});

type Descriptions = readonly (FactorDescription | undefined)[] | null;

/** What each factor and level asks, loaded when first needed: it is most of this view's weight. */
function useDescriptions(edition: string, factors: readonly { readonly number: number }[]): Descriptions | "failed" {
  const [loaded, setLoaded] = useState<{ readonly edition: string; readonly descriptions: Descriptions | "failed" }>();
  useEffect(() => {
    let wanted = true;
    const keep = (descriptions: Descriptions | "failed"): void => {
      if (wanted) setLoaded({ edition, descriptions });
    };
    import(/* webpackChunkName: "view-job-description" */ "../../data/description").then(
      ({ factorDescription }) => keep(factors.map(({ number }) => factorDescription(edition, number))),
      () => keep("failed"),
    );
    return () => {
      wanted = false;
    };
  }, [edition, factors]);
  return loaded?.edition === edition ? loaded.descriptions : null;
}

/** A factor to be gone to; a new object each time. */
export interface FactorRequest {
  readonly place: number;
}

interface FactorListProps {
  readonly open: OpenJob;
  readonly job: JobSession;
  readonly request: FactorRequest | null;
}

/** The factors in the order in which they are offered, one open at a time. */
export function FactorList({ open: { scheme, factors, shown }, job, request }: FactorListProps) {
  const styles = useStyles();
  const shared = useJobStyles();
  const descriptions = useDescriptions(scheme.id, scheme.factors);
  const [opened, setOpened] = useState<number | null>(null);
  const order = offeredOrder(scheme);
  const buttons = useRef(new Map<number, HTMLButtonElement>());
  const goTo = (place: number): void => {
    setOpened(place);
    const button = buttons.current.get(place);
    button?.focus();
  };
  useEffect(() => {
    if (request === null) return;
    setOpened(request.place);
    buttons.current.get(request.place)?.focus();
  }, [request]);
  const levels = factors.filter(({ reading }) => reading.kind === "level").length;
  const reasons = factors.filter(({ note }) => note.reason.trim() !== "").length;
  return (
    <section className={shared.section} aria-labelledby="job-factors">
      <Subtitle2 as="h2" id="job-factors" className={shared.heading}>
        {jobText.factors}
      </Subtitle2>
      <Text className={shared.quiet}>{jobText.progress(levels, reasons, factors.length)}</Text>
      {descriptions === "failed" && <Text>{jobText.descriptionsFailed}</Text>}
      <div>
        {order.map((place, index) => {
          const state = factors[place]!;
          const { factor, reading } = state;
          const next = order[index + 1];
          const isOpen = opened === place;
          return (
            <div key={place} className={styles.item}>
              <h3 className={styles.heading}>
                <button
                  type="button"
                  className={styles.button}
                  aria-expanded={isOpen}
                  ref={(element) => {
                    if (element !== null) buttons.current.set(place, element);
                  }}
                  onClick={() => setOpened(isOpen ? null : place)}
                >
                  {isOpen ? <ChevronDownRegular aria-hidden /> : <ChevronRightRegular aria-hidden />}
                  <span>{jobText.factorNumber(factor)}</span>
                  <span className={styles.level}>{jobText.level(reading)}</span>
                  <Marks state={state} />
                </button>
              </h3>
              {isOpen && (
                <div className={styles.content}>
                  <FactorPicker
                    state={state}
                    description={descriptions === "failed" ? undefined : descriptions?.[place]}
                    pointsShown={shown}
                    offeredLast={index === order.length - 1 && place !== order.length - 1}
                    job={job}
                    next={next === undefined ? undefined : factors[next]?.factor}
                    onNext={() => {
                      if (next !== undefined) goTo(next);
                    }}
                  />
                </div>
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}

function Marks({ state }: { readonly state: FactorState }) {
  const styles = useStyles();
  const shared = useJobStyles();
  const { note, levelChanged, noteChanged, levelConflict, noteConflict } = state;
  const changed = levelChanged || noteChanged;
  const conflict = levelConflict || noteConflict;
  const lacking = note.reason.trim() === "";
  if (!changed && !conflict && !lacking) return null;
  return (
    <span className={styles.marks}>
      {conflict && (
        <Badge appearance="outline" color="danger">
          {jobText.conflict}
        </Badge>
      )}
      {changed && <Badge appearance="outline">{jobText.changed}</Badge>}
      {lacking && (
        <Text size={200} className={shared.quiet}>
          {jobText.noReason}
        </Text>
      )}
    </span>
  );
}
