import { library } from "../../../src/data/library";
import { describe as sentence } from "../../../src/domain/problem";
import { evaluateJob } from "../../../src/domain/scheme/evaluation";

const nhs = library.profiles.scheme;

/** The single levels that the profile IM&T Section Manager prints, ranges at their lowest; page 24 prints 466 as its lowest score. */
const sectionManager: readonly (string | number | null)[] = ["4a", 6, 4, 4, 2, 1, 3, "4a", "4a", "4b", "1", 4, 1, "3a", 2, 1];

describe("one job's evaluation", () => {
  test("keeps its working, which sums to the score", () => {
    const evaluation = evaluateJob(nhs, sectionManager);
    if (evaluation.kind !== "complete") throw new Error(evaluation.kind);
    expect(evaluation.score).toBe(466);
    // Points column of page 24, lower ends.
    expect(evaluation.working.map(({ points }) => points)).toEqual([32, 156, 42, 42, 15, 4, 21, 32, 32, 24, 5, 32, 3, 12, 11, 3]);
    expect(evaluation.working[7]).toMatchObject({ level: 4, letters: "a", factor: { number: 8 } });
  });

  test("tells blank, incomplete and invalid apart", () => {
    expect(evaluateJob(nhs, new Array(16).fill(null))).toEqual({ kind: "blank" });
    const incomplete = evaluateJob(nhs, sectionManager.with(2, "").with(14, 0));
    if (incomplete.kind !== "incomplete") throw new Error(incomplete.kind);
    expect(sentence(incomplete.problem)).toBe("No level yet for factor 3 Analytical and judgemental skills, factor 15 Emotional effort.");
    expect(incomplete.working).toHaveLength(14);
    const invalid = evaluateJob(nhs, sectionManager.with(0, "3d").with(14, 5).with(2, null));
    if (invalid.kind !== "invalid") throw new Error(invalid.kind);
    expect(sentence(invalid.problem)).toBe(
      'Factor 1 Communication and relationship skills: "3d" has a letter that level 3 lacks; level 3 has a, b, c. ' +
        "Factor 15 Emotional effort: 5 is not a level of this factor; its levels are 1 to 4. " +
        "No level yet for factor 3 Analytical and judgemental skills.",
    );
  });
});
