import { locales, useLanguage } from '../../texts/language.tsx';
import type { Language } from '../../texts/words.ts';
import styles from './values.module.css';

/** The time in Paris, whatever the browser says. */
const timeZone = 'Europe/Paris';

const styleOf = {
  moment: { dateStyle: 'medium', timeStyle: 'short' },
  exact: { dateStyle: 'medium', timeStyle: 'medium' },
  day: { dateStyle: 'medium' },
  time: { timeStyle: 'short' },
  // In lists: the year only where it is another one.
  list: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

export type WhenStyle = keyof typeof styleOf;

const formats = new Map<string, Intl.DateTimeFormat>();

export function whenText(at: string | number, language: Language, style: WhenStyle = 'moment'): string {
  if (style === 'list' && todayInParis(new Date(at)).slice(0, 4) !== todayInParis().slice(0, 4)) {
    return whenText(at, language);
  }
  const isDay = typeof at === 'string' && at.length === 10;
  const key = `${language} ${style} ${isDay}`;
  const format =
    formats.get(key) ??
    // A day without a time is the same everywhere.
    new Intl.DateTimeFormat(locales[language], { ...styleOf[style], timeZone: isDay ? 'UTC' : timeZone });
  formats.set(key, format);
  return dayInWords(format.format(new Date(at)), language);
}

/** The first day of a month is an ordinal number in French, which `Intl` does not write: `1er déc.` */
export const dayInWords = (written: string, language: Language): string =>
  language === 'fr' ? written.replace(/^1 /, '1er ') : written;

type Props = {
  /** A moment, or a day: `2026-11-27`. */
  readonly at: string;
  readonly style?: WhenStyle;
};

/** A moment in Paris; its tooltip has it in UTC. */
export function When({ at, style = at.length === 10 ? 'day' : 'moment' }: Props) {
  const { language } = useLanguage();
  const isDay = at.length === 10;
  return (
    <time className={styles.when} dateTime={at} {...(!isDay && { title: utcText(at) })}>
      {whenText(at, language, style)}
    </time>
  );
}

const utcText = (at: string): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/** Today in Paris: `2026-11-27`. */
export const todayInParis = (now = new Date()): string => dayFormat.format(now);
const dayFormat = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone });
