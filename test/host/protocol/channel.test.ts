import { Channel, type MessageSource } from "../../../src/host/protocol/channel";

const origin = "https://localhost:3000";

function pair() {
  const listeners = new Set<(event: MessageEvent) => void>();
  const source: MessageSource = {
    addEventListener: (_, listener) => void listeners.add(listener),
    removeEventListener: (_, listener) => void listeners.delete(listener),
  };
  const sent: Record<string, unknown>[] = [];
  const page = { postMessage: (text: string) => void sent.push(JSON.parse(text) as Record<string, unknown>) };
  const channel = new Channel(source, page, origin, "talk", { double: (data) => Number(data) * 2 });
  const post = async (data: unknown, from: { source?: unknown; origin?: string } = {}) => {
    for (const listener of listeners) listener({ source: page, origin, data, ...from } as MessageEvent);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { channel, sent, post, listeners };
}

function request(changes: Record<string, unknown> = {}): string {
  return JSON.stringify({
    _messageType: 0,
    _actionName: "double",
    _actionType: 0,
    _conversationId: "talk",
    _correlationId: 7,
    _data: 21,
    ...changes,
  });
}

describe("the conversation with a page", () => {
  test("a request is answered under its own name and number", async () => {
    const { sent, post } = pair();
    await post(request());
    expect(sent).toEqual([
      expect.objectContaining({ _messageType: 1, _responseType: 0, _actionName: "double", _correlationId: 7, _errorCode: 0, _data: 42 }),
    ]);
  });

  test("an action that there is not is refused, not left waiting", async () => {
    const { sent, post } = pair();
    await post(request({ _actionName: "unknown" }));
    expect(sent).toEqual([expect.objectContaining({ _actionName: "unknown", _errorCode: -5 })]);
  });

  test.each([
    ["another origin", request(), { origin: "https://elsewhere.example" }],
    ["another window", request(), { source: {} }],
    ["another conversation", request({ _conversationId: "other" }), {}],
    ["no JSON", "{", {}],
    ["no text", { _messageType: 0 }, {}],
    ["no request", JSON.stringify({ hello: 1 }), {}],
  ])("%s is not ours and gets no answer", async (_, data, from) => {
    const { sent, post } = pair();
    await post(data, from);
    expect(sent).toEqual([]);
  });

  test("events wait until the page registers for them, and stop when it no longer does", async () => {
    const { channel, sent, post } = pair();
    channel.raise("changed", 1);
    expect(sent).toEqual([]);
    await post(request({ _actionName: "changed", _actionType: 1, _correlationId: 9 }));
    channel.raise("changed", 2);
    expect(sent.filter(({ _responseType }) => _responseType === 1).map(({ _data, _correlationId }) => [_data, _correlationId])).toEqual([
      [1, 9],
      [2, 9],
    ]);
  });

  test("a closed channel hears nothing", () => {
    const { channel, listeners } = pair();
    channel.close();
    expect(listeners.size).toBe(0);
  });
});
