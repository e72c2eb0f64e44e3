import { Button, Text } from "@fluentui/react-components";
import type { Edit } from "../../domain/boundary/scenario";
import { boundaryText } from "../text/boundary";
import { describeStep } from "../text/step";
import { useBoundaryStyles } from "./style";

interface StepListProps {
  readonly edits: readonly Edit[];
  readonly onUndo: () => void;
  readonly onReset: () => void;
}

/** What a scenario changes, step by step; the last step can be undone. */
export function StepList({ edits, onUndo, onReset }: StepListProps) {
  const shared = useBoundaryStyles();
  return (
    <div className={shared.section}>
      <Text id="boundary-steps" weight="semibold">
        {boundaryText.stepsTitle}
      </Text>
      {edits.length === 0 ? (
        <Text className={shared.quiet}>{boundaryText.noSteps}</Text>
      ) : (
        <ol className={shared.bullets} aria-labelledby="boundary-steps">
          {edits.map((edit, place) => (
            <li key={place}>{describeStep(edit)}</li>
          ))}
        </ol>
      )}
      <div className={shared.row}>
        <Button size="small" disabledFocusable={edits.length === 0} onClick={onUndo}>
          {boundaryText.undo}
        </Button>
        <Button size="small" disabledFocusable={edits.length === 0} onClick={onReset}>
          {boundaryText.reset}
        </Button>
      </div>
    </div>
  );
}
