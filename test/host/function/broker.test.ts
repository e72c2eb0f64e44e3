import { FunctionBroker, readOutcome, type FunctionCall, type Invocation } from "../../../src/host/function/broker";

const call = (address: string, ...parameters: unknown[]): FunctionCall => ({
  functionId: "F",
  parameters,
  address,
  errorsAllowed: true,
  cancelable: true,
});

function broker(blank?: () => null | 0) {
  const sent: (readonly Invocation[])[] = [];
  const cancelled: (readonly string[])[] = [];
  const settled: (readonly string[])[] = [];
  const made = new FunctionBroker(
    { invoke: (invocations) => sent.push(invocations), cancel: (ids) => cancelled.push(ids) },
    (addresses) => settled.push(addresses),
    blank,
  );
  return { made, sent, settled, cancelled };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("what stands between formulas and the add-in", () => {
  test("calls wait until the add-in is ready, then go in one message", async () => {
    const { made, sent } = broker();
    for (let row = 1; row <= 500; row++)
      expect(made.evaluate(call(`S!A${row}`, row))).toEqual([[expect.objectContaining({ error: "#BUSY!" })]]);
    await soon();
    expect(sent).toEqual([]);
    made.ready();
    await soon();
    expect(sent.map((message) => message.length)).toEqual([500]);
    expect(made.waiting).toBe(500);
  });

  test("an answer is kept for its cell until an argument changes", async () => {
    const { made, sent, settled } = broker();
    made.ready();
    made.evaluate(call("S!A1", [[1, null, "x"]]));
    await soon();
    made.settle([{ id: sent[0]![0]![0], outcome: { value: 42 } }]);
    expect(settled).toEqual([["S!A1"]]);
    expect(made.evaluate(call("S!A1", [[1, null, "x"]]))).toEqual([[42]]);
    await soon();
    expect(sent).toHaveLength(1);
    expect(made.evaluate(call("S!A1", [[1, 0, "x"]]))).not.toEqual([[42]]);
    expect(made.evaluate(call("S!A1", [[1, null, "X"]]))).not.toEqual([[42]]);
    expect(made.evaluate(call("S!A1", [[1, null, { error: "#N/A" }]]))).not.toEqual([[42]]);
    expect(made.evaluate(call("S!A2", [[1, null, "x"]]))).not.toEqual([[42]]);
  });

  test("two calls in one cell keep an answer each", async () => {
    const { made, sent } = broker();
    made.ready();
    made.evaluate(call("S!A1", 1));
    made.evaluate(call("S!A1", 2));
    await soon();
    made.settle(sent[0]!.map(([id], index) => ({ id, outcome: { value: index } })));
    expect([made.evaluate(call("S!A1", 1)), made.evaluate(call("S!A1", 2))]).toEqual([[[0]], [[1]]]);
  });

  test("a cell that is overwritten cancels what it asked for: sent or not, answered no more", async () => {
    const { made, sent, settled, cancelled } = broker();
    made.ready();
    made.evaluate(call("S!A1", 1));
    made.evaluate(call("S!A2", 2));
    await soon();
    const [[first], [second]] = sent[0]! as [Invocation, Invocation];
    made.evaluate(call("S!A3", 3));
    made.overwritten(["S!A1", "S!A3", "S!A4"]);
    await soon();
    // The third was still in the queue; nobody had heard of it.
    expect([sent.length, cancelled]).toEqual([1, [[first]]]);
    expect(made.waiting).toBe(1);
    made.settle([first, second].map((id) => ({ id, outcome: { value: 7 } })));
    expect(settled).toEqual([["S!A2"]]);
    expect(made.evaluate(call("S!A1", 1))).toEqual([[expect.objectContaining({ error: "#BUSY!" })]]);
  });

  test("a function that does not ask for it hears nothing of a cancellation", async () => {
    const { made, cancelled } = broker();
    made.ready();
    made.evaluate({ ...call("S!A1", 1), cancelable: false });
    await soon();
    made.overwritten(["S!A1"]);
    expect([made.waiting, cancelled]).toEqual([0, []]);
  });

  test("an answer to nothing that was asked is left alone", () => {
    const { made, settled } = broker();
    made.settle([{ id: "77", outcome: { value: 1 } }]);
    expect(settled).toEqual([]);
  });

  test.each([
    ["as on the web", null],
    ["as on Windows", 0],
  ] as const)("blank cells and errors reach the add-in %s", async (_, blank) => {
    const { made, sent } = broker(() => blank);
    made.ready();
    made.evaluate(call("S!A1", [[null, 1, { error: "#REF!" }]], null));
    await soon();
    const [, , parameters] = sent[0]![0]!;
    expect(parameters).toEqual([[[blank, 1, expect.objectContaining({ valueType: "CustomFunctionError", code: "#REF!" })]], null]);
  });

  test("the sentence behind an error is found by its cell", async () => {
    const { made, sent } = broker();
    made.ready();
    made.evaluate(call("S!A1", 1));
    await soon();
    made.settle([{ id: sent[0]![0]![0], outcome: { errorCode: 1, message: "No level yet for factor 2." } }]);
    expect(made.evaluate(call("S!A1", 1))).toEqual([[{ error: "#N/A", message: "No level yet for factor 2." }]]);
    expect(made.messageAt("S!A1")).toBe("No level yet for factor 2.");
    expect(made.messageAt("S!A2")).toBe("");
  });

  test("after forgetting, each formula asks again", async () => {
    const { made, sent } = broker();
    made.ready();
    made.evaluate(call("S!A1", 1));
    await soon();
    made.settle([{ id: sent[0]![0]![0], outcome: { value: 1 } }]);
    made.forget();
    made.evaluate(call("S!A1", 1));
    await soon();
    expect(sent).toHaveLength(2);
  });
});

describe("what a function returned, as cells", () => {
  test.each([
    [5, [[5]]],
    ["text", [["text"]]],
    [null, [[0]]],
    [undefined, [[0]]],
    [
      [
        [1, "a"],
        [null, true],
      ],
      [
        [1, "a"],
        [0, true],
      ],
    ],
    [{ valueType: "CustomFunctionError", code: "#N/A", message: "why" }, [[{ error: "#N/A", message: "why" }]]],
  ])("%j", (returned, cells) => {
    expect(readOutcome(returned)).toEqual(cells);
  });

  test.each([[[]], [[1, 2]], [[[1], [1, 2]]], [[[]]], [{ any: "object" }]])("%j is no value nor a rectangle: #VALUE!", (returned) => {
    expect(readOutcome(returned)).toEqual([[expect.objectContaining({ error: "#VALUE!" })]]);
  });
});
