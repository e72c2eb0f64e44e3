/** What an add-in's page must find when it starts: in its address, in its window's name, and as its first answer. */

/** Bits of the last host-info field: the page is a shared runtime, and custom functions run in it. */
const sharedRuntime = 1;
const customFunctions = 2;

const excelOnTheWeb = 16;
const readWrite = 1;
const contentOrTaskPane = 1;
const shownAtStart = 2;

export interface StartUp {
  /** New for each opened document: office.js caches settings under it. */
  readonly conversationId: string;
  readonly addinId: string;
  readonly hostOrigin: string;
  readonly locale: string;
}

/** The `_host_Info` value. `disableLogging` keeps office.js from sending telemetry anywhere. */
function hostInfo({ conversationId, locale }: StartUp): string {
  return ["Excel", "Web", "16.00", locale, conversationId, "", "disableLogging", sharedRuntime | customFunctions].join("$");
}

export function pageAddress(page: string, startUp: StartUp): string {
  const url = new URL(page);
  url.searchParams.set("_host_Info", hostInfo(startUp));
  return url.href;
}

export function windowName(startUp: StartUp): string {
  return JSON.stringify({
    baseFrameName: startUp.conversationId,
    hostInfo: hostInfo(startUp),
    xdmInfo: [startUp.conversationId, startUp.addinId, startUp.hostOrigin].join("|"),
    serializerVersion: "1",
    flights: "[]",
  });
}

/** The answer to the page's first question; office.js throws where one of these is missing. */
export function appContext(
  startUp: StartUp,
  settings: Readonly<Record<string, string>>,
  requirementSets: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return {
    _id: startUp.addinId,
    _appName: excelOnTheWeb,
    _appVersion: "16.0",
    _appMinorVersion: 0,
    _appUILocale: startUp.locale,
    _dataLocale: startUp.locale,
    _docUrl: `${startUp.hostOrigin}/embedded-workbook.xlsx`,
    _clientMode: readWrite,
    _settings: Object.entries(settings),
    _reason: "documentOpened",
    _osfControlType: contentOrTaskPane,
    _eToken: "",
    _correlationId: startUp.conversationId,
    _appInstanceId: startUp.conversationId,
    _requirementMatrix: JSON.stringify(requirementSets),
    _hostFullVersion: "16.0.0.0",
    _addinName: startUp.addinId,
    _appDomains: [],
    _initialDisplayMode: shownAtStart,
  };
}
