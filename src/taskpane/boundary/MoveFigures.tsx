import { Text } from "@fluentui/react-components";
import type { CountedJobs, Picture } from "../../session/boundary-picture";
import { boundaryText } from "../text/boundary";
import { useBoundaryStyles } from "./style";

/** What the scenario does in a few figures, and what is not in them. */
export function MoveFigures({ counted, picture }: { readonly counted: CountedJobs; readonly picture: Picture }) {
  const shared = useBoundaryStyles();
  const { up, down, level, inOrOut } = picture.jobs.movers;
  const { unscored, weights, unreadable } = counted.jobs;
  const figures = [
    [boundaryText.tiles.up, up],
    [boundaryText.tiles.down, down],
    ...(level + inOrOut > 0 ? [[boundaryText.tiles.other, level + inOrOut] as const] : []),
    ...(weights.headcount === null ? [] : [[boundaryText.tiles.people, picture.headcount.movers.total] as const]),
  ] as const;
  return (
    <div className={shared.section}>
      <dl className={shared.figures}>
        {figures.map(([label, value]) => (
          <div key={label} className={shared.figure}>
            <dt className={shared.label}>{label}</dt>
            <dd className={shared.value}>{boundaryText.count(value)}</dd>
          </div>
        ))}
      </dl>
      {[boundaryText.unscored(unscored), boundaryText.blank(unscored)].map(
        (sentence) =>
          sentence !== null && (
            <Text key={sentence} size={200} className={shared.quiet}>
              {sentence}
            </Text>
          ),
      )}
      {unreadable.map(({ heading, rows }) => (
        <Text key={heading} size={200}>
          {boundaryText.unreadable(heading, rows)}
        </Text>
      ))}
    </div>
  );
}
