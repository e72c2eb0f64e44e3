export const navigationText = {
  label: "Views",
  register: "Register",
  job: "Job",
  profiles: "Profiles",
  boundary: "Boundaries",
  editions: "Editions",
  loading: "Loading the view…",
  failedTitle: "This view could not be shown",
  failed: (message: string): string =>
    `${message}. Choose another view, or close the pane and open it again. The functions in the cells go on working.`,
};
