import type { Attributes } from "./xml";

/** Colours of a file: plain, of the workbook's theme, or of the old palette; with a tint. Here they are `#RRGGBB`. */

/** The theme of a workbook that brings none, in the order in which files number its colours. */
export const officeTheme: readonly string[] = "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72".split(
  " ",
);

const palette = `000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF
800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99
3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333`.split(/\s+/);

/** "" where the file leaves the colour to the screen. */
export function readColor(color: Attributes | undefined, theme: readonly string[]): string {
  if (!color) return "";
  const { rgb, theme: themed, indexed } = color;
  const plain =
    rgb !== undefined
      ? /^(?:[0-9A-F]{2})?([0-9A-F]{6})$/i.exec(rgb)?.[1]
      : themed !== undefined
        ? theme[Number(themed)]
        : palette[Number(indexed)];
  if (plain === undefined) return "";
  return `#${tinted(plain.toUpperCase(), Number(color["tint"] ?? 0))}`;
}

export function fileColor(color: string): string {
  return `FF${color.slice(1).toUpperCase()}`;
}

/** A tint moves the lightness of the colour towards white, or towards black where it is negative. */
function tinted(color: string, tint: number): string {
  if (!Number.isFinite(tint) || tint === 0) return color;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(color.slice(at, at + 2), 16) / 255) as [number, number, number];
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const lightness = (most + least) / 2;
  const aim = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  // Hue and saturation stay: each channel keeps its place between the lightest and the darkest.
  const span = most - least;
  const saturation = span === 0 ? 0 : span / (1 - Math.abs(2 * lightness - 1));
  const newSpan = saturation * (1 - Math.abs(2 * aim - 1));
  const channel = (value: number) => (span === 0 ? aim : aim - newSpan / 2 + ((value - least) / span) * newSpan);
  return [red, green, blue]
    .map((value) =>
      Math.round(Math.min(1, Math.max(0, channel(value))) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")
    .toUpperCase();
}
