import styles from './choices.module.css';

type Props<Name extends string> = {
  readonly label: string;
  readonly names: readonly Name[];
  readonly texts: Readonly<Record<Name, string>>;
  readonly chosen: readonly Name[];
  readonly onChange: (chosen: readonly Name[]) => void;
};

/** Some of a closed set, all of it in sight. */
export function Choices<Name extends string>({ label, names, texts, chosen, onChange }: Props<Name>) {
  return (
    <fieldset className={styles.choices}>
      <legend>{label}</legend>
      {names.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            onChange={({ currentTarget: { checked } }) =>
              onChange(checked ? [...chosen, name] : chosen.filter((one) => one !== name))
            }
          />
          <span>{texts[name]}</span>
        </label>
      ))}
    </fieldset>
  );
}
