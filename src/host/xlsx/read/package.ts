import type { Parts } from "../zip-reader";
import { children, parseXml, type XmlElement } from "../xml";
import { DamagedFile } from "./damage";

/** The parts of a file, found through what each says of its relations. */
export class Package {
  constructor(private readonly parts: Parts) {}

  /** Undefined where there is no such part. */
  text(name: string): string | undefined {
    const bytes = this.parts.get(name) ?? this.parts.get(this.spelled(name) ?? "");
    return bytes && decode(bytes, name);
  }

  xml(name: string): XmlElement | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : parseXml(text);
  }

  /** What a part is related to; "" for the package itself. */
  relations(part: string): Relations {
    const folder = part.slice(0, part.lastIndexOf("/") + 1);
    const root = this.xml(`${folder}_rels/${part.slice(folder.length)}.rels`);
    return new Relations(
      children(root, "Relationship").map(({ attributes }) => ({
        id: attributes["Id"] ?? "",
        // The last word is the same in the transitional and the strict form.
        kind: (attributes["Type"] ?? "").slice((attributes["Type"] ?? "").lastIndexOf("/") + 1),
        target: resolve(folder, attributes["Target"] ?? ""),
      })),
    );
  }

  /** Names of parts are told apart without regard to case. */
  private spelled(name: string): string | undefined {
    return [...this.parts.keys()].find((key) => key.toLowerCase() === name.toLowerCase());
  }
}

interface Relation {
  readonly id: string;
  readonly kind: string;
  /** The name of the other part. */
  readonly target: string;
}

export class Relations {
  constructor(private readonly list: readonly Relation[]) {}

  byId(id: string | undefined): Relation | undefined {
    return this.list.find((relation) => relation.id === id);
  }
  of(kind: string): readonly string[] {
    return this.list.filter((relation) => relation.kind === kind).map(({ target }) => target);
  }
}

function resolve(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

function decode(bytes: Uint8Array, name: string): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new DamagedFile(name, "it is no text in UTF-8 or UTF-16.");
    throw error;
  }
}
