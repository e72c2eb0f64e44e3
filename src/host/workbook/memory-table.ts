import type { Area } from "./address";
import { MemoryFilter } from "./memory-rules";
import type { SheetPort, TablePort, WorkbookEvent } from "./port";
import type { AutoFilter, FilterCriterion } from "./rule";
import { shiftArea, type Shift } from "./shift";

export class MemoryTable implements TablePort {
  private styleName = "TableStyleMedium2";
  readonly rowFilter: MemoryFilter;

  constructor(
    readonly id: string,
    readonly sheet: SheetPort,
    private place: Area,
    private label: string,
    private readonly forget: (table: MemoryTable) => void,
    tell: (event: WorkbookEvent) => void,
  ) {
    this.rowFilter = new MemoryFilter(sheet, place, tell);
  }

  name(): string {
    return this.label;
  }
  rename(name: string): void {
    this.label = name;
  }
  area(): Area {
    return this.place;
  }
  resize(area: Area): void {
    this.place = area;
    this.rowFilter.resize(area);
  }
  style(): string {
    return this.styleName;
  }
  setStyle(style: string): void {
    this.styleName = style;
  }
  filter(): AutoFilter {
    return this.rowFilter.state();
  }
  setFilterCriterion(column: number, criterion: FilterCriterion | undefined): void {
    this.rowFilter.set(column, criterion);
  }
  delete(): void {
    this.forget(this);
  }

  shift(shift: Shift): void {
    this.rowFilter.shift(shift);
    const area = shiftArea(this.place, shift);
    if (area) this.place = area;
    else this.delete();
  }
}
