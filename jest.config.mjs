/** Unit, golden, property and real-office.js tests. Browser tests have a configuration of their own (jest.e2e.config.mjs). */
export default {
  testMatch: ["<rootDir>/test/**/*.test.ts", "<rootDir>/test/**/*.test.tsx"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/e2e/", "<rootDir>/test/built/"],
  // Some laws and hostile files take seconds; a busy machine must not make them fail.
  testTimeout: 60_000,
  transform: { "^.+\\.tsx?$": ["ts-jest", { tsconfig: "<rootDir>/tsconfig.test.json" }] },
};
