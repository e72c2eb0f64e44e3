"use strict";
/**
 * Two builds: `dist/` is the add-in as it ships; `build/host/` is the embedded workbook, which never ships.
 *
 * Release: `npm run build:release -- --env baseUrl=https://… --env id=<guid>` takes office.js from Microsoft's CDN, as the store asks,
 * and writes that address and id into the manifest and the function metadata.
 */
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const webpack = require("webpack");
const { releaseManifest } = require("./tools/manifest.cjs");
const { declarationFiles, FunctionMetadataPlugin } = require("./tools/metadata-plugin.cjs");

const developmentUrl = "https://localhost:3000/";
const officeCdn = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const officeFolder = path.dirname(require.resolve("@microsoft/office-js/dist/office.js"));
/** Microsoft allows its files to be passed on only as they are, so the minifier must leave them alone. */
const untouched = { minimized: true };
/** The files that an add-in in Excel on the web asks for. */
const officeFiles = ["office.js", "excel-web-16.00.js", "en-us/office_strings.js"];

module.exports = (env = {}) => {
  const release = Boolean(env.release);
  const baseUrl = release ? releaseUrl(env.baseUrl) : developmentUrl;
  return release ? [addIn({ release, baseUrl, id: env.id })] : [addIn({ release, baseUrl }), embeddedWorkbook()];
};

function releaseUrl(baseUrl) {
  if (!/^https:\/\/[^ ]+\/$/.test(baseUrl ?? "")) {
    throw new Error(`A release needs --env baseUrl=https://…/ (with a slash at its end); found ${baseUrl}.`);
  }
  return baseUrl;
}

function addIn({ release, baseUrl, id }) {
  return {
    name: "add-in",
    mode: "production",
    devtool: release ? false : "source-map",
    target: ["web", "es2022"],
    entry: { functions: "./src/functions/index.ts", taskpane: "./src/taskpane/index.tsx" },
    output: { path: path.resolve("dist"), filename: "[name].js", chunkFilename: "[name].chunk.js", publicPath: "auto", clean: true },
    ...typescript(),
    performance: { hints: false },
    optimization: {
      splitChunks: {
        cacheGroups: {
          // What only later views share is loaded with the first of them, and counted as theirs.
          views: { name: "view-shared", minChunks: 2, chunks: ({ name }) => name?.startsWith("view-") === true, priority: 10 },
          // What one of them alone needs of a library stays in it, and is not taken for part of the first load.
          defaultVendors: { test: /node_modules/, chunks: ({ name }) => name === undefined, priority: -10, reuseExistingChunk: true },
        },
      },
    },
    plugins: [
      new CustomFunctionsMetadataPlugin({ output: "functions.json", input: declarationFiles }),
      new FunctionMetadataPlugin({ baseUrl }),
      new HtmlPlugin({
        template: "./src/taskpane/taskpane.html",
        filename: "taskpane.html",
        chunks: ["functions", "taskpane"],
        chunksSortMode: "manual",
        scriptLoading: "blocking",
        inject: "body",
        templateParameters: { officeUrl: release ? officeCdn : "office.js" },
      }),
      new CopyPlugin({
        patterns: [
          { from: "assets/icon/*.png", to: "assets/icon/[name][ext]" },
          { from: "docs/help", to: "help", noErrorOnMissing: true },
          {
            from: "manifest.xml",
            // What is committed is the development manifest.
            transform: (text) => (release ? releaseManifest(text.toString(), { baseUrl, id }) : text),
          },
          ...(release ? [] : officeFiles.map((file) => ({ from: path.join(officeFolder, file), to: file, info: untouched }))),
        ],
      }),
    ],
  };
}

function embeddedWorkbook() {
  return {
    name: "host",
    // Minifying the grid takes minutes and gains nothing on one's own machine.
    mode: "development",
    devtool: false,
    target: ["web", "es2022"],
    entry: { host: "./src/host/page/index.ts" },
    output: { path: path.resolve("build/host"), filename: "[name].js", publicPath: "auto", clean: true },
    ...typescript(),
    module: {
      rules: [
        ...typescript().module.rules,
        { test: /\.css$/, type: "asset/source" },
        { test: /\.m?js$/, resolve: { fullySpecified: false } },
      ],
    },
    performance: { hints: false },
    plugins: [
      new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
      new HtmlPlugin({ template: "./src/host/page/index.html", filename: "index.html", scriptLoading: "blocking", inject: "body" }),
    ],
  };
}

function typescript() {
  return {
    cache: { type: "filesystem", cacheDirectory: path.resolve(".cache/webpack") },
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: "ts-loader",
          // Types are checked by `npm run types`, tests included.
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
        },
      ],
    },
  };
}
