import { locales, useLanguage } from '../../texts/language.tsx';
import type { Language } from '../../texts/words.ts';
import styles from './values.module.css';

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: Language, currency: string): Intl.NumberFormat {
  const key = `${language} ${currency}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locales[language], { style: 'currency', currency });
  formats.set(key, format);
  return format;
}

/** `1 234,56 €`. Cents are written as a decimal text, which `Intl` does not round. */
export function moneyText(cents: number | string, language: Language, currency = 'EUR'): string {
  const text = String(cents);
  const digits = text.replace('-', '').padStart(3, '0');
  const decimal = `${text.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  // A minus as wide as a digit, not a hyphen.
  return formatOf(language, currency)
    .format(decimal as `${number}`)
    .replace('-', '\u2212');
}

type Props = { readonly cents: number | string; readonly currency?: string };

export function Money({ cents, currency = 'EUR' }: Props) {
  const { language } = useLanguage();
  return <span className={styles.money}>{moneyText(cents, language, currency)}</span>;
}
