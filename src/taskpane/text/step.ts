import { bandTitle } from "../../domain/boundary/fault";
import { poundsOf } from "../../domain/boundary/pay";
import type { Edit } from "../../domain/boundary/scenario";

const pounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One step of a scenario in words. */
export function describeStep(edit: Edit): string {
  switch (edit.kind) {
    case "move":
      return `${upper(bandTitle(edit.band))} starts at ${edit.from}.`;
    case "split":
      return `${upper(bandTitle(edit.band))} is split: from ${edit.at} it is ${bandTitle(edit.label)}.`;
    case "merge":
      return `${upper(bandTitle(edit.lower))} and ${bandTitle(edit.upper)} become ${bandTitle(edit.label)}.`;
    case "rename":
      return `${upper(bandTitle(edit.band))} is called ${bandTitle(edit.label)}.`;
    case "add":
      return `${upper(bandTitle(edit.label))} is added, ${edit.to === null ? `from ${edit.from}` : `${edit.from} to ${edit.to}`}.`;
    case "re-price":
      return edit.pay.kind === "range"
        ? `${upper(bandTitle(edit.band))} pays ${pounds.format(poundsOf(edit.pay.minimum))} to ${pounds.format(poundsOf(edit.pay.maximum))}.`
        : `${upper(bandTitle(edit.band))} pays ${edit.pay.points.map(({ pay }) => pounds.format(poundsOf(pay))).join(", ")}.`;
  }
}
