import fc from "fast-check";
import { newJobIds } from "../../src/domain/job-id";

test.each<[string, readonly string[], readonly string[]]>([
  ["none yet", [], ["J-0001", "J-0002"]],
  ["they go on after the highest, with its width", ["DD-101", "DD-103", "DD-007"], ["DD-104", "DD-105"]],
  ["leading noughts stay", ["P009", "P003"], ["P010", "P011"]],
  ["most decide how", ["HR-1", "IT 12", "HR-2", "hr-9"], ["HR-10", "HR-11"]],
  ["bare numbers", ["1041", "1042"], ["1043", "1044"]],
  ["names without numbers leave the first series", ["Matron", "Porter"], ["J-0001", "J-0002"]],
  ["one that is taken, however it is written, is passed over", ["J-1", " j-2 ", "J-02b", "X"], ["J-3", "J-4"]],
])("%s", (_, known, ids) => {
  expect(newJobIds(known, 2)).toEqual(ids);
});

test("law: new ids differ from each other and from every known one", () => {
  const id = fc.oneof(fc.string({ maxLength: 8 }), fc.stringMatching(/^[A-Ca-c]{0,2}-?0{0,3}\d{1,4}$/));
  fc.assert(
    fc.property(fc.array(id, { maxLength: 40 }), fc.integer({ min: 0, max: 30 }), (known, count) => {
      const ids = newJobIds(known, count);
      const keys = [...known, ...ids].map((one) => one.trim().toLowerCase());
      expect(new Set(keys.slice(known.length)).size).toBe(count);
      expect(keys.slice(known.length).filter((key) => keys.slice(0, known.length).includes(key))).toEqual([]);
    }),
    { seed: 4 },
  );
});
