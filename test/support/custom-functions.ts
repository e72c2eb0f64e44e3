/** The global that the runtime gives: importing this stands in for it. */

class RuntimeError {
  constructor(
    readonly code: string,
    readonly message?: string,
  ) {}
}

const ErrorCode = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
  invalidName: "#NAME?",
  invalidReference: "#REF!",
} as const;

export const associated = new Map<string, unknown>();

export const customFunctions = {
  associate: (id: string, implementation: unknown): void => void associated.set(id.toUpperCase(), implementation),
  Error: RuntimeError,
  ErrorCode,
};

Object.assign(globalThis, { CustomFunctions: customFunctions });
