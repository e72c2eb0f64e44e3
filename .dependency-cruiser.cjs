"use strict";
/** The import rule: each folder of src and what it may import. Anything else fails `npm run lint`. */
const mayImport = {
  domain: [],
  data: ["domain"],
  functions: ["domain", "data"],
  workbook: ["domain", "data"],
  session: ["domain", "data", "workbook"],
  taskpane: ["domain", "data", "workbook", "session", "commands"],
  commands: ["domain", "data", "workbook", "session"],
  host: [],
};

/** Packages that only one folder may know. */
const packages = {
  data: ["valibot"],
  workbook: ["valibot"],
  taskpane: ["react", "react-dom", "@fluentui"],
  host: ["@univerjs", "numfmt"],
};

const folders = Object.entries(mayImport).map(([folder, others]) => ({
  name: `${folder}-imports-only-its-own`,
  severity: "error",
  comment: `src/${folder} may import ${others.length ? others.join(", ") : "nothing outside itself"}.`,
  from: { path: `^src/${folder}/` },
  to: { path: "^(src|tools|test)/", pathNot: `^src/(${[folder, ...others].join("|")})/` },
}));

const foreignPackages = Object.keys(mayImport).map((folder) => ({
  name: `${folder}-packages`,
  severity: "error",
  comment: `src/${folder} may use these packages only: ${(packages[folder] ?? []).join(", ") || "none"}.`,
  from: { path: `^src/${folder}/` },
  to: { path: "node_modules/", pathNot: `node_modules/(${(packages[folder] ?? ["none"]).join("|")})/` },
}));

module.exports = {
  forbidden: [
    ...folders,
    ...foreignPackages,
    { name: "tools-from-src", severity: "error", from: { path: "^src/" }, to: { path: "^tools/" } },
    {
      name: "no-cycle",
      severity: "error",
      from: { path: "^src/(domain|data|functions|workbook|session)/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "unresolved", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "\\.css$" } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
};
