import type { Outcome } from "../workbook/failure";
import { changeScenarios, loadScenarios, type SavedScenario, type SavedScenarios, type SavedSources } from "../workbook/scenario-store";
import { DEFAULT_ASSUMPTIONS } from "./boundary-money";

/** A drag changes a scenario many times: it is kept once it rests. */
const SAVE_MS = 600;
const MOST_DELETED = 10;

/** Carries out what asks Excel, and tells of what failed; null: a fault, told too. */
export type CarryOut = <T>(task: "read" | "save", work: () => Promise<Outcome<T>>) => Promise<Outcome<T> | null>;

/** The scenarios of all registers of a workbook and what they are reckoned with: as they are here, and kept in the workbook soon after. */
export class ScenarioKeeper {
  private all: readonly SavedScenario[] | null = null;
  private sources: readonly SavedSources[] = [];
  /** Ids of scenarios that are not kept yet. */
  private readonly unsaved = new Set<string>();
  /** Registers whose sources are not kept yet. */
  private readonly sourcesUnsaved = new Set<string>();
  private saving: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly carryOut: CarryOut) {}

  /** Reads what was kept, once. */
  async load(): Promise<void> {
    if (this.all !== null) return;
    const saved = await this.carryOut("read", loadScenarios);
    if (saved?.ok !== true) return;
    this.all = saved.value.scenarios;
    this.sources = saved.value.sources;
  }

  /** A register's scenarios, deleted ones too. */
  scenariosOf(register: string): readonly SavedScenario[] {
    return (this.all ?? []).filter((scenario) => scenario.register === register);
  }

  put(scenario: SavedScenario): void {
    const others = this.all ?? [];
    const there = others.some(({ id }) => id === scenario.id);
    this.all = there ? others.map((each) => (each.id === scenario.id ? scenario : each)) : [...others, scenario];
    this.unsaved.add(scenario.id);
    this.keepSoon();
  }

  sourcesOf(register: string): SavedSources {
    return (
      this.sources.find((source) => source.register === register) ?? {
        register,
        pay: null,
        staff: null,
        characteristic: null,
        reference: null,
        assumptions: DEFAULT_ASSUMPTIONS,
      }
    );
  }

  putSources(register: string, change: Partial<SavedSources>): void {
    const changed = { ...this.sourcesOf(register), ...change };
    this.sources = [...this.sources.filter((source) => source.register !== register), changed];
    this.sourcesUnsaved.add(register);
    this.keepSoon();
  }

  private keepSoon(): void {
    clearTimeout(this.saving);
    this.saving = setTimeout(() => void this.keep(), SAVE_MS);
  }

  private async keep(): Promise<void> {
    const [ids, registers] = [[...this.unsaved], [...this.sourcesUnsaved]];
    this.unsaved.clear();
    this.sourcesUnsaved.clear();
    const outcome = await this.carryOut("save", () => changeScenarios((saved) => this.merged(saved, ids, registers)));
    if (outcome?.ok === true) return;
    // What could not be kept is tried again with the next change.
    ids.forEach((id) => this.unsaved.add(id));
    registers.forEach((register) => this.sourcesUnsaved.add(register));
  }

  private merged(saved: SavedScenarios, ids: readonly string[], registers: readonly string[]): SavedScenarios {
    const changed = (this.all ?? []).filter(({ id }) => ids.includes(id));
    const others = saved.scenarios.filter(({ id }) => !ids.includes(id));
    const gone = [...others, ...changed].filter(({ deleted }) => deleted).slice(0, -MOST_DELETED);
    return {
      scenarios: [...others, ...changed].filter((scenario) => !gone.includes(scenario)),
      sources: [
        ...saved.sources.filter(({ register }) => !registers.includes(register)),
        ...this.sources.filter(({ register }) => registers.includes(register)),
      ],
    };
  }
}
