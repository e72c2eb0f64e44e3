import { useMemo } from "react";
import { Field, Select, Subtitle2, Text } from "@fluentui/react-components";
import { type GroupFigures, groupPicture, type GroupPicture } from "../../session/boundary-group";
import type { BoundarySession, BoundaryState, ReadyBoundaries } from "../../session/boundary-state";
import { boundaryText } from "../text/boundary";
import { groupText as text } from "../text/group";
import { equalityText, payText } from "../text/pay";
import { DataTable } from "./DataTable";
import { Disclosure } from "./Disclosure";
import { useBoundaryStyles } from "./style";

interface GroupSectionProps {
  readonly ready: ReadyBoundaries;
  readonly state: BoundaryState;
  readonly boundaries: BoundarySession;
}

/** Groups of a further characteristic of the staff list, as women and men are shown. */
export function GroupSection({ ready: { picture }, state, boundaries }: GroupSectionProps) {
  const shared = useBoundaryStyles();
  const { staff, money, characteristic } = state;
  const traits = staff.kind === "list" ? staff.list.traits : [];
  const equality = money?.groups ?? null;
  const groups = useMemo(
    () =>
      staff.kind !== "list" || money === null || equality === null || money.after !== picture.after
        ? null
        : groupPicture(staff, picture, money, equality, state.reference),
    [staff, picture, money, equality, state.reference],
  );
  const chosen = characteristic !== null && traits.includes(characteristic) ? characteristic : null;
  return (
    <section className={shared.section} aria-labelledby="boundary-groups">
      <Subtitle2 as="h2" id="boundary-groups" className={shared.heading}>
        {text.title}
      </Subtitle2>
      {traits.length === 0 ? (
        <Text className={shared.quiet}>{text.needs}</Text>
      ) : (
        <Field label={text.column} className={shared.select}>
          <Select
            value={chosen ?? ""}
            onChange={(_, { value }) => boundaries.chooseCharacteristic(traits.find((trait) => trait === value) ?? null)}
          >
            <option value="">{text.none}</option>
            {traits.map((trait) => (
              <option key={trait}>{trait}</option>
            ))}
          </Select>
        </Field>
      )}
      {chosen !== null &&
        (groups === null ? (
          <Text className={shared.quiet}>{payText.reckoning}</Text>
        ) : (
          <Groups groups={groups} column={chosen} onReference={(group) => boundaries.chooseReference(group)} />
        ))}
    </section>
  );
}

interface GroupsProps {
  readonly groups: GroupPicture;
  readonly column: string;
  /** null: the largest group. */
  readonly onReference: (group: string | null) => void;
}

function Groups({ groups, column, onReference }: GroupsProps) {
  const shared = useBoundaryStyles();
  const { columns, bandColumns } = text;
  const { gap } = equalityText;
  const { overall, bands, movers, reference, labels } = groups;
  const stated = labels.slice(0, -1);
  const note = ({ label, people, gaps }: GroupFigures): string =>
    [
      ...(label === labels[reference] ? [text.comparedWith] : []),
      ...(gaps.after !== null && Math.abs(gaps.after) >= 5 ? [text.large] : []),
      ...(text.isSmall(people.after) || text.isSmall(people.before) ? [text.small] : []),
    ].join(", ");
  return (
    <>
      <Field label={text.referenceLabel} className={shared.select}>
        <Select
          value={groups.chosen ? String(reference) : ""}
          onChange={(_, { value }) => onReference(value === "" ? null : (stated[Number(value)] ?? null))}
        >
          <option value="">{text.largest(labels[groups.largest] ?? "")}</option>
          {stated.map((label, group) => (
            <option key={label} value={group}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Text size={200}>{text.reference(labels[reference] ?? "", groups.chosen)}</Text>
      <DataTable
        caption={text.caption(column)}
        headings={[columns.group, columns.people, columns.up, columns.down, columns.before, columns.after, columns.median, columns.note]}
        rows={overall.map((figures, group) => [
          figures.label,
          boundaryText.count(figures.people.after),
          boundaryText.count(movers[group]?.up ?? 0),
          boundaryText.count(movers[group]?.down ?? 0),
          gap(figures.gaps.before),
          gap(figures.gaps.after),
          gap(figures.gaps.medianAfter),
          note(figures),
        ])}
        words={[7]}
      />
      <Disclosure summary={text.bandCaption(column)}>
        {() => (
          <DataTable
            caption={text.bandCaption(column)}
            headings={[
              bandColumns.band,
              bandColumns.before,
              bandColumns.after,
              columns.before,
              columns.after,
              columns.median,
              columns.note,
            ]}
            rows={bands.flatMap(({ label, groups: inBand }) =>
              inBand
                .filter(({ people }) => people.before + people.after > 0)
                .map((figures) => [
                  text.bandGroup(label, figures.label),
                  boundaryText.count(figures.people.before),
                  boundaryText.count(figures.people.after),
                  gap(figures.gaps.before),
                  gap(figures.gaps.after),
                  gap(figures.gaps.medianAfter),
                  note(figures),
                ]),
            )}
            words={[6]}
          />
        )}
      </Disclosure>
      <Text size={200} className={shared.quiet}>
        {text.caution}
      </Text>
    </>
  );
}
