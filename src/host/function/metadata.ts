/** `functions.json` as the host reads it: which functions the add-in offers and what each takes. */

export interface FunctionMetadata {
  readonly functions: readonly FunctionDescription[];
  readonly enums?: readonly FunctionEnumeration[];
}

export interface FunctionDescription {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly ParameterDescription[];
  readonly options?: { readonly volatile?: boolean; readonly cancelable?: boolean };
  readonly allowErrorForDataTypeAny?: boolean;
}

export interface ParameterDescription {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: "scalar" | "matrix";
  readonly optional?: boolean;
  readonly customEnumId?: string;
}

interface FunctionEnumeration {
  readonly id: string;
  readonly type: string;
  readonly values: readonly {
    readonly name: string;
    readonly stringValue?: string;
    readonly numberValue?: number;
    readonly tooltip?: string;
  }[];
}

/** How a person types it: the namespace of the manifest, a dot, the name. */
export function typedName(namespace: string, { name }: FunctionDescription): string {
  return `${namespace}.${name}`.toUpperCase();
}
