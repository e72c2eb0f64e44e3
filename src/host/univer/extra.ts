import { CommandType, ICommandService, IResourceManagerService, UniverInstanceType, type Injector } from "@univerjs/core";
import type { FilterCriterion, FormatRule, PageLayout, Protection } from "../workbook/rule";

/** What a sheet has and the grid does not carry. */
export interface SheetExtra {
  readonly veryHidden?: boolean;
  readonly protection?: Protection | undefined;
  readonly layout?: PageLayout;
  /** By the grid's id of the conditional format: the rule as it was given, where the grid's own differs. */
  readonly formatRules?: Readonly<Record<string, FormatRule>>;
  readonly noteAuthors?: Readonly<Record<string, string>>;
  /** By table id. */
  readonly tableStyles?: Readonly<Record<string, string>>;
  readonly tableCriteria?: Readonly<Record<string, TableCriterion>>;
}

/** A criterion and the texts that it showed when it was set; the grid filters by those. */
export interface TableCriterion {
  readonly criterion: FilterCriterion;
  readonly shown: readonly string[];
}

export const setExtra = "embedded-workbook.mutation.set-extra";

interface SetExtra {
  readonly sheetId: string;
  readonly extra: SheetExtra;
}

/** Kept in the workbook's snapshot beside its cells, and changed by a mutation like all else, so that the page sees it. */
export class Extras {
  private sheets: Record<string, SheetExtra> = {};
  private readonly commands: ICommandService;

  constructor(injector: Injector) {
    this.commands = injector.get(ICommandService);
    this.commands.registerCommand({
      id: setExtra,
      type: CommandType.MUTATION,
      handler: (_, params) => {
        const { sheetId, extra } = params as SetExtra;
        this.sheets[sheetId] = { ...this.sheets[sheetId], ...extra };
        return true;
      },
    });
    injector.get(IResourceManagerService).registerPluginResource<Record<string, SheetExtra>>({
      pluginName: "SHEET_EMBEDDED_WORKBOOK_PLUGIN",
      businesses: [UniverInstanceType.UNIVER_SHEET],
      onLoad: (_, sheets) => (this.sheets = sheets),
      onUnLoad: () => (this.sheets = {}),
      toJson: () => JSON.stringify(this.sheets),
      parseJson: (text) => JSON.parse(text) as Record<string, SheetExtra>,
    });
  }

  of(sheetId: string): SheetExtra {
    return this.sheets[sheetId] ?? {};
  }

  set(sheetId: string, extra: SheetExtra): void {
    this.commands.syncExecuteCommand(setExtra, { sheetId, extra } satisfies SetExtra);
  }
}
