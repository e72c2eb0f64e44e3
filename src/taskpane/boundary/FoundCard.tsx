import { Text } from "@fluentui/react-components";
import type { FoundBoundaries } from "../../domain/boundary/search";
import type { BoundaryState, ReadyBoundaries } from "../../session/boundary-state";
import { exploreText } from "../text/explore";
import { foundSentences, gapSentences, reasonSentences } from "./found";
import { useBoundaryStyles } from "./style";

interface FoundCardProps {
  readonly found: FoundBoundaries;
  readonly ready: ReadyBoundaries;
  readonly state: BoundaryState;
}

/** A search's result: what it is best in, what it does to the pay gap, and why each boundary sits where it does. */
export function FoundCard({ found, ready, state }: FoundCardProps) {
  const shared = useBoundaryStyles();
  return (
    <div className={shared.card} role="status">
      {[...foundSentences(found, ready), ...gapSentences(ready, state)].map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
      <Text weight="semibold">{exploreText.reasons}</Text>
      <ul className={shared.bullets}>
        {reasonSentences(found).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Text size={200} className={shared.quiet}>
        {exploreText.byHand}
      </Text>
    </div>
  );
}
