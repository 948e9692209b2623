import { closedSet, type NameOf } from '../../../kernel/closed-set.ts';
import { rumKeyOf } from '../../../kernel/sepa/mandate.ts';
import { foldToSepa } from '../../../kernel/sepa/sepa-text.ts';
import type { Payment } from '../../payments/payment.ts';
import { type BankException, isOfSurplus } from '../bank-import.ts';
import { likelyReferencesIn } from '../matching/match-reference.ts';
import type { Services } from '../ports.ts';
import { isOfCustomer, suggestPayments } from './suggest-payments.ts';

/** Why a payment is suggested, for the person who decides. */

export const agreement = closedSet('ExceptionAgreement', 'In what an exception and a payment agree.', {
  REFERENCE: 'The text names the reference of the payment.',
  AMOUNT: 'The amount is that of the payment.',
  MANDATE: 'The bank names the mandate of the payment.',
  ACCOUNT: 'The account of the other party is that of a mandate of the customer.',
  NAME: 'The other party has the name of the payer.',
  ORDER: 'The text names the number of the order.',
  CUSTOMER: "The text names the customer's number, or it is a surplus of the same customer.",
});
export type Agreement = NameOf<typeof agreement>;

export type Candidate = { readonly payment: Payment; readonly agrees: readonly Agreement[] };

type Asking = Pick<Services, 'store' | 'societes'>;

/** As `suggestPayments` finds them, in its order. */
export async function candidatesOf(services: Asking, exception: BankException): Promise<readonly Candidate[]> {
  const candidates: Candidate[] = [];
  for (const payment of await suggestPayments(services, exception)) {
    candidates.push({ payment, agrees: await agreementOf(services, exception, payment) });
  }
  return candidates;
}

async function agreementOf(services: Asking, exception: BankException, payment: Payment): Promise<Agreement[]> {
  const { details, amountCents } = exception;
  const text = [details.remittance, details.endToEndId].join('\n');
  const facts: Readonly<Record<Agreement, boolean>> = {
    REFERENCE: likelyReferencesIn(text).includes(payment.reference),
    AMOUNT: amountCents === payment.amountCents,
    MANDATE: isSameMandate(details.mandateReference, payment.mandate),
    ACCOUNT: await isOfCustomer(services, exception, payment),
    NAME: isNamed([details.counterparty, details.ultimateCounterparty], payment),
    ORDER: payment.idCommande !== '0' && hasWord(text, payment.idCommande),
    CUSTOMER:
      hasWord(text, payment.idClient) || (isOfSurplus(exception) && (await isOfPayer(services, exception, payment))),
  };
  return agreement.names.filter((name) => facts[name]);
}

/** Whether the surplus is that of a payment of the same customer. */
async function isOfPayer({ store }: Asking, { paymentId }: BankException, { idClient }: Payment): Promise<boolean> {
  return paymentId !== null && (await store.paymentById(paymentId))?.idClient === idClient;
}

const isSameMandate = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && rumKeyOf(one) === rumKeyOf(other);

/** As a bank writes it: `Œillet` is `OEILLET` in a statement. */
const plain = (text: string): string => foldToSepa(text).toLowerCase();
const wordsOf = (text: string): readonly string[] => plain(text).split(/[^\p{L}\p{N}]+/u);

/** A bank writes the first name before or after, or only its first letter. */
function isNamed(names: readonly (string | null)[], { payer }: Payment): boolean {
  const wanted = wordsOf(payer?.lastName ?? '').filter((word) => word !== '');
  if (wanted.length === 0) return false;
  return names.some((name) => {
    const words = new Set(wordsOf(name ?? ''));
    return wanted.every((word) => words.has(word));
  });
}

/** A short number is in every text. */
const shortest = 3;

function hasWord(text: string, word: string): boolean {
  const wanted = plain(word);
  if (wanted.length < shortest) return false;
  const at = plain(text);
  for (let place = at.indexOf(wanted); place >= 0; place = at.indexOf(wanted, place + 1)) {
    const around = `${at[place - 1] ?? ' '}${at[place + wanted.length] ?? ' '}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}
