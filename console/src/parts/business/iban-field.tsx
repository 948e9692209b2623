import { useTexts } from '../../texts/language.tsx';
import { words } from '../../texts/words.ts';
import { Field, type FieldProps } from '../fields/field.tsx';

const texts = words({
  wrong: {
    fr: 'Ce n’est pas un IBAN\u00a0: un chiffre est faux ou manque.',
    en: 'This is no IBAN: a digit is wrong or missing.',
  },
});

/** Whether length and check digits are those of an IBAN. The gateway checks the account's country and key besides. */
export function isWrittenIban(written: string): boolean {
  const plain = written.replaceAll(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain)) return false;
  const digits = `${plain.slice(4)}${plain.slice(0, 4)}`.replaceAll(/[A-Z]/g, (one) => String(one.charCodeAt(0) - 55));
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

type Props = FieldProps & { readonly value: string; readonly onChange: (value: string) => void };

/** An account; blanks do not count. A wrong digit is said at once. */
export function IbanField(props: Props) {
  const said = useTexts(texts);
  const validate = (value: string): string | null => (value.trim() === '' || isWrittenIban(value) ? null : said.wrong);
  return <Field {...props} maxLength={42} autoComplete="off" validate={validate} />;
}
