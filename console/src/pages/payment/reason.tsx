import { exceptionKinds } from '../../texts/exception-kinds.ts';
import { useTexts } from '../../texts/language.tsx';
import { vocabulary } from '../../texts/vocabulary.ts';
import { words } from '../../texts/words.ts';
import styles from './payment.module.css';

type Texts = {
  readonly known: Readonly<Record<string, string>>;
  readonly late: (status: string) => string;
};

const texts = words<Texts>({
  fr: {
    known: {
      amount: 'le montant diffère',
      'money came during a review': 'de l’argent est arrivé pendant la vérification',
      'the answer was lost': 'la réponse s’est perdue',
      'the answer cannot be read': 'la réponse est illisible',
      'the bank cannot be reached': 'la banque ne répond pas',
      'the bank has no such payment': 'la banque ne connaît pas ce paiement',
      'the bank has not decided for too long': 'la banque n’a rien décidé depuis trop longtemps',
      'the bank never did it': 'la banque ne l’a pas fait',
      'the bank refused the refund': 'la banque a refusé le remboursement',
      'the refund was refused': 'le remboursement a été refusé',
      'refused by the bank': 'refusé par la banque',
      'the bank says that this money did not come': 'la banque dit que cet argent n’est pas arrivé',
      'the same message was applied before': 'le même message a déjà été appliqué',
      'no key of ours verifies the signature': 'aucune de nos clés ne vérifie la signature',
      'there is no signature': 'il n’y a pas de signature',
    },
    late: (status) => `trop tard\u00a0: le paiement est dans l’état «\u00a0${status}\u00a0»`,
  },
  en: { known: { amount: 'the amount differs' }, late: (status) => `too late: the payment is “${status}”` },
});

/** Why, as the gateway writes it into an event or beside a bank's message. One that is unknown here stays English. */
export function Reason({ text }: { readonly text: string }) {
  const said = useTexts(texts);
  const kinds: Readonly<Record<string, string>> = useTexts(exceptionKinds);
  const statuses: Readonly<Record<string, string>> = useTexts(vocabulary).status;
  const [, late = ''] = /^late: the payment is ([A-Z_]+)$/.exec(text) ?? [];
  const status = statuses[late];
  const shown = said.known[text] ?? kinds[text] ?? (status === undefined ? undefined : said.late(status));
  return (
    <p className={styles.soft} {...(shown === undefined && { lang: 'en' })}>
      {shown ?? text}
    </p>
  );
}
