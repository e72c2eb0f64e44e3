import { library } from "../../../src/data/library";
import { type ProfileQuery, searchProfiles } from "../../../src/domain/profile/search";

const { profiles } = library.profiles;
const ids = (query: Partial<ProfileQuery>): string[] =>
  searchProfiles(profiles, { words: "", suite: null, band: null, ...query }).map(({ id }) => id);

test("nothing asked leaves all 18", () => expect(ids({})).toHaveLength(18));

test("words stand in any order and any case, in title, suite or band", () => {
  // Contents list of the Information Technology suite: two profiles are called Analyst Specialist, both of band 6.
  expect(ids({ words: "SPECIALIST  analyst band 6" })).toEqual(["it-analyst-specialist-6", "it-information-analyst-specialist-6"]);
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

test("a number is a band, or a word of a title, and never a digit of something else", () => {
  // The contents list has three profiles of band 7, in title order: IM&T Analyst Advanced, IM&T Section Manager, Information Analyst.
  const seven = ["it-analyst-advanced-7", "it-section-manager-7", "it-information-analyst-advanced-7"];
  expect(ids({ words: "7" })).toEqual(seven);
  expect(ids({ words: "Band 7" })).toEqual(seven);
  // One profile of band 2, whose note says that its page prints 12.
  expect(ids({ words: "2" })).toEqual(["it-operator-2"]);
  expect(ids({ words: "12" })).toEqual([]);
  // 8a-8b and 8a-8c in the first suite, 8a-8b in the second.
  expect(ids({ words: "8a" })).toEqual([
    "it-consultant-8a-8b",
    "it-service-manager-8a-8c",
    "it-information-analyst-principal-8a-8b",
    "pm-8a-8b",
  ]);
  // Band 8 is 8a to 8d: those, and the two other professional managers.
  expect(ids({ words: "8" })).toHaveLength(6);
  expect(ids({ words: "band 9" })).toEqual(["pm-8c-9"]);
  const [first] = profiles;
  const numbered = { ...first!, id: "own", title: "Zone 7 Porter", bands: ["2"] };
  expect(searchProfiles([...profiles, numbered], { words: "7", suite: null, band: null }).map(({ id }) => id)).toEqual(["own", ...seven]);
  expect(searchProfiles([...profiles, numbered], { words: "band 7", suite: null, band: null }).map(({ id }) => id)).toEqual(seven);
});

test("titles come first, then suites, then what else is written", () => {
  // Three titles with Manager stand in the first suite, three in the second; no other profile has a word that begins so in its title.
  expect(ids({ words: "manager" }).slice(0, 6)).toEqual([
    "it-section-manager-7",
    "it-service-manager-8a-8c",
    "it-information-analyst-advanced-7",
    "pm-8a-8b",
    "pm-8b-8c",
    "pm-8c-9",
  ]);
  // Four titles have Technician, one of them Information Technician; the suite's name begins with Information too, so that all four have both.
  expect(ids({ words: "information technician" })[0]).toBe("it-information-technician-4");
  // Only a suite says Technology.
  expect(ids({ words: "technology" })).toHaveLength(15);
  // Specialist is in three titles; "Technical Engineer Specialist" is one of band 7.
  expect(ids({ words: "specialist" }).slice(0, 3)).toEqual([
    "it-analyst-advanced-7",
    "it-analyst-specialist-6",
    "it-information-analyst-specialist-6",
  ]);
});

test("whole words and beginnings of words, whatever their case or accents", () => {
  // "consult" begins the Consultant's title; "sultant" begins no word.
  expect(ids({ words: "CONSÚLT" })).toEqual(["it-consultant-8a-8b"]);
  expect(ids({ words: "sultant" })).toEqual([]);
  expect(ids({ words: "im&t section" })).toEqual(["it-section-manager-7"]);
  expect(ids({ words: "pm-8b-8c" })).toEqual(["pm-8b-8c"]);
});

test("all that is asked must hold", () => {
  expect(ids({ words: "professional", suite: "Information Technology" })).toEqual([]);
  expect(ids({ words: "gardener" })).toEqual([]);
});
