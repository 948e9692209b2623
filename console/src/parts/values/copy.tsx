import { commonTexts } from '../../texts/common.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../button.tsx';
import { announce } from '../toast.tsx';
import styles from './values.module.css';

/** Copies, and says whether it worked. */
export const copyText = (text: string, said: (typeof commonTexts)['fr']): void =>
  void navigator.clipboard.writeText(text).then(
    () => announce(said.copied),
    () => announce(said.couldNotCopy),
  );

type ButtonProps = {
  readonly text: string;
  /** For the button: “l’IBAN”, “the reference”. */
  readonly what: string;
};

/** A button that copies what stands beside it. */
export function CopyButton({ text, what }: ButtonProps) {
  const said = useTexts(commonTexts);
  return (
    <Button kind="plain" isSmall worksOffline label={said.copy(what)} onPress={() => copyText(text, said)}>
      <svg
        viewBox="0 0 16 16"
        width="14"
        height="14"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
        <path d="M10.5 5.5v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2" />
      </svg>
    </Button>
  );
}

type Props = ButtonProps & {
  /** What is shown instead of the text itself. */
  readonly shown?: string;
};

/** A text, and a button that copies it. */
export function Copy({ text, what, shown = text }: Props) {
  return (
    <span className={styles.copyable}>
      <code>{shown}</code>
      <CopyButton text={text} what={what} />
    </span>
  );
}

/** Ids of one day begin alike: their kind and their end tell them apart. */
export const shortId = (id: string): string => (id.length > 16 ? `${id.slice(0, 4)}…${id.slice(-8)}` : id);

/** A digest: its beginning; the whole of it is copied, printed, and in the tooltip. */
export function CopyLong({ text, what }: ButtonProps) {
  return (
    <span title={text} className={styles.long}>
      <Copy text={text} what={what} shown={`${text.slice(0, 16)}…`} />
      <code>{text}</code>
    </span>
  );
}

type BlockProps = {
  readonly title: string;
  readonly text: string;
  /** For the button that copies it: “la requête”, “the request”. */
  readonly what: string;
};

/** Text for programs, with its title and a button that copies it. */
export function CodeBlock({ title, text, what }: BlockProps) {
  return (
    <div className={styles.block}>
      <div className={styles.blockHead}>
        <h3>{title}</h3>
        <CopyButton text={text} what={what} />
      </div>
      <pre>{text}</pre>
    </div>
  );
}
