import { crc32 } from "./zip-reader";

/** Parts that take turns in being made, so that a large one need not stand beside its bytes. */
export type PartTexts = readonly (readonly [name: string, text: string])[];

/** 1 January 1980, midnight: what a file holds depends on the workbook alone. */
const dosDate = 0x21;

export async function writeZip(parts: PartTexts): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const nameBytes = encoder.encode(name);
    const bytes = encoder.encode(text);
    const packed = await deflate(bytes);
    const described = description(crc32(bytes), packed.length, bytes.length, nameBytes.length);
    const local = header(0x04034b50, [20], described, [], nameBytes);
    directory.push(header(0x02014b50, [20, 20], described, [0, 0, 0, 0, 0, offset & 0xffff, offset >>> 16], nameBytes));
    pieces.push(local, packed);
    offset += local.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = words([0x4b50, 0x0605, 0, 0, parts.length, parts.length, size & 0xffff, size >>> 16, offset & 0xffff, offset >>> 16, 0]);
  return concatenate([...pieces, ...directory, end]);
}

/** What local headers and the directory alike say of a part, in 16-bit words: flags (UTF-8), method, time, date, CRC, sizes, name. */
function description(crc: number, packed: number, size: number, nameLength: number): number[] {
  const long = (value: number) => [value & 0xffff, value >>> 16];
  return [0x0800, 8, 0, dosDate, ...long(crc), ...long(packed), ...long(size), nameLength, 0];
}

function header(mark: number, versions: number[], described: number[], rest: number[], name: Uint8Array): Uint8Array {
  return concatenate([words([mark & 0xffff, mark >>> 16, ...versions, ...described, ...rest]), name]);
}

function words(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => view.setUint16(index * 2, value & 0xffff, true));
  return bytes;
}

async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
