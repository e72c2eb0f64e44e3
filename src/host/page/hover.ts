import { CellAlertManagerService } from "@univerjs/preset-sheets-core";
import type { Grid } from "../univer/grid";
import { formatAddress } from "../workbook/address";
import type { WorkbookPort } from "../workbook/port";

/** The grid's own bubble, which knows no more than that there is an error. */
const gridAlert = "SHEET_FORMULA_ALERT";

/** Shows why a cell holds an error while the pointer rests on it; the line under the grid says the same of the selected cell. */
export function connectHover(grid: Grid, port: WorkbookPort, area: HTMLElement, messageAt: (address: string) => string): void {
  const tip = Object.assign(document.createElement("div"), { id: "cell-tip", role: "tooltip", hidden: true });
  document.body.append(tip);
  const pointer = { x: 0, y: 0 };
  area.addEventListener("pointermove", (event) => Object.assign(pointer, { x: event.clientX, y: event.clientY }), { capture: true });
  const hide = () => (tip.hidden = true);
  area.addEventListener("pointerleave", hide);
  window.addEventListener("keydown", hide, { capture: true });

  const messageFor = (row: number, column: number) =>
    messageAt(formatAddress(port.activeSheet().name(), { row, column, rowCount: 1, columnCount: 1 }));
  const alerts = grid.injector.get(CellAlertManagerService);
  alerts.currentAlert$.subscribe(() => {
    const location = alerts.currentAlert.get(gridAlert)?.alert.location;
    if (location && messageFor(location.row, location.col) !== "") alerts.removeAlert(gridAlert);
  });

  grid.facade.addEvent(grid.facade.Event.CellHover, ({ row, column }) => {
    const message = messageFor(row, column);
    tip.hidden = message === "";
    if (tip.hidden) return;
    tip.textContent = message;
    const { width, height } = tip.getBoundingClientRect();
    tip.style.left = `${Math.max(4, Math.min(pointer.x + 12, innerWidth - width - 4))}px`;
    tip.style.top = `${Math.max(4, pointer.y + 18 + height > innerHeight ? pointer.y - height - 10 : pointer.y + 18)}px`;
  });
}
