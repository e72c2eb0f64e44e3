export const createText = {
  open: "Create a new register",
  title: "New register",
  intro:
    "On a sheet of its own: a row for each job with live formulas, a list of levels in each factor's cells, headings that stay in sight. Nothing of yours is touched.",
  scheme: "Scheme",
  name: "Name of the sheet",
  jobs: "Rows for jobs",
  jobsHint: "1 to 500. Rows added below the table later take its formulas along.",
  jobsFault: "Give a whole number from 1 to 500.",
  grades: "Your grades",
  gradesHint:
    "A line a grade: its name, lowest score and, if you like, highest score, such as “G1 164 259”. You can paste three columns from a sheet.",
  gradesNote:
    "This scheme has no national grades. The table comes to stand beside the register, every grade formula names it, and you can change it there.",
  gradesEmpty: "Enter at least one grade.",
  create: "Create register",
  creating: "Creating…",
  cancel: "Cancel",
};
