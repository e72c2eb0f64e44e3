import { makeStyles, mergeClasses, Text, Title3, tokens } from "@fluentui/react-components";
import { library } from "../data/library";
import { editionText } from "./text/edition";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: "8px" },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { display: "flex", flexDirection: "column", gap: "8px", margin: 0, padding: 0, listStyleType: "none" },
  line: { display: "block" },
});

/** Which published editions every result rests on. */
export function EditionList() {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <Title3 as="h1" className={styles.heading}>
        {editionText.title}
      </Title3>
      <Text size={200} className={styles.quiet}>
        {editionText.note}
      </Text>
      <ul className={styles.list}>
        {library.editions.map(({ id, what, source, hash }) => (
          <li key={id}>
            <Text className={styles.line}>{what}</Text>
            <Text className={mergeClasses(styles.line, styles.quiet)} size={200}>
              {editionText.source(source.title, source.edition)}
            </Text>
            <Text className={mergeClasses(styles.line, styles.quiet)} size={200} font="monospace">
              {id} · {editionText.hash(hash)}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
