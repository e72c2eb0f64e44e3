import { useState } from "react";
import { Button, Checkbox, Field, Select, Subtitle2, Text } from "@fluentui/react-components";
import { type Objective, searchBoundaries, type SearchResult } from "../../domain/boundary/search";
import type { Problem } from "../../domain/problem";
import type { BoundarySession, BoundaryState, ReadyBoundaries } from "../../session/boundary-state";
import { boundaryText } from "../text/boundary";
import { exploreText } from "../text/explore";
import { NumberField } from "./NumberField";
import { useBoundaryStyles } from "./style";

interface SearchSectionProps {
  readonly ready: ReadyBoundaries;
  readonly state: BoundaryState;
  readonly boundaries: BoundarySession;
}

type Goal = Objective["kind"];
const GOALS: readonly Goal[] = ["cost", "movers", "bunching"];

type Answer =
  | { readonly kind: "found"; readonly goal: Goal; readonly result: SearchResult; readonly scenario: string }
  | { readonly kind: "refused"; readonly problem: Problem };

/** The best boundaries for a goal under conditions; what is found becomes a scenario, with its reasons. */
export function SearchSection({ ready, state, boundaries }: SearchSectionProps) {
  const shared = useBoundaryStyles();
  const { baseline, counted } = ready;
  const [goal, setGoal] = useState<Goal>("bunching");
  const [shift, setShift] = useState(30);
  const [width, setWidth] = useState(20);
  const [fixed, setFixed] = useState<readonly string[]>([]);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const { bands } = baseline.bands;
  const search = (): void => {
    const objective: Objective | null =
      goal === "movers"
        ? { kind: "movers" }
        : goal === "bunching"
          ? { kind: "bunching", points: state.assumptions.near }
          : baseline.pay === null
            ? null
            : { kind: "cost", pay: baseline.pay, at: "middle" };
    if (objective === null) return;
    const found = searchBoundaries(counted.counts, baseline.bands, objective, { shift, width, fixed });
    if (!found.ok) return setAnswer({ kind: "refused", problem: found.problem });
    if (found.value.edits.length > 0) boundaries.create(found.value.edits, exploreText.scenarioName(goal));
    setAnswer({ kind: "found", goal, result: found.value, scenario: boundaries.getState().shown.id });
  };
  const lacksPay = goal === "cost" && baseline.pay === null;
  return (
    <section className={shared.section} aria-labelledby="boundary-search">
      <Subtitle2 as="h2" id="boundary-search" className={shared.heading}>
        {exploreText.searchTitle}
      </Subtitle2>
      <Field label={exploreText.goal} className={shared.select}>
        <Select value={goal} onChange={(_, { value }) => setGoal(GOALS.find((each) => each === value) ?? "movers")}>
          {GOALS.map((each) => (
            <option key={each} value={each}>
              {exploreText.goals[each]}
            </option>
          ))}
        </Select>
      </Field>
      <div className={shared.fields}>
        <NumberField label={exploreText.shift} value={shift} low={0} high={200} whole onChange={(value) => setShift(value ?? 0)} />
        <NumberField label={exploreText.width} value={width} low={1} high={500} whole onChange={(value) => setWidth(value ?? 1)} />
      </div>
      <details>
        <summary className={shared.summary}>{exploreText.fixed}</summary>
        <div className={shared.row}>
          {bands.slice(1).map(({ label }) => (
            <Checkbox
              key={String(label)}
              label={boundaryText.handle(label)}
              checked={fixed.includes(String(label))}
              onChange={(_, { checked }) =>
                setFixed(checked === true ? [...fixed, String(label)] : fixed.filter((each) => each !== String(label)))
              }
            />
          ))}
        </div>
      </details>
      {lacksPay && <Text className={shared.quiet}>{exploreText.costNeedsPay}</Text>}
      <div>
        <Button disabledFocusable={lacksPay} onClick={search}>
          {exploreText.search}
        </Button>
      </div>
      {answer?.kind === "refused" && <Text role="alert">{exploreText.problem(answer.problem)}</Text>}
      {answer?.kind === "found" && (
        <div className={shared.card} role="status">
          <Text>{exploreText.found(answer.goal, answer.result)}</Text>
          <Text weight="semibold">{exploreText.reasons}</Text>
          <ul className={shared.bullets}>
            {answer.result.boundaries.map((reason) => (
              <li key={String(reason.band)}>{exploreText.reason(answer.goal, reason)}</li>
            ))}
          </ul>
          <Text size={200} className={shared.quiet}>
            {exploreText.gapLater} {exploreText.byHand}
          </Text>
        </div>
      )}
    </section>
  );
}
