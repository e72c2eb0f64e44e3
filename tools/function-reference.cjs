/**
 * Makes the function reference from the declarations: docs/functions.md and the pages under docs/help that the functions' help
 * addresses name. `node tools/function-reference.cjs` writes them; a test compares, so that reference and code do not part.
 */
const { readFileSync, mkdirSync, writeFileSync } = require("node:fs");
const { dirname, join, resolve } = require("node:path");
const ts = require("typescript");
const { parseTree } = require("custom-functions-metadata/lib/parseTree.js");
const { declarationFiles } = require("./metadata-plugin.cjs");

const root = resolve(__dirname, "..");

/** Every function: its metadata as Excel gets it, and what the other tags of its comment say. */
function readDeclarations() {
  return declarationFiles.flatMap((file) => {
    const path = join(root, file);
    const source = readFileSync(path, "utf8");
    const { functions, enums } = parseTree(source, path);
    const nodes = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true).statements.filter(ts.isFunctionDeclaration);
    return functions.map((declared) => {
      const node = nodes.find(({ name }) => name?.text.toUpperCase() === declared.id);
      if (node === undefined) throw new Error(`${file}: ${declared.id} is not the name of its function`);
      return { ...declared, enums, ...readTags(declared.id, node) };
    });
  });
}

function readTags(id, node) {
  const texts = (tagName) =>
    ts
      .getJSDocTags(node)
      .filter((tag) => tag.tagName.text === tagName)
      .map((tag) => ts.getTextOfJSDocComment(tag.comment) ?? "");
  const [returns] = texts("returns");
  const remarks = texts("remarks").join("\n").split(/\r?\n/);
  const starting = (word) => remarks.filter((line) => line.startsWith(word)).map((line) => line.slice(word.length).trim());
  const examples = texts("example").map((text) => {
    const [formula, result] = text.split(" → ");
    if (result === undefined) throw new Error(`${id}: an example reads "formula → result"`);
    return { formula: formula.trim(), result: result.trim() };
  });
  const reading = {
    returns,
    errors: starting("Errors:"),
    sources: starting("Source:"),
    notes: remarks.filter((line) => line.trim() !== "" && !/^(Errors|Source):/.test(line)),
    examples,
  };
  if (!returns || reading.sources.length === 0 || examples.length === 0)
    throw new Error(`${id}: @returns, a source and an @example are required`);
  return reading;
}

const syntax = ({ name, parameters }) =>
  `=JOB.${name}(${parameters.map((parameter) => (parameter.optional ? `[${parameter.name}]` : parameter.name)).join(", ")})`;

function kindOf({ dimensionality, type, customEnumId }, enums) {
  if (customEnumId)
    return `one of ${enums
      .find(({ id }) => id === customEnumId)
      .values.map(({ stringValue }) => stringValue)
      .join(", ")}`;
  return dimensionality === "matrix" ? "cell or range" : type;
}

const INTRODUCTION = [
  "Type a function with its namespace, for example =JOB.JESCORE(D2:S2). A blank cell, an empty text, white space and 0 are all no level and no score.",
  "A level is a whole number or a text: an optional Level or L, the level, and optional letters with or without brackets, commas, slashes, ampersands and spaces, such as 3, 3ab, 3(a)(b) or Level 3. Letters never change the points, but a letter that the level's definition lacks is an error.",
  "Jobs stand in rows, a column a factor (16 for NHS, 13 for NJC), or in columns, a row a factor. A bad job among several shows its error in its own cells only.",
];

function markdown(declarations) {
  const parts = ["# Function reference", "Made from the declarations in `src/functions`; change those, not this file.", ...INTRODUCTION];
  parts.push(
    [
      "| Function | Gives |",
      "| --- | --- |",
      ...declarations.map(({ name, description }) => `| [${name}](#${name.toLowerCase()}) | ${cell(description)} |`),
    ].join("\n"),
  );
  for (const declared of declarations) parts.push(...markdownOf(declared));
  return `${parts.join("\n\n")}\n`;
}

const cell = (text) => text.replace(/\|/g, "\\|");

