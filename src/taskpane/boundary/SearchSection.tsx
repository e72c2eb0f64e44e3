import { useState } from "react";
import { Button, Checkbox, Field, Select, Subtitle2, Text } from "@fluentui/react-components";
import { type FoundBoundaries, type Goal, type Objective, searchBoundaries } from "../../domain/boundary/search";
import type { Problem } from "../../domain/problem";
import type { BoundarySession, BoundaryState, ReadyBoundaries } from "../../session/boundary-state";
import { boundaryText } from "../text/boundary";
import { exploreText } from "../text/explore";
import { FoundCard } from "./FoundCard";
import { NumberField } from "./NumberField";
import { useBoundaryStyles } from "./style";

interface SearchSectionProps {
  readonly ready: ReadyBoundaries;
  readonly state: BoundaryState;
  readonly boundaries: BoundarySession;
}

/** What can be searched for; how near counts as close to a boundary is the same as everywhere in the view. */
const goalsAt = (points: number): readonly Goal[] => [
  { kind: "bunching", points },
  { kind: "movers" },
  { kind: "cost", at: "minimum" },
  { kind: "cost", at: "middle" },
  { kind: "cost", at: "maximum" },
];

/** What a search came to that made no scenario. */
type Answer = { readonly kind: "same"; readonly found: FoundBoundaries } | { readonly kind: "refused"; readonly problem: Problem };

/** The best boundaries for a goal under conditions; what is found becomes a scenario, with its reasons. */
export function SearchSection({ ready, state, boundaries }: SearchSectionProps) {
  const shared = useBoundaryStyles();
  const { baseline, counted } = ready;
  const [wanted, setWanted] = useState(0);
  const [shift, setShift] = useState(30);
  const [width, setWidth] = useState(20);
  const [fixed, setFixed] = useState<readonly string[]>([]);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const { bands } = baseline.bands;
  const goals = goalsAt(state.assumptions.near);
  const goal = goals[wanted]!;
  const objective: Objective | null = goal.kind !== "cost" ? goal : baseline.pay === null ? null : { ...goal, pay: baseline.pay };
  const search = (): void => {
    if (objective === null) return;
    const conditions = { shift, width, fixed };
    const result = searchBoundaries(counted.counts, baseline.bands, objective, conditions);
    if (!result.ok) return setAnswer({ kind: "refused", problem: result.problem });
    const { edits, ...rest } = result.value;
    const found = { goal, conditions, ...rest };
    if (edits.length > 0) boundaries.keepFound(edits, exploreText.scenarioName(goal), found);
    setAnswer(edits.length > 0 ? null : { kind: "same", found });
  };
  const { found } = state.shown;
  return (
    <section className={shared.section} aria-labelledby="boundary-search">
      <Subtitle2 as="h2" id="boundary-search" className={shared.heading}>
        {exploreText.searchTitle}
      </Subtitle2>
      <Field label={exploreText.goal} className={shared.select}>
        <Select value={String(wanted)} onChange={(_, { value }) => setWanted(Number(value))}>
          {goals.map((each, place) => (
            <option key={place} value={place}>
              {exploreText.goalText(each)}
            </option>
          ))}
        </Select>
      </Field>
      <div className={shared.fields}>
        <NumberField label={exploreText.shift} value={shift} low={0} high={200} whole onChange={(value) => setShift(value ?? 0)} />
        <NumberField label={exploreText.width} value={width} low={1} high={500} whole onChange={(value) => setWidth(value ?? 1)} />
      </div>
      <details>
        <summary tabIndex={0} className={shared.summary}>
          {exploreText.fixed}
        </summary>
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
      {objective === null && <Text className={shared.quiet}>{exploreText.costNeedsPay}</Text>}
      <div>
        <Button disabledFocusable={objective === null} onClick={search}>
          {exploreText.search}
        </Button>
      </div>
      {answer?.kind === "refused" && <Text role="alert">{exploreText.problem(answer.problem)}</Text>}
      {answer?.kind === "same" && <FoundCard found={answer.found} ready={ready} state={state} />}
      {answer === null && found !== null && (
        <>
          <Text>{exploreText.kept(state.shown.name)}</Text>
          <FoundCard found={found} ready={ready} state={state} />
        </>
      )}
    </section>
  );
}
