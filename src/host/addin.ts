import { runBatch, References } from "./executor/batch";
import { hostObject } from "./executor/host-type";
import { Faults, type FaultPlan } from "./fault";
import { FunctionBroker } from "./function/broker";
import { Subscriptions, type Book, type PaneState } from "./model/book";
import { AreasReference, RangeReference } from "./model/reference";
import { pageEvents } from "./model/event";
import { services } from "./model/service";
import { workbookType } from "./model/workbook";
import { Channel, type MessageSource, type PageWindow } from "./protocol/channel";
import { DispatchId, isRecord } from "./protocol/message";
import { appContext, type StartUp } from "./protocol/start-up";
import { formatAddress, intersection, parseAddress, type Area } from "./workbook/address";
import type { WorkbookEvent, WorkbookPort } from "./workbook/port";

/** What the embedded workbook stands for; what lies above is answered `ApiNotAvailable` and logged. */
const requirementSets: Readonly<Record<string, string>> = {
  ExcelApi: "1.14",
  /** Internal: from 1.9 on, results come as arrays and every 200 ms. */
  CustomFunctions: "1.9",
  CustomFunctionsRuntime: "1.3",
  SharedRuntime: "1.1",
  AddinCommands: "1.1",
  Settings: "1.1",
};

/** `richApiMessage` entries: `[category, type, target id, text, id, overrides a remote one]`. */
const MessageCategory = { customFunction: 1, event: 65536 } as const;
const functionMessage = { invoke: 1000, cancel: 1001 } as const;

export interface AddInOptions {
  readonly startUp: StartUp;
  readonly port: WorkbookPort;
  readonly settings: Map<string, string>;
  readonly pane: PaneState;
  /** Called with the members that the add-in asked for and that the object model lacks. */
  readonly unavailable: (member: string) => void;
  /** Called after the page has saved its settings. */
  readonly settingsSaved?: () => void;
  /** Cells whose functions have answered. */
  readonly functionsSettled: (addresses: readonly string[]) => void;
  readonly blank?: () => null | 0;
  /** Opens a workbook that the add-in has made (`Excel.createWorkbook`), from its file in base64, or an empty one. */
  readonly openWorkbook?: (file: string | undefined) => void;
  readonly year?: () => number;
  /** What is to go wrong, for tests. */
  readonly faults?: FaultPlan;
}

/** One add-in's page in conversation with the workbook: answers what office.js asks and tells it what happens. */
export class AddIn {
  readonly broker: FunctionBroker;
  private readonly book: Book;
  private readonly references = new References();
  private readonly channel: Channel;
  private readonly commands = new Map<string, () => void>();
  private readonly stopListening: () => void;
  private lastCommand = 0;
  private acting = false;
  private readonly faults: Faults;
  private started: () => void = () => undefined;
  /** Resolves when the page is ready for commands. */
  readonly ready = new Promise<void>((resolve) => (this.started = resolve));

  constructor(
    private readonly options: AddInOptions,
    source: MessageSource,
    page: PageWindow,
    pageOrigin: string,
  ) {
    this.broker = new FunctionBroker(
      {
        invoke: (invocations) => this.raiseMessages(MessageCategory.customFunction, functionMessage.invoke, "", invocations),
        cancel: (ids) =>
          this.raiseMessages(
            MessageCategory.customFunction,
            functionMessage.cancel,
            "",
            ids.map((invocationId) => ({ invocationId })),
          ),
      },
      options.functionsSettled,
      options.blank,
    );
    this.faults = new Faults(options.faults ?? {});
    const { port, settings, pane, startUp } = options;
    const year = options.year ?? (() => new Date().getFullYear());
    this.book = {
      port,
      settings,
      pane,
      year,
      subscriptions: new Subscriptions(),
      functions: this.broker,
      commandsReady: () => this.started(),
      origin: () =>
        this.faults.coAuthorActs
          ? { source: "Remote", triggerSource: "Unknown" }
          : { source: "Local", triggerSource: this.acting ? "ThisLocalAddin" : "Unknown" },
      selectedTables: new Set(),
      openWorkbook: (file) => (options.openWorkbook ? options.openWorkbook(file) : options.unavailable("Workbook.CreateAndOpenWorkbook")),
    };
    this.channel = new Channel(source, page, pageOrigin, startUp.conversationId, {
      ContextActivationManager_getAppContextAsync: () => appContext(startUp, Object.fromEntries(settings), requirementSets),
      ContextActivationManager_notifyHost: () => null,
      executeMethod: (data) => this.execute(data),
    });
    this.stopListening = port.listen((event) => this.tell(event));
  }

