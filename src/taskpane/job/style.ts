import { makeStyles } from "@fluentui/react-components";
import { viewStyles } from "../style";

/** What several parts of the view share. */
export const useJobStyles = makeStyles({
  ...viewStyles,
  number: { textAlign: "right", paddingRight: 0 },
});
