import type { Caller } from '../../kernel/caller.ts';
import { isIdOf } from '../../kernel/identifiers.ts';
import { type JournalEntryKind, journalEntryKind, type PostedEntry } from '../accounting/journal.ts';
import { readPayments } from '../payments/read-payments.ts';
import { matcherOf } from '../search/list-by-text.ts';
import type { Services } from './ports.ts';
import { type Parameters, refuse } from './read-parameters.ts';

/** Of a page of entries, those that the filters leave. */
export type WantedEntries = (
  entries: readonly PostedEntry[],
  callerNow: () => Promise<Caller>,
) => Promise<readonly PostedEntry[]>;

/**
 * The filters of the list of entries. They are applied to the chain, which is read whole to be checked: so nothing that
 * an index has not yet is left out.
 * @throws InvalidInputError
 */
export function wantedEntries(services: Services, { text, one }: Parameters): WantedEntries {
  const [account, number, payment, words] = [text('account'), text('number'), text('payment'), text('text')];
  const kind = one<JournalEntryKind>('kind', journalEntryKind);
  // With noughts before it, as the FEC writes it.
  if (number !== null && !/^0*[1-9]\d{0,8}$/.test(number)) refuse('number', 'be a number from 1');
  if (payment !== null && !isIdOf('pay', payment)) refuse('payment', 'be the id of a payment');
  const hasFacts = (entry: PostedEntry): boolean =>
    (account === null || entry.lines.some((line) => line.account === account)) &&
    (number === null || entry.posting.number === Number(number)) &&
    (kind === null || entry.kind === kind) &&
    (payment === null || entry.event?.paymentId === payment);
  const hasWords = words === null ? null : matcherOf(words);
  return async (entries, callerNow) => {
    const wanted = entries.filter(hasFacts);
    if (hasWords === null || wanted.length === 0) return wanted;
    const ids = new Set(wanted.flatMap(({ event }) => (event ? [event.paymentId] : [])));
    const payments = await readPayments(services, await callerNow(), [...ids]);
    // As in the list: an entry about a payment is found by the payment.
    return wanted.filter((entry) => {
      if (!entry.event) return hasWords({ kind: 'JOURNAL_ENTRY', value: entry });
      const value = payments.get(entry.event.paymentId);
      return value !== undefined && hasWords({ kind: 'PAYMENT', value });
    });
  };
}
