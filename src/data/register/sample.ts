import nhs from "./nhs-sample.json";
import njc from "./njc-sample.json";

/**
 * A register to try things on. Everything in it is made up, which `source` says and the sheets repeat. It belongs to the pane:
 * the custom functions never import it.
 */
export interface SampleRegister {
  readonly id: string;
  readonly scheme: string;
  readonly source: string;
  readonly organisation: string;
  readonly unit: string;
  readonly note: string;
  /** The heading of each factor's column, in the scheme's order. */
  readonly headings: readonly string[];
  /** What there is to see and to try. */
  readonly about: readonly string[];
  readonly jobs: readonly SampleJob[];
}

export interface SampleJob {
  readonly id: string;
  readonly title: string;
  readonly department: string;
  readonly family: string;
  /** What a person would have typed, a cell a factor; a text that begins with = is a formula. */
  readonly levels: readonly SampleCell[];
}

export type SampleCell = string | number | null;

export interface SampleGrade {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

export interface GradedSampleRegister extends SampleRegister {
  readonly gradesNote: string;
  readonly grades: readonly SampleGrade[];
}

export const nhsSample: SampleRegister = nhs;
export const njcSample: GradedSampleRegister = njc;
