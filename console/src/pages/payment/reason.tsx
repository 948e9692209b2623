import { exceptionKinds } from '../../texts/exception-kinds.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { vocabulary } from '../../texts/vocabulary.ts';
import styles from './payment.module.css';
import { reasonInFrench } from './reasons-in-french.ts';

/** Those that are one word to the gateway. */
const words: Readonly<Record<string, string>> = {
  amount: 'the amount differs',
  currency: 'the currency is not the euro',
  mode: 'the message is of the other mode',
  shop: 'the message is of another société',
};

function reasonInEnglish(text: string): string | null {
  const [, name = ''] = /^late: the payment is ([A-Z_]+)$/.exec(text) ?? [];
  const status = (vocabulary.en.status as Readonly<Record<string, string>>)[name];
  return status === undefined ? (words[text] ?? null) : `too late: the payment is “${status}”`;
}

/** Why, as the gateway writes it into an event or beside a bank's message. One that is unknown here stays English. */
export function Reason({ text }: { readonly text: string }) {
  const { language } = useLanguage();
  const kinds: Readonly<Record<string, string>> = useTexts(exceptionKinds);
  const shown = kinds[text] ?? (language === 'fr' ? reasonInFrench(text) : reasonInEnglish(text));
  return (
    <p className={styles.soft} {...(shown === null && { lang: 'en' })}>
      {shown ?? text}
    </p>
  );
}
