import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const officeGlobals = ["Excel", "Office", "OfficeExtension", "OfficeRuntime", "CustomFunctions"];

/** Office's globals stand in one folder each, so that the rest can be read and run without Office. */
function withoutGlobals(allowed = []) {
  return [
    "error",
    ...officeGlobals
      .filter((name) => !allowed.includes(name))
      .map((name) => ({ name, message: `${name} belongs to another folder (see src/README.md).` })),
  ];
}

/** The domain has no clock, no chance and no I/O: what it gives depends on its arguments alone. */
const outsideWorld = ["Date", "window", "document", "fetch", "console", "setTimeout", "localStorage", "crypto", "performance"];

export default tseslint.config(
  { ignores: ["dist/", "build/", "node_modules/", ".cache/", "coverage/", "docs/help/"] },
  js.configs.recommended,
  {
    files: ["**/*.mjs", "**/*.cjs", "*.js"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        require: "readonly",
        module: "readonly",
        URL: "readonly",
        Buffer: "readonly",
        __dirname: "readonly",
        fetch: "readonly",
        setTimeout: "readonly",
      },
    },
  },
  // Parts of it run in a page.
  {
    files: ["test/bench/live.mjs"],
    languageOptions: { globals: { window: "readonly", performance: "readonly", setInterval: "readonly", Excel: "readonly" } },
  },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "no-restricted-globals": withoutGlobals(),
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      // `!` is for what an index just computed must find; a sentence beside it says why where that is not plain.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-extraneous-class": "off",
      "@typescript-eslint/dot-notation": ["error", { allowIndexSignaturePropertyAccess: true }],
    },
  },
  {
    files: ["src/domain/**", "src/data/**/*.ts"],
    rules: {
      "no-restricted-globals": [
        ...withoutGlobals(),
        ...outsideWorld.map((name) => ({ name, message: `${name} is of the outside world; pass what it gives as an argument.` })),
      ],
    },
  },
  {
    files: ["src/functions/**"],
    rules: { "@typescript-eslint/only-throw-error": "off", "no-restricted-globals": withoutGlobals(["CustomFunctions"]) },
  },
  { files: ["src/commands/**"], rules: { "no-restricted-globals": withoutGlobals(["Office"]) } },
  {
    files: ["src/workbook/**"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "no-restricted-globals": withoutGlobals(["Excel", "Office", "OfficeExtension"]),
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
    },
  },
  {
    files: ["src/taskpane/**/*.tsx"],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs["recommended-latest"]],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "JSXOpeningElement[name.name='summary']:not(:has(JSXAttribute[name.name='tabIndex']))",
          message: "In Excel on the web office.js moves the focus with Tab itself, and passes by a summary without tabIndex={0}.",
        },
      ],
    },
  },
  {
    files: ["test/**"],
    rules: {
      "no-restricted-globals": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-empty-function": "off",
      "@typescript-eslint/require-await": "off",
      // Functions throw CustomFunctions.Error, which is no Error to the compiler.
      "@typescript-eslint/only-throw-error": "off",
    },
  },
);
