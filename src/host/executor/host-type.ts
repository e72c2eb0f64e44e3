/**
 * One row of the type table: what the page may do with objects of a type. Member names are PascalCase, as the page
 * sends them. A member that is not in the table answers `ApiNotAvailable`.
 */
export interface HostType<T> {
  readonly name: string;
  /** The id by which the page finds the object again in a later batch. */
  readonly id?: (target: T) => string;
  /** Scalar properties: loaded by query, written by assignment. */
  readonly properties?: Readonly<Record<string, Property<T>>>;
  /** Properties that lead to other objects, or `missing` for an …OrNullObject that is not there. */
  readonly navigations?: Readonly<Record<string, (target: T) => HostObject | typeof missing>>;
  /** Methods give a value, another object, or `missing` for an …OrNullObject that is not there. */
  readonly methods?: Readonly<Record<string, (target: T, ...args: never[]) => unknown>>;
  /** For collections. */
  readonly items?: (target: T) => readonly HostObject[];
  readonly item?: (target: T, key: unknown) => HostObject;
  /** Whether the page may hold on to the object by a reference id (`_KeepReference`). */
  readonly keepable?: boolean;
}

export interface Property<T> {
  readonly get?: (target: T) => unknown;
  readonly set?: (target: T, value: never) => void;
}

/** A target together with its row of the table. Made by `hostObject`, so that the two always belong together. */
export interface HostObject {
  readonly type: HostType<unknown>;
  readonly target: unknown;
}

export function hostObject<T>(type: HostType<T>, target: T): HostObject {
  return { type: type as HostType<unknown>, target };
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && "type" in value && "target" in value;
}

export const missing = Symbol("missing object");
