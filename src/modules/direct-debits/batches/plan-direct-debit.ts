import { MandateRequiredError } from '../../../kernel/errors.ts';
import { rumKeyOf } from '../../../kernel/sepa/mandate.ts';
import { type CalendarDate, parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import type { Payment } from '../../payments/payment.ts';
import type { FlowHandler } from '../../payments/ports.ts';
import { icsKeyOf, type Mandate, whyNotUsable } from '../mandates/mandate.ts';
import type { Services, Transaction } from '../ports.ts';
import type { DirectDebitAccount } from './direct-debit-account.ts';
import { directDebitAccountOf } from './direct-debit-account.ts';
import { earliestDueDate } from './direct-debit-dates.ts';
import { preNotifyDebit } from './pre-notify-debit.ts';

/** How a new payment by direct debit is recorded. */
export const directDebitFlow: FlowHandler<Transaction> = async (services, transaction, wanted) => {
  const plan = await planDirectDebit(services, transaction, wanted);
  return {
    payment: { ...wanted, mandate: plan.mandate.rum },
    record: (payment) => recordDirectDebit(services, transaction, payment, plan),
  };
};

/** The mandate and the due date of a new payment. */
type DirectDebitPlan = { readonly mandate: Mandate; readonly dueDate: CalendarDate };

type Asked = Pick<Payment, 'idSociete' | 'idClient' | 'effectiveRunMode' | 'mandate'>;

const mandatesLookedAt = 50;

/**
 * The named mandate, or the customer's only usable one.
 * @throws MandateRequiredError with the reason; it never says whose mandate a foreign reference is
 */
async function planDirectDebit(
  services: Pick<Services, 'societes' | 'clock'>,
  transaction: Transaction,
  asked: Asked,
): Promise<DirectDebitPlan> {
  const account = directDebitAccountOf(services.societes.get(asked.idSociete), asked.effectiveRunMode);
  if (account === null) throw required('This société takes no direct debits on its own account.');
  const { notificationDays: noticeDays, presentationDays: leadTargetDays } = account.directDebit;
  const dueDate = earliestDueDate(parisDateOf(services.clock()), { noticeDays, leadTargetDays });
  const mandate =
    asked.mandate === null
      ? await onlyUsable(transaction, asked, dueDate)
      : await named(transaction, asked, asked.mandate, account);
  // Of two that ask at once the second waits here until the first has committed, and then sees its debit.
  if (carriesOneDebit(mandate)) await transaction.nextSequence(`debit of ${mandate.id}`);
  const reason = await whyNotNow(transaction, mandate, dueDate);
  if (reason !== null) throw required(`The mandate ${mandate.rum} cannot be used: ${reason}.`);
  return { mandate, dueDate };
}

async function named(
  transaction: Transaction,
  { effectiveRunMode, idSociete, idClient }: Asked,
  rum: string,
  { directDebit }: DirectDebitAccount,
): Promise<Mandate> {
  const mandate = await transaction.mandateByRum(effectiveRunMode, icsKeyOf(directDebit.ics), rumKeyOf(rum));
  if (mandate?.idSociete === idSociete && mandate.idClient === idClient) return mandate;
  throw required('This customer has no mandate with this reference.');
}

async function onlyUsable(
  transaction: Transaction,
  { effectiveRunMode, idSociete, idClient }: Asked,
  dueDate: CalendarDate,
): Promise<Mandate> {
  const all = await transaction.mandatesOfClient(effectiveRunMode, idSociete, idClient, mandatesLookedAt);
  const usable: Mandate[] = [];
  for (const mandate of all) if ((await whyNotNow(transaction, mandate, dueDate)) === null) usable.push(mandate);
  const [mandate, another] = usable;
  if (mandate && another) throw required('This customer has several mandates that can be used: name one.');
  if (mandate) return mandate;
  const [newest] = all;
  const reason = newest && (await whyNotNow(transaction, newest, dueDate));
  throw required(
    newest && reason
      ? `This customer's mandate ${newest.rum} cannot be used: ${reason}.`
      : 'A direct debit needs a mandate that can be used, and this customer has none.',
  );
}

const carriesOneDebit = ({ type, endsWithNext }: Mandate): boolean => type === 'ONE_OFF' || endsWithNext;

async function whyNotNow(transaction: Transaction, mandate: Mandate, dueDate: CalendarDate): Promise<string | null> {
  const reason = whyNotUsable(mandate, dueDate);
  if (reason !== null || !carriesOneDebit(mandate)) return reason;
  return (await transaction.hasOpenDebit(mandate.id)) ? 'its only or last debit is on its way' : null;
}

const required = (message: string): MandateRequiredError => new MandateRequiredError(message, ['mandate']);

/** Writes the debit beside its new payment, and announces it. */
async function recordDirectDebit(
  services: Pick<Services, 'clock' | 'identifiers' | 'eventHandlers'>,
  transaction: Transaction,
  payment: Payment,
  { mandate, dueDate }: DirectDebitPlan,
): Promise<Payment> {
  await transaction.insertDirectDebit({
    paymentId: payment.id,
    presentation: 1,
    endToEndId: endToEndIdOf(payment, 1),
    mandateId: mandate.id,
    idSociete: payment.idSociete,
    runMode: payment.effectiveRunMode,
    scheme: mandate.scheme,
    state: 'WAITING',
    amountCents: payment.amountCents,
    dueDate,
    notifiedAt: payment.createdAt,
    batchId: null,
    blockId: null,
    sequence: null,
    amendment: null,
    previousCollectedOn: null,
    createdAt: payment.createdAt,
  });
  return preNotifyDebit(services, transaction, payment, { mandate, dueDate });
}

/** A second presentation has another id, so that no answer of the bank is taken for one to the first. */
export const endToEndIdOf = ({ reference }: Pick<Payment, 'reference'>, presentation: number): string =>
  `${reference}-${presentation}`;
