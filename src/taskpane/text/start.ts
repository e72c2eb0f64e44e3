export const startText = {
  failed: (message: string): string =>
    `The pane could not be loaded (${message}). The functions in the cells work without it. Close the workbook and open it again; if that does not help, tell whoever looks after the add-in.`,
  loading: "Reading the workbook…",
  outsideTitle: "This page belongs to Excel",
  outside: "It is the pane of an add-in. Open a workbook in Excel, go to the Job Evaluation tab and press Show pane.",
};
