import { asPorts, createBooks } from '../../../src/app/event-handlers.ts';
import { defaultAccountingRules } from '../../../src/kernel/accounting-rules.ts';
import type { PaymentStatus } from '../../../src/kernel/vocabulary.ts';
import { bookMovements } from '../../../src/modules/accounting/book-movement.ts';
import type { JournalEntry } from '../../../src/modules/accounting/journal.ts';
import { type ChangeFacts, changeStatus } from '../../../src/modules/payments/change-payment.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import type { InitiatePaymentInput } from '../../generated/graphql.ts';
import type { TestGateway } from '../gateway.ts';
import { type Initiated, initiated } from '../requests.ts';
import { messageOf, postNotification, signed } from '../scellius-messages.ts';
import { changeFacts } from '../store/example-facts.ts';
import { identifiers } from '../store/examples.ts';

/** A payment that accounting records. */
export const recorded: Partial<InitiatePaymentInput> = {
  paymentTarget: 'MILLIET',
  paymentType: 'COMPTABILITE',
  idOrigin: 'compta',
  idCommande: '0',
};

/** A card payment, as the platform notifies it. */
export async function payByCard(gateway: TestGateway, change: Partial<InitiatePaymentInput> = {}): Promise<Initiated> {
  const paid = await initiated(gateway, { ...change, paymentTarget: 'LABANQUEPOSTALE' });
  if ((await notifyCard(gateway, paid)) !== 200) throw new Error('the notification was not taken');
  return paid;
}

export async function notifyCard(
  gateway: TestGateway,
  initiation: Initiated,
  change: Record<string, string> = {},
): Promise<number> {
  const message = messageOf(initiation, { vads_trans_status: 'CAPTURED', ...change });
  return postNotification(gateway, signed(message));
}

type StatementEntry = { readonly feeCents?: number; readonly surplusCents?: number };

/** What a statement says of an entry that is the whole payment. */
function statementFacts({ amountCents }: Payment, to: PaymentStatus, entry: StatementEntry): ChangeFacts {
  const { feeCents = 0, surplusCents = 0 } = entry;
  const receivedCents = amountCents + surplusCents;
  const booked = { ...changeFacts.BANK_STATEMENT, bookedCents: receivedCents, feeCents };
  if (to === 'RETURNED') return { ...booked, bankCode: null, isRefund: false };
  return surplusCents > 0 ? { ...booked, receivedCents, receivedBeforeCents: 0, surplusCents } : booked;
}

/** What a bank's statement, or a person, makes of a payment: the change with its entry, in one transaction. */
export async function changed(
  gateway: TestGateway,
  id: string,
  to: Exclude<PaymentStatus, 'NEEDS_REVIEW'>,
  cause: keyof typeof changeFacts,
  entry: StatementEntry = {},
): Promise<void> {
  const services = {
    clock: gateway.now,
    identifiers,
    ...asPorts({
      eventHandlers: [
        bookMovements(createBooks({ rulesOf: () => defaultAccountingRules, identifiers, clock: gateway.now })),
      ],
    }),
  };
  await gateway.store.transact(async (transaction) => {
    const payment = await transaction.paymentById(id);
    if (payment === null) throw new Error('the payment is gone');
    const data = cause === 'BANK_STATEMENT' ? statementFacts(payment, to, entry) : changeFacts[cause];
    await changeStatus(services, transaction, payment, { to, data });
  });
}

export const entriesOf = ({ store }: TestGateway, { payment }: Initiated): Promise<readonly JournalEntry[]> =>
  store.journalEntriesOf(payment.id);
