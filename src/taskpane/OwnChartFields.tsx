import type { Session } from "../session/session";
import type { ChosenChart, ChosenGrades } from "../workbook/chosen-table";
import { TablePicker } from "./TablePicker";
import { tableText } from "./text/table";

interface ChartPickerProps {
  readonly session: Session;
  readonly chart: ChosenChart | null;
  readonly tried: boolean;
  readonly onChart: (chart: ChosenChart) => void;
}

/** The points chart of a scheme of one's own. */
export function ChartPicker({ session, chart, tried, onChart }: ChartPickerProps) {
  return (
    <TablePicker
      title={tableText.chart}
      hint={tableText.chartHint}
      button={tableText.chooseChart}
      chosen={chart}
      read={chart?.reading.ok === true ? [tableText.chartRead(chart.reading.value), tableText.factorNames(chart.reading.value)] : []}
      missing={tried ? tableText.noChart : null}
      choose={() => session.chooseChart()}
      onChosen={onChart}
    />
  );
}

interface GradesPickerProps {
  readonly session: Session;
  readonly grades: ChosenGrades | null;
  readonly onGrades: (grades: ChosenGrades | null) => void;
}

/** The grades that go with it, if there are any yet. */
export function GradesPicker({ session, grades, onGrades }: GradesPickerProps) {
  return (
    <TablePicker
      title={tableText.grades}
      hint={tableText.gradesHint}
      button={tableText.chooseGrades}
      chosen={grades}
      read={grades?.reading.ok === true ? [tableText.gradesRead(grades.reading.value)] : []}
      missing={null}
      choose={() => session.chooseGrades()}
      onChosen={onGrades}
      onNone={() => onGrades(null)}
    />
  );
}
