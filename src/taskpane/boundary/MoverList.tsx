import { useState } from "react";
import { Button, Field, Link, Select, Subtitle2, Text } from "@fluentui/react-components";
import type { MoverRun } from "../../domain/boundary/mover";
import type { CountedJobs, Picture } from "../../session/boundary-picture";
import { boundaryText } from "../text/boundary";
import { useBoundaryStyles } from "./style";

interface MoverListProps {
  readonly counted: CountedJobs;
  readonly picture: Picture;
  readonly onSelect: (row: number) => void;
}

const PAGE = 25;
const ALL = "";

/** The jobs that change band, those of one boundary or all; a click goes to the row. */
export function MoverList({ counted, picture, onSelect }: MoverListProps) {
  const shared = useBoundaryStyles();
  const [wanted, setWanted] = useState(ALL);
  const [most, setMost] = useState(PAGE);
  const { before, after, movers } = picture;
  const old = (run: MoverRun): string | number | null => before.bands.bands[run.old]?.label ?? null;
  const now = (run: MoverRun): string | number | null => after.bands.bands[run.now]?.label ?? null;
  const pairs = new Map<string, { readonly run: MoverRun; count: number }>();
  for (const run of movers) {
    const pair = pairs.get(pairOf(run));
    if (pair === undefined) pairs.set(pairOf(run), { run, count: run.end - run.start });
    else pair.count += run.end - run.start;
  }
  const filter = pairs.has(wanted) ? wanted : ALL;
  const runs = filter === ALL ? movers : movers.filter((run) => pairOf(run) === filter);
  const total = runs.reduce((sum, { start, end }) => sum + end - start, 0);
  const { jobs, order } = counted;
  return (
    <section className={shared.section} aria-labelledby="boundary-movers">
      <Subtitle2 as="h2" id="boundary-movers" className={shared.heading}>
        {boundaryText.moversTitle}
      </Subtitle2>
      {movers.length === 0 ? (
        <Text>{boundaryText.nothingMoves}</Text>
      ) : (
        <>
          {pairs.size > 1 && (
            <Field label={boundaryText.moversFilter} className={shared.select}>
              <Select
                value={filter}
                onChange={(_, { value }) => {
                  setWanted(value);
                  setMost(PAGE);
                }}
              >
                <option value={ALL}>{boundaryText.moversAll([...pairs.values()].reduce((sum, { count }) => sum + count, 0))}</option>
                {[...pairs].map(([key, { run, count }]) => (
                  <option key={key} value={key}>
                    {boundaryText.moversPair(old(run), now(run), count)}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          <ul className={shared.list}>
            {firstJobs(runs, most).map(({ run, place }) => {
              const job = order[place]!;
              return (
                <li key={job}>
                  <Link as="button" inline onClick={() => onSelect(jobs.rows[job]!)}>
                    {boundaryText.mover(jobs.ids[job]!, jobs.titles[job]!)}
                  </Link>
                  <br />
                  <Text size={200} className={shared.quiet}>
                    {boundaryText.moverWay(run.score, old(run), now(run), run.direction)}
                  </Text>
                </li>
              );
            })}
          </ul>
          {total > most && (
            <div>
              <Button size="small" onClick={() => setMost(most + 4 * PAGE)}>
                {boundaryText.more(Math.min(total - most, 4 * PAGE))}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

const pairOf = ({ old, now }: MoverRun): string => `${old} ${now}`;

/** The first jobs of some runs; the others are not even looked at. */
function firstJobs(runs: readonly MoverRun[], most: number): readonly { readonly run: MoverRun; readonly place: number }[] {
  const first: { run: MoverRun; place: number }[] = [];
  for (const run of runs) {
    for (let place = run.start; place < run.end; place++) {
      if (first.length === most) return first;
      first.push({ run, place });
    }
  }
  return first;
}
