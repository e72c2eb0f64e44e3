import type { WorkbookPort } from "../workbook/port";

/** What every object of the model stands on: the workbook, its settings, and who listens to which events. */
export interface Book {
  readonly port: WorkbookPort;
  /** Names and JSON texts, as the page saves them. */
  readonly settings: Map<string, string>;
  readonly subscriptions: Subscriptions;
  readonly functions: FunctionResults;
  readonly pane: PaneState;
  /** Opens a workbook that the page has made, from its file in base64, or an empty one. */
  openWorkbook(file: string | undefined): void;
  /** The page's command handlers stand; ribbon buttons may be pressed. */
  commandsReady(): void;
  /** Who does what happens now. */
  origin(): Origin;
  /** Tables in which the selection lies. */
  readonly selectedTables: Set<string>;
  /** For dates that are written without a year. */
  year(): number;
}

/** As events tell it: a person here, the add-in here, or somebody who has the same workbook open. */
export interface Origin {
  readonly source: "Local" | "Remote";
  readonly triggerSource: "Unknown" | "ThisLocalAddin";
}

/** Takes what custom functions came to. */
export interface FunctionResults {
  ready(): void;
  settle(results: readonly FunctionResult[]): void;
  /** Forgets every answer, so that each formula asks again. */
  forget(): void;
}

export interface FunctionResult {
  readonly id: string;
  readonly outcome: { readonly value: unknown } | { readonly errorCode: number; readonly message: string };
}

/** Whether the add-in's pane is shown. */
export interface PaneState {
  shown(): boolean;
  show(shown: boolean): void;
}

/** How many handlers the page has for events of a type at a target; office.js asks for each type and target once. */
export class Subscriptions {
  private readonly counts = new Map<string, number>();

  add(type: number, targetId: string): void {
    this.counts.set(key(type, targetId), this.count(type, targetId) + 1);
  }
  remove(type: number, targetId: string): void {
    this.counts.set(key(type, targetId), Math.max(0, this.count(type, targetId) - 1));
  }
  wanted(type: number, targetId: string): boolean {
    return this.count(type, targetId) > 0;
  }
  private count(type: number, targetId: string): number {
    return this.counts.get(key(type, targetId)) ?? 0;
  }
}

function key(type: number, targetId: string): string {
  return `${type} ${targetId}`;
}
