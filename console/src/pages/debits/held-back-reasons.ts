import { debitWords } from '../../texts/debits.ts';
import { vocabulary } from '../../texts/vocabulary.ts';

/** Why a debit waits, as the gateway writes it in English, and its French. */
const sentences: Readonly<Record<string, string>> = {
  'the bank may have it by a cancelled file: decide first about the exception':
    'la banque l’a peut-être par un fichier annulé\u00a0: traitez d’abord l’exception',
  'the debtor was erased': 'les données du débiteur sont effacées',
  'the mandate was not used for 36 months': 'le mandat n’a pas servi depuis 36 mois',
  "the société's creditor identifier is another one now: amend the mandate":
    'l’ICS de la société a changé\u00a0: modifiez le mandat',
  "the société's name at the bank is another one now: amend the mandate":
    'le nom de la société à la banque a changé\u00a0: modifiez le mandat',
  'the mandate carries one debit only': 'le mandat ne permet qu’un seul prélèvement',
};

const named = (names: Readonly<Record<string, string>>, name: string): string => names[name] ?? name;

type Form = readonly [pattern: RegExp, say: (value: string, next: string) => string];

const forms: readonly Form[] = [
  [
    /^the payment is ([A-Z_]+)$/,
    (status) => `le paiement est dans l’état «\u00a0${named(vocabulary.fr.status, status)}\u00a0»`,
  ],
  [
    /^the mandate is ([A-Z_]+)$/,
    (status) => `le mandat est dans l’état «\u00a0${named(debitWords.fr.mandateStatus, status)}\u00a0»`,
  ],
  [
    /^the bank takes none for ([\d-]{10}) any more: it is announced for ([\d-]{10})$/,
    (missed, next) => `la banque n’en accepte plus pour le ${missed}\u00a0: il est annoncé au client pour le ${next}`,
  ],
  [
    /^its notice came late for ([\d-]{10}): it is announced for ([\d-]{10})$/,
    (missed, next) => `le client a été averti trop tard pour le ${missed}\u00a0: il est annoncé pour le ${next}`,
  ],
];

/**
 * Null for one that is not known here, such as that of a newer gateway.
 * @param sayDay how a day is written: `2026-11-27`
 */
export function heldBackInFrench(given: string, sayDay: (day: string) => string): string | null {
  if (Object.hasOwn(sentences, given)) return sentences[given] ?? null;
  for (const [pattern, say] of forms) {
    const [whole, value = '', next = ''] = pattern.exec(given) ?? [];
    if (whole !== undefined) return next === '' ? say(value, '') : say(sayDay(value), sayDay(next));
  }
  return null;
}
