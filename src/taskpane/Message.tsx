import { Button, makeStyles, Spinner, Text, Title3 } from "@fluentui/react-components";

const useStyles = makeStyles({
  message: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "12px" },
  heading: { margin: 0 },
});

interface MessageProps {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly action?: string;
  /** The action is under way; pressing again does nothing more. */
  readonly busy?: boolean;
  readonly onAction?: () => void;
}

/** A view with nothing to show but what is the matter and what to do about it. */
export function Message({ title, paragraphs, action, busy = false, onAction }: MessageProps) {
  const styles = useStyles();
  return (
    <section className={styles.message}>
      <Title3 as="h1" className={styles.heading}>
        {title}
      </Title3>
      {paragraphs.map((paragraph) => (
        <Text key={paragraph}>{paragraph}</Text>
      ))}
      {action !== undefined && (
        <Button
          appearance="primary"
          aria-busy={busy}
          {...(busy ? { icon: <Spinner size="tiny" appearance="inverted" aria-hidden /> } : {})}
          onClick={onAction}
        >
          {action}
        </Button>
      )}
    </section>
  );
}
