export interface Declaration {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly dimensionality?: "matrix";
    readonly optional?: boolean;
    readonly type: string;
  }[];
  readonly examples: readonly { readonly formula: string; readonly result: string }[];
}

export function readDeclarations(): readonly Declaration[];
export function referenceFiles(): Readonly<Record<string, string>>;
