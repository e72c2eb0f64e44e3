/** Browser tests and tests of the built files: run after the build, one after the other. */
export default {
  testMatch: ["<rootDir>/test/e2e/**/*.test.ts", "<rootDir>/test/built/**/*.test.ts"],
  transform: { "^.+\\.tsx?$": ["ts-jest", { tsconfig: "<rootDir>/tsconfig.test.json" }] },
  globalSetup: "<rootDir>/test/support/e2e-setup.mjs",
  globalTeardown: "<rootDir>/test/support/e2e-teardown.mjs",
  testTimeout: 180_000,
  maxWorkers: 1,
};
