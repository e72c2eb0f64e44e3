import type { FileProblem } from "./problem";

/** How much is taken in. What a file says of itself is not trusted: sizes are counted while it is unpacked. */
export interface Limits {
  readonly fileBytes: number;
  readonly unzippedBytes: number;
  /** A part may be so many times larger than what it is packed in; small parts are let pass. */
  readonly ratio: number;
  readonly parts: number;
  readonly cells: number;
}

const megabyte = 1024 * 1024;

/** A register of 100,000 jobs by 25 columns passes: 2,500,000 cells, some 150 MB unzipped. */
export const usualLimits: Limits = { fileBytes: 60 * megabyte, unzippedBytes: 400 * megabyte, ratio: 200, parts: 2000, cells: 4_000_000 };

/** The ratio counts beyond this size only: short repetitive parts pack very well. */
const ratioFrom = megabyte;

/** Parts of a package by their names, without a leading slash. */
export type Parts = ReadonlyMap<string, Uint8Array>;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

const stored = 0;
const deflated = 8;
const encryptedFlag = 1;

/** Unpacks those parts of a zip file that `wanted` names. */
export async function readZip(bytes: Uint8Array, limits: Limits, wanted: (name: string) => boolean): Promise<Parts | FileProblem> {
  if (bytes.length === 0) return { kind: "empty" };
  if (bytes.length > limits.fileBytes) return { kind: "fileTooLarge", bytes: bytes.length, limit: limits.fileBytes };
  if (startsWith(bytes, oleMark)) return { kind: hasEncryptionStream(bytes) ? "encrypted" : "oldFormat" };
  if (!startsWith(bytes, zipMark)) return { kind: "notZip" };
  const entries = readDirectory(bytes, limits);
  if (!Array.isArray(entries)) return entries;
  const parts = new Map<string, Uint8Array>();
  let unzipped = 0;
  for (const entry of entries) {
    if (!wanted(entry.name)) continue;
    if (parts.has(entry.name)) return damaged(entry.name, "it is there twice.");
    const ratioLimit = Math.max(ratioFrom, entry.packed.length * limits.ratio);
    const tooCompressed: FileProblem = {
      kind: "tooCompressed",
      part: entry.name,
      ratio: Math.round(entry.size / Math.max(1, entry.packed.length)),
      limit: limits.ratio,
    };
    // What the directory admits is refused before anything is unpacked.
    if (unzipped + entry.size > limits.unzippedBytes) return { kind: "unzippedTooLarge", limit: limits.unzippedBytes };
    if (entry.size > ratioLimit) return tooCompressed;
    const part = await unpack(entry, Math.min(ratioLimit, limits.unzippedBytes - unzipped));
    if (part === "damaged") return damaged(entry.name, "it cannot be unpacked.");
    if (part === "tooLarge") return tooCompressed;
    if (part.length !== entry.size || crc32(part) !== entry.crc)
      return damaged(entry.name, "its contents are not what they were when it was saved.");
    unzipped += part.length;
    parts.set(entry.name, part);
  }
  return parts;
}

const zipMark = [0x50, 0x4b, 0x03, 0x04];
/** Excel 97 to 2003, and encrypted files, are packed in a compound file. */
const oleMark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** The name of the stream that a compound file has where it is encrypted, in UTF-16. */
function hasEncryptionStream(bytes: Uint8Array): boolean {
  const name = Array.from("EncryptedPackage", (letter) => [letter.charCodeAt(0), 0]).flat();
  for (let at = bytes.indexOf(name[0]!); at >= 0; at = bytes.indexOf(name[0]!, at + 1)) {
    if (name.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function damaged(where: string, what: string): FileProblem {
  return { kind: "damaged", where, what };
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endSize = 22;
const longestComment = 65_535;

function readDirectory(bytes: Uint8Array, limits: Limits): Entry[] | FileProblem {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cut = damaged("The end of the file", "the directory of its parts is missing; the file is cut off.");
  let end = bytes.length - endSize;
  const lowest = Math.max(0, end - longestComment);
  while (end >= lowest && view.getUint32(end, true) !== endMark) end--;
  if (end < lowest) return cut;
  const count = view.getUint16(end + 10, true);
  if (count > limits.parts) return { kind: "tooManyParts", found: count, limit: limits.parts };
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== entryMark) return cut;
    const flags = view.getUint16(at + 8, true);
    if (flags & encryptedFlag) return { kind: "encrypted" };
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replace(/^\//, "");
    const packedSize = view.getUint32(at + 20, true);
    const local = view.getUint32(at + 42, true);
    if (local + 30 > bytes.length || view.getUint32(local, true) !== localMark) return damaged(name, "it is not where the directory says.");
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + packedSize > bytes.length) return damaged(name, "it is cut off.");
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      packed: bytes.subarray(start, start + packedSize),
      size: view.getUint32(at + 24, true),
      crc: view.getUint32(at + 16, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

async function unpack({ method, packed, size }: Entry, limit: number): Promise<Uint8Array | "damaged" | "tooLarge"> {
  if (method === stored) return packed;
  if (method !== deflated) return "damaged";
  const reader = new Blob([packed as BlobPart]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  // One byte more than it says shows that it says too little.
  const part = new Uint8Array(size + 1);
  let length = 0;
  for (;;) {
    const read = await nextPiece(reader);
    if (read === "damaged") return read;
    if (read.done) return part.subarray(0, length);
    const tooLong = length + read.value.length > limit ? "tooLarge" : length + read.value.length > size ? "damaged" : undefined;
    if (tooLong) {
      await reader.cancel();
      return tooLong;
    }
    part.set(read.value, length);
    length += read.value.length;
  }
}

/** Browsers and Node say in different ways that what was packed is damaged; nothing else goes wrong there. */
async function nextPiece(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<ReadableStreamReadResult<Uint8Array> | "damaged"> {
  try {
    return await reader.read();
  } catch {
    return "damaged";
  }
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
