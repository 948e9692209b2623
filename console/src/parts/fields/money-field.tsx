import { useState } from 'react';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { words } from '../../texts/words.ts';
import { moneyText } from '../values/money.tsx';
import { Field, type FieldProps } from './field.tsx';
import { centsIn } from './typed-cents.ts';

const texts = words({
  notMoney: { fr: 'Tapez un montant, par exemple 1 234,56.', en: 'Type an amount, for example 1234.56.' },
  tooMuch: { fr: (most: string) => `C’est plus que ${most}.`, en: (most: string) => `This is more than ${most}.` },
  zero: { fr: 'Tapez un montant supérieur à zéro.', en: 'Type an amount above zero.' },
});

type Props = FieldProps & {
  /** Null: empty, or no amount. */
  readonly cents: number | null;
  readonly onChange: (cents: number | null) => void;
  readonly mostCents?: number | undefined;
};

/** An amount in euros. */
export function MoneyField({ cents, onChange, mostCents, ...field }: Props) {
  const { language } = useLanguage();
  const said = useTexts(texts);
  const [text, setText] = useState(cents === null ? '' : plainText(cents, language));
  const validate = (value: string): string | null => {
    if (value.trim() === '') return null;
    const found = centsIn(value);
    if (found === null) return said.notMoney;
    if (found === 0) return said.zero;
    return mostCents !== undefined && found > mostCents ? said.tooMuch(moneyText(mostCents, language)) : null;
  };
  return (
    <Field
      {...field}
      value={text}
      inputMode="decimal"
      selectsAll
      validate={validate}
      onChange={(value) => {
        setText(value);
        onChange(centsIn(value));
      }}
    />
  );
}

/** As it is typed: `1234,56`. */
const plainText = (cents: number, language: 'fr' | 'en'): string => {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}${language === 'fr' ? ',' : '.'}${digits.slice(-2)}`;
};

type Amounts<Name extends string> = {
  readonly names: readonly Name[];
  readonly labels: Readonly<Record<Name, string>>;
  readonly values: Readonly<Partial<Record<Name, number | undefined>>>;
  readonly onChange: (changes: Readonly<Partial<Record<Name, number | undefined>>>) => void;
};

/** Amounts that narrow a list. */
export function AmountFilters<Name extends string>({ names, labels, values, onChange }: Amounts<Name>) {
  return names.map((name) => (
    <MoneyField
      key={name}
      {...{ name, label: labels[name], cents: values[name] ?? null }}
      onChange={(cents) => onChange({ [name]: cents ?? undefined } as never)}
    />
  ));
}
