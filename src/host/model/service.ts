import { hostObject, type HostObject, type HostType } from "../executor/host-type";
import type { Book, FunctionResult } from "./book";

/** The services that office.js makes by name, beside the workbook. */
export function services(book: Book): Readonly<Record<string, HostObject>> {
  const target = { book };
  return {
    "Microsoft.InternalService.AddinInternalService": hostObject(addinInternalServiceType, target),
    "Microsoft.ExcelServices.CustomFunctions": hostObject(customFunctionServiceType, target),
    "Microsoft.AppRuntime.AppRuntimeService": hostObject(appRuntimeServiceType, target),
  };
}

interface Service {
  readonly book: Book;
}

const addinInternalServiceType: HostType<Service> = {
  name: "AddinInternalService",
  methods: { NotifyActionHandlerReady: ({ book }) => book.commandsReady() },
};

/** Feature 2: results come every 200 ms instead of every 500. */
const fastResults = 2;

const customFunctionServiceType: HostType<Service> = {
  name: "CustomFunctions",
  methods: {
    _SetOsfControlContainerReadyForCustomFunctions: ({ book }) => book.functions.ready(),
    _GetEnabledFeatures: () => [fastResults],
    SetInvocationArrayResults: ({ book }, results: readonly ArrayResult[]) => book.functions.settle(results.map(readResult)),
  },
};

/** Invocation, whether it went well, and the value or else the message and the number of the error. */
type ArrayResult = readonly [id: string | number, ok: boolean, value: unknown, errorCode?: number];

function readResult([id, ok, value, errorCode]: ArrayResult): FunctionResult {
  return { id: String(id), outcome: ok ? { value } : { errorCode: errorCode ?? 0, message: typeof value === "string" ? value : "" } };
}

const RuntimeState = { background: "Background", visible: "Visible" } as const;

const appRuntimeServiceType: HostType<Service> = {
  name: "AppRuntimeService",
  methods: {
    SetAppRuntimeState: ({ book }, state: string) => book.pane.show(state === RuntimeState.visible),
    GetAppRuntimeState: ({ book }) => (book.pane.shown() ? RuntimeState.visible : RuntimeState.background),
  },
};
