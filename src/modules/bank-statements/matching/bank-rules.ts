import type { BankRule, BankRuleAction } from '../../../kernel/sepa/bank-rule.ts';
import { rumKeyOf } from '../../../kernel/sepa/mandate.ts';
import type { Transaction } from '../ports.ts';
import type { Booking } from './bank-booking.ts';
import type { Match } from './match.ts';

/** What a rule looks at. */
export type RuledEntry = {
  readonly direction: 'CREDIT' | 'DEBIT';
  readonly names: readonly (string | null)[];
  readonly iban: string | null;
  readonly text: string;
  readonly code: string | null;
};

/** What is done with an entry; `rule` is null where no rule is met. */
export type Ruling = { readonly action: BankRuleAction; readonly rule: BankRule | null };

/** The first rule that the entry meets decides. Without one, money that goes out is listed, and money that comes in waits. */
export function rulingOf(rules: readonly BankRule[], entry: RuledEntry): Ruling {
  const rule = rules.find((one) => isMet(one, entry)) ?? null;
  return { rule, action: rule?.action ?? (entry.direction === 'DEBIT' ? 'LIST' : 'EXCEPTION') };
}

/** Each condition of the rule holds. Case, accents and blanks do not count. */
function isMet({ direction, counterparty, text, bankCode }: BankRule, entry: RuledEntry): boolean {
  if ((direction === 'OUT') !== (entry.direction === 'DEBIT')) return false;
  const { code } = entry;
  return (
    (counterparty === undefined || isParty(counterparty, entry)) &&
    (text === undefined || plain(entry.text).includes(plain(text))) &&
    (bankCode === undefined || (code !== null && `${code}/`.toUpperCase().startsWith(`${bankCode}/`.toUpperCase())))
  );
}

const isParty = (wanted: string, { names, iban }: RuledEntry): boolean =>
  iban === wanted.replaceAll(/\s/g, '').toUpperCase() ||
  names.some((name) => name !== null && plain(name).includes(plain(wanted)));

/** Banks cut a text into lines where they like: blanks are left out. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\s]/gu, '')
    .toUpperCase();

export const ruledEntryOf = ({
  direction,
  counterparty,
  structuredReferences,
  remittance,
  entry,
}: Booking): RuledEntry => ({
  direction,
  names: [counterparty.name, counterparty.ultimateName],
  iban: counterparty.iban,
  text: [...structuredReferences, ...remittance].join(' '),
  code: entry.transactionCode,
});

/**
 * What the rules of the account say of a booking. Null where a rule has no say: it is about a payment of the gateway, a
 * return, an entry that contradicts itself, or it names a mandate of the company.
 */
export async function ruleBooking(transaction: Transaction, booking: Booking, match: Match): Promise<Ruling | null> {
  if (match.kind !== 'EXCEPTION' || match.payment !== null || booking.isReturn) return null;
  if (match.exception !== 'UNMATCHED_CREDIT' && match.exception !== 'UNMATCHED_DEBIT') return null;
  if (await namesOwnMandate(transaction, booking)) return null;
  return rulingOf(booking.account.rules, ruledEntryOf(booking));
}

async function namesOwnMandate(transaction: Transaction, { mandateReference, account }: Booking): Promise<boolean> {
  if (mandateReference === null || mandateReference.length > 100) return false;
  const mandates = await transaction.mandatesByRum(rumKeyOf(mandateReference));
  return mandates.some(({ idSociete, runMode }) => account.societes.includes(idSociete) && account.runMode === runMode);
}
