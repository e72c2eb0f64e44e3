import type { Remark } from "../problem";

/** Ends the reading of a file whose parts contradict each other; what is thrown comes back as a `damaged` problem. */
export class DamagedFile extends Error {
  constructor(
    readonly where: string,
    readonly what: string,
  ) {
    super(`${where}: ${what}`);
  }
}

/** More cells than are taken in. */
export class TooManyCells extends Error {
  constructor(readonly sheet: string) {
    super(sheet);
  }
}

/** What is noted along the way, over all sheets of a file. */
export class Journal {
  externalLinks = 0;
  dataTables = 0;
  private cells = 0;
  private readonly left: Remark[] = [];

  constructor(private readonly cellLimit: number) {}

  countCells(count: number, sheet: string): void {
    this.cells += count;
    if (this.cells > this.cellLimit) throw new TooManyCells(sheet);
  }

  leftOut(what: string, sheet: string): void {
    if (!this.left.some((remark) => remark.kind === "notCarried" && remark.what === what && remark.sheet === sheet))
      this.left.push({ kind: "notCarried", what, sheet });
  }

  remarks(): Remark[] {
    return [
      ...(this.externalLinks > 0 ? [{ kind: "externalLinks", cells: this.externalLinks } as const] : []),
      ...(this.dataTables > 0 ? [{ kind: "dataTables", cells: this.dataTables } as const] : []),
      ...this.left,
    ];
  }
}
