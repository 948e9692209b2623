import styles from './chips.module.css';
import { focusOnList } from './focus-on-list.ts';

export type Chip = { readonly id: string; readonly text: string; readonly remove: () => void };

/** A chip for each value that is given: `Account 411`. */
export const chipsOf = <Name extends string>(
  given: Readonly<Record<Name, string | undefined>>,
  labels: Readonly<Record<NoInfer<Name>, string>>,
  change: (changes: Readonly<Partial<Record<NoInfer<Name>, undefined>>>) => void,
): Chip[] =>
  (Object.keys(given) as Name[]).flatMap((name) =>
    given[name] === undefined
      ? []
      : [
          {
            id: name,
            text: `${labels[name]} ${given[name]}`.trim(),
            remove: () => change({ [name]: undefined } as never),
          },
        ],
  );

type Props = { readonly label: string; readonly chips: readonly Chip[]; readonly removeText: (text: string) => string };

/** What a list is narrowed to, each with a button that takes it away. */
export function Chips({ label, chips, removeText }: Props) {
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={label}>
      {chips.map(({ id, text, remove }) => (
        <li key={id}>
          {text}
          <button
            type="button"
            aria-label={removeText(text)}
            onClick={() => {
              remove();
              focusOnList();
            }}
          >
            ✕
          </button>
        </li>
      ))}
    </ul>
  );
}
