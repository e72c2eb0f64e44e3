/**
 * The messages that Excel on the web and an add-in's page exchange: JSON text through postMessage.
 * Field names are those that office.js reads and writes.
 */

/** What the page asks for. */
export const ActionType = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const;

/** Which of office.js's calls an `executeMethod` message carries. */
export const DispatchId = { settingsSave: 76, richApi: 93, commandCompleted: 94 } as const;

export interface Request {
  readonly actionName: string;
  readonly actionType: number;
  readonly conversationId: string;
  readonly correlationId: number;
  readonly data: unknown;
}

const requestType = 0;
const responseType = 1;
const ResponseKind = { reply: 0, event: 1 } as const;

/** Transport-level failures; negative by convention of the channel. */
export const TransportError = { none: 0, accessDenied: -5 } as const;

/** The request in a message's text, or undefined where the text is not one (other scripts post messages too). */
export function readRequest(text: unknown): Request | undefined {
  if (typeof text !== "string") return undefined;
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(message) || message["_messageType"] !== requestType) return undefined;
  const { _actionName, _actionType, _conversationId, _correlationId, _data } = message;
  if (typeof _actionName !== "string" || typeof _conversationId !== "string") return undefined;
  return {
    actionName: _actionName,
    actionType: Number(_actionType ?? ActionType.invoke),
    conversationId: _conversationId,
    correlationId: Number(_correlationId),
    data: _data,
  };
}

export function writeReply(request: Request, data: unknown, errorCode: number = TransportError.none): string {
  return writeResponse(ResponseKind.reply, request, data, errorCode);
}

/** An event answers the registration that asked for it, again and again. */
export function writeEvent(registration: Request, data: unknown): string {
  return writeResponse(ResponseKind.event, registration, data, TransportError.none);
}

function writeResponse(kind: number, to: Request, data: unknown, errorCode: number): string {
  return JSON.stringify({
    _messageType: responseType,
    _responseType: kind,
    _actionName: to.actionName,
    _conversationId: to.conversationId,
    _correlationId: to.correlationId,
    _errorCode: errorCode,
    _data: data,
  });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
