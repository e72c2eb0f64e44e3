import { useSyncExternalStore } from "react";
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { ProfileSession } from "../../session/profile";
import { noticeStyle } from "../style";
import { describeProfileNotice, noticeActions } from "../text/profile";

const useStyles = makeStyles({ bar: noticeStyle });

/** What became of the last thing that was done in the workbook, and the way back. */
export function ProfileNotices({ profiles }: { readonly profiles: ProfileSession }) {
  const styles = useStyles();
  const { notice, undo, busy } = useSyncExternalStore(profiles.subscribe, profiles.getState);
  if (notice === null) return null;
  const { intent, text } = describeProfileNotice(notice);
  return (
    <MessageBar className={styles.bar} intent={intent} layout="multiline" role={intent === "error" ? "alert" : "status"}>
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            aria-label={noticeActions.dismiss}
            icon={<DismissRegular />}
            onClick={() => profiles.dismiss()}
          />
        }
      >
        {undo !== null && (
          <Button aria-busy={busy} onClick={() => void profiles.restore()}>
            {noticeActions.restore}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
