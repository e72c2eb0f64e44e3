import { HostFailure } from "./failure";
import { isRecord } from "../protocol/message";
import { isHostObject, missing, type HostObject, type HostType } from "./host-type";

/** One `context.sync()`: the actions in order, and how to reach the objects that they name. */
export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: Query;
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** Beside Arguments: a number other than 0 means "this argument is the object at that path". */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

interface Query {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface BatchResponse {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly HttpStatusCode: number;
    readonly ActionIndex: number;
  };
}

const ActionKind = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5, ensureUnchanged: 8, update: 9 } as const;
const PathKind = { global: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;

/** Where a batch starts from. */
export interface Root {
  /** The object that the page's context stands for (the workbook). */
  readonly global: HostObject;
  /** Services that the page makes by name. */
  readonly services: Readonly<Record<string, HostObject>>;
  readonly references: References;
  /** Called before anything is read, so that formulas show what the writes before came to. */
  settled(): Promise<void>;
  /** Runs one change of the page's, so that the workbook can tell whose it is. */
  perform<T>(change: () => T): T;
  /** Told of each member that the table lacks. */
  unavailable(member: string): void;
}

/** Objects that the page holds on to from one batch to the next. */
export class References {
  private readonly objects = new Map<string, HostObject>();
  private last = 0;

  keep(object: HostObject): string {
    const id = `ref-${++this.last}`;
    this.objects.set(id, object);
    return id;
  }
  get(id: string): HostObject | undefined {
    return this.objects.get(id);
  }
  release(id: string): void {
    this.objects.delete(id);
  }
  targets(): Iterable<HostObject> {
    return this.objects.values();
  }
}

/** Runs the actions in order and stops at the first that fails, as Excel does: what was done before stays done. */
export async function runBatch(batch: Batch, root: Root): Promise<BatchResponse> {
  const run = new BatchRun(batch, root);
  for (const [index, action] of batch.Actions.entries()) {
    try {
      await run.act(action);
    } catch (error) {
      const { code, message } = error instanceof HostFailure ? error : { code: "GeneralException", message: describeBug(error) };
      const Error = { Code: code, Message: message, Location: run.locate(action), HttpStatusCode: 400, ActionIndex: index };
      return { Results: run.results, TraceIds: run.traceIds, Error };
    }
  }
  return { Results: run.results, TraceIds: run.traceIds };
}

class BatchRun {
  readonly results: { ActionId: number; Value: unknown }[] = [];
  readonly traceIds: number[] = [];
  private readonly objects = new Map<number, HostObject | typeof missing>();
  private readonly keptAs = new Map<number, string>();

  constructor(
    private readonly batch: Batch,
    private readonly root: Root,
  ) {}

  async act(action: Action): Promise<void> {
    switch (action.ActionType) {
      case ActionKind.instantiate: {
        this.answer(action, this.identify(action.ObjectPathId));
        return;
      }
      case ActionKind.query: {
        await this.root.settled();
        const object = this.resolve(action.ObjectPathId);
        this.answer(action, object === missing ? null : this.query(object, action.QueryInfo ?? {}));
        return;
      }
      case ActionKind.method: {
        this.answer(action, this.invoke(action));
        return;
      }
      case ActionKind.setProperty: {
        this.assign(this.object(action.ObjectPathId), action.Name, this.readArguments(action.ArgumentInfo)[0]);
        this.answer(action, null);
        return;
      }
      case ActionKind.update: {
        const [bag] = this.readArguments(action.ArgumentInfo);
        this.assignAll(this.object(action.ObjectPathId), bag as Record<string, unknown>);
        this.answer(action, null);
        return;
      }
      case ActionKind.trace: {
        this.traceIds.push(action.Id);
        this.answer(action, null);
        return;
      }
      case ActionKind.ensureUnchanged: {
        this.answer(action, null);
        return;
      }
      default:
        return this.refuse(`action type ${action.ActionType}`);
    }
  }

  /** A text such as `Worksheet.Range` for the page's error report. */
  locate(action: Action): string {
    const path = this.batch.ObjectPaths[action.ObjectPathId];
    return [path?.Name, action.Name].filter(Boolean).join(".");
  }

  private answer(action: Action, value: unknown): void {
    this.results.push({ ActionId: action.Id, Value: value ?? null });
  }

  private identify(pathId: number): unknown {
    const object = this.resolve(pathId);
    if (object === missing) return null;
    const id = object.type.id?.(object.target);
    const referenceId = this.keptAs.get(pathId) ?? this.referenceOf(pathId);
    return { ...(id === undefined ? {} : { Id: id }), ...(referenceId === undefined ? {} : { _ReferenceId: referenceId }) };
  }

  private referenceOf(pathId: number): string | undefined {
    const path = this.batch.ObjectPaths[pathId];
    return path?.ObjectPathType === PathKind.reference ? path.Name : undefined;
  }

  private invoke(action: Action): unknown {
    if (action.Name === "_KeepReference") {
      const object = this.resolve(action.ObjectPathId);
      if (object === missing) return null;
      if (!object.type.keepable) return this.refuse(`${object.type.name}._KeepReference`);
      this.keptAs.set(action.ObjectPathId, this.root.references.keep(object));
      return null;
    }
    if (action.Name === "_RemoveReference") {
      for (const id of this.readArguments(action.ArgumentInfo)) this.root.references.release(String(id));
      return null;
    }
    const result = this.call(this.object(action.ObjectPathId), action.Name, this.readArguments(action.ArgumentInfo));
    return isHostObject(result) ? this.query(result, {}) : result;
  }

  private object(pathId: number): HostObject {
    const object = this.resolve(pathId);
    if (object === missing) throw notFound();
    return object;
  }

  private resolve(pathId: number): HostObject | typeof missing {
    const known = this.objects.get(pathId);
    if (known) return known;
    const path = this.batch.ObjectPaths[pathId];
    if (!path) throw new HostFailure("InvalidArgument", `The batch names object path ${pathId}, which it does not hold.`);
    const object = this.follow(path);
    this.objects.set(pathId, object);
    return object;
  }

  private follow(path: ObjectPath): HostObject | typeof missing {
    switch (path.ObjectPathType) {
      case PathKind.global:
        return this.root.global;
      case PathKind.newObject:
        return this.root.services[path.Name] ?? this.refuse(path.Name);
      case PathKind.nullObject:
        return missing;
      case PathKind.reference: {
        const kept = this.root.references.get(path.Name);
        if (!kept) throw new HostFailure("InvalidReference", "This reference is not valid for the current operation.");
        return kept;
      }
      default:
        return this.followFrom(this.resolve(path.ParentObjectPathId ?? 0), path);
    }
  }

  private followFrom(parent: HostObject | typeof missing, path: ObjectPath): HostObject | typeof missing {
    if (parent === missing) return missing;
    const { type, target } = parent;
    if (path.ObjectPathType === PathKind.property) {
      const navigate = member(type.navigations, path.Name) ?? this.refuse(`${type.name}.${path.Name}`);
      return navigate(target);
    }
    const args = this.readArguments(path.ArgumentInfo);
    if (path.ObjectPathType === PathKind.indexer) {
      if (!type.item) return this.refuse(`${type.name}.getItem`);
      return type.item(target, args[0]);
    }
    const result = this.call(parent, path.Name, args);
    return isHostObject(result) || result === missing ? result : this.refuse(`${type.name}.${path.Name}`);
  }

  private call({ type, target }: HostObject, name: string, args: readonly unknown[]): unknown {
    const method = member(type.methods, name) ?? this.refuse(`${type.name}.${name}`);
    // What the caller leaves out arrives as null.
    const given = args.map((argument) => argument ?? undefined);
    return this.root.perform(() => method(target, ...(given as never[])));
  }

  private assign({ type, target }: HostObject, name: string, value: unknown): void {
    const set = member(type.properties, name)?.set ?? this.refuse(`${type.name}.${name} (set)`);
    this.root.perform(() => set(target, value as never));
  }

  /** An update carries a bag of properties, bags within it for the objects they lead to. */
  private assignAll(object: HostObject, bag: Readonly<Record<string, unknown>>): void {
    for (const [camelName, value] of Object.entries(bag)) {
      const name = pascal(camelName);
      const navigate = member(object.type.navigations, name);
      if (navigate) {
        const next = navigate(object.target);
        if (next === missing) throw notFound();
        this.assignAll(next, value as Record<string, unknown>);
      } else this.assign(object, name, value);
    }
  }

  private readArguments(info: ArgumentInfo | undefined): readonly unknown[] {
    const values = info?.Arguments ?? [];
    const referenced = info?.ReferencedObjectPathIds;
    return values.map((value, index) => this.readArgument(value, referenced?.[index]));
  }

  private readArgument(value: unknown, pathIds: unknown): unknown {
    if (typeof pathIds === "number" && pathIds > 0) return this.object(pathIds);
    if (Array.isArray(pathIds) && Array.isArray(value)) return value.map((item, index) => this.readArgument(item, pathIds[index]));
    return this.readBag(value);
  }

  /** A bag of options may hold objects too, as `{ _ObjectPathId: n }`. */
  private readBag(value: unknown): unknown {
    if (!isRecord(value)) return value;
    const pathId = value["_ObjectPathId"];
    if (typeof pathId === "number") return this.object(pathId);
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, this.readBag(item)]));
  }

  private query(object: HostObject, query: Query): unknown {
    const { type, target } = object;
    const identity = { ...(type.id ? { Id: type.id(target) } : {}) };
    if (type.items) {
      const all = type.items(target);
      const from = query.Skip ?? 0;
      const shown = all.slice(from, query.Top ? from + query.Top : undefined);
      const own = (query.Select ?? []).filter((name) => member(type.properties, pascal(name))?.get);
      const each = { ...query, Select: (query.Select ?? []).filter((name) => !own.includes(name)) };
      const items = shown.map((item) => this.query(item, { Select: each.Select, Expand: query.Expand ?? [] }));
      return { ...this.select(object, own), _Items: items };
    }
    const { Select = [], Expand = [] } = query;
    const names = Select.length === 0 || Select.includes("*") ? this.scalars(type) : Select;
    return { ...identity, ...this.select(object, [...names.filter((name) => name !== "*"), ...Expand]) };
  }

  private scalars(type: HostType<unknown>): string[] {
    return Object.entries(type.properties ?? {})
      .filter(([, property]) => property.get)
      .map(([name]) => name);
  }

  /** `name`, `format/fill/color`: the part before the first slash leads on, the rest is asked of what it leads to. */
  private select(object: HostObject, names: readonly string[]): Record<string, unknown> {
    const { type, target } = object;
    const result: Record<string, unknown> = {};
    const further = new Map<string, string[]>();
    for (const path of names) {
      const [head = "", ...rest] = path.split("/");
      const name = pascal(head);
      const get = member(type.properties, name)?.get;
      if (get && rest.length === 0) result[name] = get(target);
      else if (member(type.navigations, name)) further.set(name, [...(further.get(name) ?? []), ...(rest.length ? [rest.join("/")] : [])]);
      else this.refuse(`${type.name}.${head}`);
    }
    for (const [name, rest] of further) {
      const navigate = member(type.navigations, name);
      const next = navigate?.(target);
      if (next !== undefined) result[name] = next === missing ? { _IsNull: true } : this.query(next, { Select: rest });
    }
    return result;
  }

  private refuse(what: string): never {
    this.root.unavailable(what);
    throw new HostFailure("ApiNotAvailable", `The embedded workbook does not have ${what}.`);
  }
}

function notFound(): HostFailure {
  return new HostFailure("ItemNotFound", "The requested resource doesn't exist.");
}

/** Own members only: a page must not reach `constructor` through the table. */
function member<V>(table: Readonly<Record<string, V>> | undefined, name: string): V | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function describeBug(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
