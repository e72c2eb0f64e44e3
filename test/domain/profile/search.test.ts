import { library } from "../../../src/data/library";
import { type ProfileQuery, searchProfiles } from "../../../src/domain/profile/search";

const { profiles } = library.profiles;
const ids = (query: Partial<ProfileQuery>): string[] =>
  searchProfiles(profiles, { words: "", suite: null, band: null, ...query }).map(({ id }) => id);

test("nothing asked leaves all 18", () => expect(ids({})).toHaveLength(18));

test("words stand in any order and any case, in title, suite or band", () => {
  // Contents list of the Information Technology suite: two profiles are called Analyst Specialist, both of band 6.
  expect(ids({ words: "SPECIALIST  analyst band 6" })).toEqual(["it-information-analyst-specialist-6", "it-analyst-specialist-6"]);
  // The second suite has three profiles of one title.
  expect(ids({ words: "professional" })).toHaveLength(3);
});

test("words of the notes are found", () => {
  // Information Technician: the row of factor 10 is lost (page 9).
  expect(ids({ words: "lost row technician" })).toContain("it-information-technician-4");
});

test("a band finds every profile whose range has it", () => {
  // Page 28: 8a-8b; professional managers: 8a-8b, 8b-8c, 8c-9, which includes 8d.
  expect(ids({ band: "8d" })).toEqual(profiles.filter(({ bands }) => bands.includes("8d")).map(({ id }) => id));
  expect(ids({ band: "Band 8d", suite: "professional manager" })).toHaveLength(1);
});

test("all that is asked must hold", () => {
  expect(ids({ words: "professional", suite: "Information Technology" })).toEqual([]);
  expect(ids({ words: "gardener" })).toEqual([]);
});