  /** Runs a ribbon command; resolves when its handler says that it has completed. */
  async runCommand(functionName: string, controlId: string): Promise<void> {
    await this.ready;
    const id = `command-${++this.lastCommand}`;
    const completed = new Promise<void>((resolve) => this.commands.set(id, resolve));
    this.channel.raise("appCommandInvoked", [id, functionName, JSON.stringify({ source: { id: controlId } })]);
    return completed;
  }

  close(): void {
    this.stopListening();
    this.channel.close();
  }

  private async execute(data: unknown): Promise<unknown> {
    if (!isRecord(data) || !isRecord(data["DdaMethod"])) return null;
    switch (data["DdaMethod"]["DispatchId"]) {
      case DispatchId.richApi:
        return this.processQuery(data["ArrayData"]);
      case DispatchId.settingsSave:
        return this.saveSettings(data["DdaSettingsMethod"]);
      case DispatchId.commandCompleted:
        return this.completeCommand(data);
      default:
        this.options.unavailable(`dispatch id ${String(data["DdaMethod"]["DispatchId"])}`);
        return { Error: 5000 };
    }
  }

  private async processQuery(arrayData: unknown): Promise<unknown> {
    const text = (arrayData as readonly string[])[4] ?? "";
    const step = this.options.port.undoStep();
    const response = await this.faults.pass(text, this.options.port, (batch) =>
      runBatch(batch, {
        global: hostObject(workbookType, { book: this.book }),
        services: services(this.book),
        references: this.references,
        settled: () => this.options.port.settled(),
        perform: (change) => step(() => this.perform(change)),
        unavailable: this.options.unavailable,
      }),
    );
    if (typeof response === "number") return { Version: 1, Error: response };
    return { Version: 1, Error: 0, Data: [200, [], JSON.stringify(response)] };
  }

  private perform<T>(change: () => T): T {
    this.acting = true;
    try {
      return change();
    } finally {
      this.acting = false;
    }
  }

  private saveSettings(method: unknown): unknown {
    const properties = isRecord(method) && Array.isArray(method["Properties"]) ? (method["Properties"] as [string, string][]) : [];
    this.options.settings.clear();
    for (const [name, text] of properties) this.options.settings.set(name, text);
    this.options.settingsSaved?.();
    return { Version: 1, Error: 0 };
  }

  private completeCommand(data: Record<string, unknown>): unknown {
    const [id] = Object.values(isRecord(data["ArrayData"]) ? data["ArrayData"] : data).filter((value) => typeof value === "string");
    const complete = this.commands.get(String(id));
    this.commands.delete(String(id));
    complete?.();
    return { Version: 1, Error: 0 };
  }

  private tell(event: WorkbookEvent): void {
    if (event.kind === "shifted") this.shiftReferences(event);
    if (event.kind === "changed") this.cancelFunctions(event);
    if (event.kind === "selected" || event.kind === "activated") this.channel.mention("documentSelectionChanged", {});
    for (const { type, targetId, payload } of pageEvents(this.book, event)) {
      this.raiseMessage(MessageCategory.event, type, targetId, payload);
    }
  }

  private shiftReferences({ sheet, shift }: Extract<WorkbookEvent, { kind: "shifted" }>): void {
    for (const { target } of this.references.targets()) {
      const follows = target instanceof RangeReference || target instanceof AreasReference;
      if (follows && target.sheet === sheet) target.follow(shift);
    }
  }

  private cancelFunctions({ sheet, area }: Extract<WorkbookEvent, { kind: "changed" }>): void {
    const { waiting } = this.broker;
    if (waiting === 0) return;
    const name = sheet.name();
    // Whichever are fewer, the cells changed or those that wait.
    if (area.rowCount * area.columnCount <= waiting) {
      this.broker.overwritten(cellsOf(area).map((cell) => formatAddress(name, cell)));
      return;
    }
    const covered = (address: string): boolean => {
      const place = parseAddress(address);
      return place?.sheetName === name && intersection(place.area, area) !== undefined;
    };
    this.broker.overwritten(this.broker.waitingAddresses().filter(covered));
  }

  private raiseMessage(category: number, type: number, targetId: string, message: unknown): void {
    this.raiseMessages(category, type, targetId, [message]);
  }

  private raiseMessages(category: number, type: number, targetId: string, messages: readonly unknown[]): void {
    const entries = messages.map((message) => [category, type, targetId, JSON.stringify(message), "", false]);
    this.channel.raise("richApiMessage", { ArrayData: entries });
  }
}

function cellsOf({ row, column, rowCount, columnCount }: Area): Area[] {
  return Array.from({ length: rowCount * columnCount }, (_, index) => ({
    row: row + Math.floor(index / columnCount),
    column: column + (index % columnCount),
    rowCount: 1,
    columnCount: 1,
  }));
}
