import styles from './chips.module.css';

export type Chip = { readonly id: string; readonly text: string; readonly remove: () => void };

type Props = { readonly label: string; readonly chips: readonly Chip[]; readonly removeText: (text: string) => string };

/** What a list is narrowed to, each with a button that takes it away. */
export function Chips({ label, chips, removeText }: Props) {
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={label}>
      {chips.map(({ id, text, remove }) => (
        <li key={id}>
          {text}
          <button type="button" aria-label={removeText(text)} onClick={remove}>
            ✕
          </button>
        </li>
      ))}
    </ul>
  );
}