function markdownOf(declared) {
  const { name, description, parameters, enums, returns, errors, notes, sources, examples } = declared;
  const table = [
    "| Argument | Takes | Meaning |",
    "| --- | --- | --- |",
    ...parameters.map(
      (parameter) =>
        `| ${parameter.name}${parameter.optional ? " (optional)" : ""} | ${cell(kindOf(parameter, enums))} | ${cell(parameter.description)} |`,
    ),
  ];
  return [
    `## ${name}`,
    description,
    `\`${syntax(declared)}\``,
    ...(parameters.length === 0 ? [] : [table.join("\n")]),
    `**Result.** ${returns}`,
    ...errors.map((text) => `**Errors.** ${text}`),
    ...notes,
    `**Source.** ${sources.join(" ")}`,
    `**Example.**\n\n${examples.map(({ formula, result }) => `- \`${formula}\` gives \`${result}\``).join("\n")}`,
  ];
}

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

function page(title, body) {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="help.css">
</head>
<body>
<main>
${body.join("\n")}
</main>
</body>
</html>
`;
}

function htmlOf(declared) {
  const { name, description, parameters, enums, returns, errors, notes, sources, examples } = declared;
  const rows = parameters.map(
    (parameter) =>
      `<tr><th scope="row"><code>${escaped(parameter.name)}</code>${parameter.optional ? " (optional)" : ""}</th><td>${escaped(kindOf(parameter, enums))}</td><td>${escaped(parameter.description)}</td></tr>`,
  );
  const paragraphs = (heading, texts) =>
    texts.length === 0 ? [] : [`<h2>${heading}</h2>`, ...texts.map((text) => `<p>${escaped(text)}</p>`)];
  return page(`${name} - Job Evaluation`, [
    `<nav><a href="index.html">All functions</a></nav>`,
    `<h1>${name}</h1>`,
    `<p>${escaped(description)}</p>`,
    `<p class="syntax"><code>${escaped(syntax(declared))}</code></p>`,
    ...(rows.length === 0
      ? []
      : [
          `<h2>Arguments</h2>`,
          `<table>`,
          `<thead><tr><th scope="col">Argument</th><th scope="col">Takes</th><th scope="col">Meaning</th></tr></thead>`,
          `<tbody>`,
          ...rows,
          `</tbody>`,
          `</table>`,
        ]),
    ...paragraphs("Result", [returns]),
    ...paragraphs("Errors", errors),
    ...paragraphs("Note", notes),
    `<h2>Example</h2>`,
    `<dl>`,
    ...examples.map(({ formula, result }) => `<dt><code>${escaped(formula)}</code></dt><dd>gives <code>${escaped(result)}</code></dd>`),
    `</dl>`,
    ...paragraphs("Source", sources),
  ]);
}

function indexPage(declarations) {
  return page("Function reference - Job Evaluation", [
    `<h1>Function reference</h1>`,
    ...INTRODUCTION.map((text) => `<p>${escaped(text)}</p>`),
    `<table>`,
    `<thead><tr><th scope="col">Function</th><th scope="col">Gives</th></tr></thead>`,
    `<tbody>`,
    ...declarations.map(
      ({ name, description }) =>
        `<tr><th scope="row"><a href="${name.toLowerCase()}.html">${name}</a></th><td>${escaped(description)}</td></tr>`,
    ),
    `</tbody>`,
    `</table>`,
  ]);
}

/** The text of every file of the reference, by its path under docs. */
function referenceFiles() {
  const declarations = readDeclarations();
  return {
    "functions.md": markdown(declarations),
    "help/index.html": indexPage(declarations),
    ...Object.fromEntries(declarations.map((declared) => [declared.helpUrl, htmlOf(declared)])),
  };
}

if (require.main === module) {
  for (const [path, text] of Object.entries(referenceFiles())) {
    mkdirSync(dirname(join(root, "docs", path)), { recursive: true });
    writeFileSync(join(root, "docs", path), text);
  }
}

module.exports = { readDeclarations, referenceFiles };
