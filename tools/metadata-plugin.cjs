/**
 * Rewrites the generated functions.json. Error cells must reach the functions, or one #N/A in a register would blank a whole
 * result: so allowErrorForDataTypeAny goes in. allowCustomDataForDataTypeAny goes out, because both together crash Excel LTSC 2021.
 * Help pages are named relative in the declarations; the build knows where they will stand.
 */
const { Compilation, sources, WebpackError } = require("webpack");

const NAME = "FunctionMetadataPlugin";

/** @param {string} json  @param {{ baseUrl: string }} options */
function rewriteMetadata(json, { baseUrl }) {
  const metadata = JSON.parse(json);
  delete metadata.allowCustomDataForDataTypeAny;
  const functions = metadata.functions.map((declared) => {
    if (!declared.helpUrl) throw new Error(`${declared.id} names no help page: add @helpurl to its declaration`);
    return { ...declared, helpUrl: new URL(declared.helpUrl, baseUrl).href };
  });
  return `${JSON.stringify({ allowErrorForDataTypeAny: true, ...metadata, functions }, null, 2)}\n`;
}

class FunctionMetadataPlugin {
  /** @param {{ baseUrl: string, output?: string }} options  baseUrl ends with a slash */
  constructor({ baseUrl, output = "functions.json" }) {
    this.baseUrl = baseUrl;
    this.output = output;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      compilation.hooks.processAssets.tap({ name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE }, () => {
        const asset = compilation.getAsset(this.output);
        if (asset === undefined) {
          compilation.errors.push(new WebpackError(`${NAME}: ${this.output} was not generated`));
          return;
        }
        compilation.updateAsset(this.output, new sources.RawSource(rewriteMetadata(asset.source.source().toString(), this)));
      });
    });
  }
}

/** The files that declare custom functions, in the order of the reference. */
const declarationFiles = ["scoring", "banding", "matching", "profile", "reference", "boundary"].map((name) => `./src/functions/${name}.ts`);

module.exports = { FunctionMetadataPlugin, rewriteMetadata, declarationFiles };
