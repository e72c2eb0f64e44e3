import { ActionType, readRequest, TransportError, writeEvent, writeReply, type Request } from "./message";

/** The window of the add-in's page, as far as the host needs it. */
export interface PageWindow {
  postMessage(message: string, targetOrigin: string): void;
}

/** Where messages from the page arrive. */
export interface MessageSource {
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
  removeEventListener(type: "message", listener: (event: MessageEvent) => void): void;
}

/** office.js reads the status of a registration from an object; null it takes for an internal error. */
const registered = {};

/** Answers one named action. What it returns becomes the reply's data. */
export type ActionHandler = (data: unknown) => unknown;

/**
 * The host's end of the conversation with one add-in page: answers its requests and sends it events.
 * Messages of another window, origin or conversation are not ours and are left alone.
 */
export class Channel {
  private readonly registrations = new Map<string, Request>();
  private readonly waiting = new Map<string, unknown[]>();

  constructor(
    private readonly source: MessageSource,
    private readonly page: PageWindow,
    private readonly origin: string,
    private readonly conversationId: string,
    private readonly handlers: Readonly<Record<string, ActionHandler>>,
  ) {
    source.addEventListener("message", this.receive);
  }

  /** Sends an event to the page, or keeps it until the page has registered for events of that name. */
  raise(eventName: string, data: unknown): void {
    const registration = this.registrations.get(eventName);
    if (registration) this.send(writeEvent(registration, data));
    else this.waiting.set(eventName, [...(this.waiting.get(eventName) ?? []), data]);
  }

  /** Sends an event to the page if it has registered for events of that name. */
  mention(eventName: string, data: unknown): void {
    if (this.registrations.has(eventName)) this.raise(eventName, data);
  }

  close(): void {
    this.source.removeEventListener("message", this.receive);
  }

  private readonly receive = (event: MessageEvent): void => {
    if (event.source !== this.page || event.origin !== this.origin) return;
    const request = readRequest(event.data);
    if (request?.conversationId !== this.conversationId) return;
    void this.answer(request);
  };

  private async answer(request: Request): Promise<void> {
    if (request.actionType === ActionType.registerEvent) {
      this.registrations.set(request.actionName, request);
      this.send(writeReply(request, registered));
      for (const data of this.waiting.get(request.actionName) ?? []) this.raise(request.actionName, data);
      this.waiting.delete(request.actionName);
    } else if (request.actionType === ActionType.unregisterEvent) {
      this.registrations.delete(request.actionName);
      this.send(writeReply(request, registered));
    } else {
      const handler = this.handlers[request.actionName];
      if (handler) this.send(writeReply(request, await handler(request.data)));
      else this.send(writeReply(request, null, TransportError.accessDenied));
    }
  }

  private send(text: string): void {
    this.page.postMessage(text, this.origin);
  }
}
