import { Button, Link, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { areaAddress } from "../workbook/address";
import type { Session } from "../session/session";
import type { Notice, SessionState } from "../session/session-state";
import { noticeStyle } from "./style";
import { noticeText } from "./text/notice";
import { tableText } from "./text/table";

interface NoticeBarProps {
  readonly notice: Notice;
  readonly onDismiss: () => void;
}

const useStyles = makeStyles({ bar: noticeStyle });

export function NoticeBar({ notice, onDismiss }: NoticeBarProps) {
  const styles = useStyles();
  const { intent, title, text } = contentOf(notice);
  return (
    <MessageBar className={styles.bar} intent={intent} layout="multiline" role={intent === "error" ? "alert" : "status"}>
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {text}{" "}
        {notice.kind === "reference" && (
          <Link href={notice.address} target="_blank" rel="noopener" inline>
            {noticeText.openReference}
          </Link>
        )}
      </MessageBarBody>
      <MessageBarActions
        containerAction={<Button appearance="transparent" aria-label={noticeText.dismiss} icon={<DismissRegular />} onClick={onDismiss} />}
      />
    </MessageBar>
  );
}

/** What went well has been read by whoever goes on to something else; what went wrong stays until it is closed. */
export function clearGoodNews({ notice }: SessionState, session: Session): void {
  if (notice !== null && contentOf(notice).intent === "success") session.tell(null);
}

function contentOf(notice: Notice): { readonly intent: "success" | "error" | "info"; readonly title: string; readonly text: string } {
  switch (notice.kind) {
    case "inserted":
      return { intent: "success", title: noticeText.insertedTitle, text: noticeText.inserted(notice.sheets) };
    case "failed":
      return { intent: "error", title: noticeText.failedTitle, text: noticeText.failed(notice.task, notice.failure) };
    case "fault":
      return { intent: "error", title: noticeText.failedTitle, text: noticeText.fault(notice.task, notice.message) };
    case "created":
      return { intent: "success", title: noticeText.createdTitle, text: noticeText.created(notice.sheet) };
    case "adopted":
      return { intent: "success", title: noticeText.adoptedTitle, text: noticeText.adopted(notice.sheet) };
    case "results": {
      const { mode, kept, written } = notice;
      const text = noticeText.results[mode](written.sheetName, areaAddress(written.area));
      return { intent: "success", title: noticeText.resultsTitle, text: kept ? text : `${text} ${noticeText.notKept}` };
    }
    case "results-there":
      return { intent: "info", title: noticeText.resultsThereTitle, text: noticeText.resultsThere(notice.columns) };
    case "ids": {
      const { answer } = notice;
      const written = answer.kind === "ids-written";
      return {
        intent: written ? "success" : "info",
        title: written ? noticeText.idsTitle : noticeText.noIdsTitle,
        text: noticeText.ids(answer),
      };
    }
    case "filled": {
      const { answer } = notice;
      const written = answer.kind === "filled";
      return {
        intent: written ? "success" : "info",
        title: written ? noticeText.filledTitle : noticeText.notFilledTitle,
        text: noticeText.filled(answer),
      };
    }
    case "handed-over":
      return { intent: "success", title: noticeText.handedOverTitle, text: noticeText.handedOver(notice.sheet) };
    case "restored":
      return { intent: "success", title: noticeText.restoredTitle, text: noticeText.restored(notice.what) };
    case "reentered":
      return { intent: "info", title: noticeText.reenteredTitle, text: noticeText.reentered(notice.count) };
    case "grades-kept":
      return { intent: "success", title: noticeText.gradesTitle, text: noticeText.gradesKept };
    case "table-fault":
      return { intent: "error", title: noticeText.tableFaultTitle, text: tableText.fault(notice.table) };
    case "grades-missing":
      return { intent: "info", title: noticeText.gradesMissingTitle, text: noticeText.gradesMissing };
    case "headings-missing":
      return { intent: "error", title: noticeText.headingsMissingTitle, text: noticeText.headingsMissing };
    case "reference":
      return { intent: "info", title: noticeText.referenceTitle, text: noticeText.reference };
  }
}
