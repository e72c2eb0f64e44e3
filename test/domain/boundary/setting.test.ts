import { BOUNDARY_TEST } from "../../../src/domain/boundary/bunching";
import { GAP_FLAGS } from "../../../src/domain/boundary/equality";
import { NEAR_POINTS } from "../../../src/domain/boundary/near";
import { ON_COSTS } from "../../../src/domain/boundary/pay-bill";
import { PROTECTION } from "../../../src/domain/boundary/protection";
import { SMALL_GROUP } from "../../../src/domain/boundary/suppression";

test("defaults are those of the definitions; what an employer must give has none", () => {
  expect(NEAR_POINTS).toBe(10);
  // Large 20 people, mainly 70 %.
  expect(BOUNDARY_TEST).toEqual({ points: 10, large: 20, mainly: 70 });
  // 5 % in a band; 3 % in the same direction in three or more.
  expect(GAP_FLAGS).toEqual({ large: 5, pattern: 3, patternBands: 3 });
  // Employer National Insurance of 15 % above £5,000 from April 2025; the pension rate is each fund's own.
  expect(ON_COSTS).toEqual({ pensionPercent: null, insurancePercent: 15, insuranceThreshold: 500_000 });
  expect(PROTECTION).toEqual([{ months: 36, percent: 100 }]);
  expect(SMALL_GROUP).toBe(5);
});
