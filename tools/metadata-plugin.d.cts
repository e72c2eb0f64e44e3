import type { WebpackPluginInstance } from "webpack";

export function rewriteMetadata(json: string, options: { readonly baseUrl: string }): string;
export const declarationFiles: readonly string[];
export const FunctionMetadataPlugin: new (options: { readonly baseUrl: string; readonly output?: string }) => WebpackPluginInstance;
