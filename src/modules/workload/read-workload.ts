import { actingName, type Caller, hasRight, holds, runModesOf, worksAt, worksFor } from '../../kernel/caller.ts';
import { dayMs } from '../../kernel/durations.ts';
import {
  addDays,
  addTargetDays,
  type CalendarDate,
  nextTargetDay,
  parisDateOf,
} from '../../kernel/sepa/target-calendar.ts';
import { type EffectiveRunMode, ownTarget } from '../../kernel/vocabulary.ts';
import { listApprovals } from '../approvals/decide-approval.ts';
import type { BankExceptionKind } from '../bank-statements/bank-import.ts';
import { mayDecide } from '../bank-statements/import/bank-rights.ts';
import { maySeeFile } from '../bank-statements/import/read-bank-files.ts';
import { lateBy } from '../bank-statements/list-transfers.ts';
import { directDebitAccountOf } from '../direct-debits/batches/direct-debit-account.ts';
import { totalPayments } from '../payment-lists/total-payments.ts';
import { isContradicted } from '../payments/attempts/surplus.ts';
import { maySee } from '../payments/may-see.ts';
import type { Payment } from '../payments/payment.ts';
import { allPayments, type PaymentFilter } from '../payments/payment-store.ts';
import { visibleTo } from '../payments/read-payments.ts';
import { endpointsOf } from '../webhooks/read-webhooks.ts';
import type { Services, WaitingCount, WaitingKind, WaitingOperations } from './ports.ts';

/** Null: the caller has no right to such work. */
export type Workload = {
  readonly paymentsInReview: number;
  readonly transfersAwaited: number;
  readonly transfersLate: number;
  readonly operationsInDoubt: number;
  readonly approvalsWaiting: number | null;
  readonly bankFilesWaiting: number | null;
  readonly bankExceptions: readonly { readonly kind: BankExceptionKind; readonly count: number }[] | null;
  readonly mandatesLapsing: number | null;
  readonly debitsWaiting: number | null;
  readonly debitsOverdue: number | null;
  readonly batchesToHandOver: number | null;
  readonly batchesLate: number | null;
  readonly webhooksDead: number | null;
  readonly webhookEndpointsFailing: number | null;
};

/** A mandate that lapses within these days is worth a debit or a letter. */
export const lapsingDays = 60;

/** The sociétés and the mode that are asked about; null: every société. */
export type Asked = { readonly runMode: EffectiveRunMode; readonly idSociete: string | null };

/** What waits for a person, as far as the caller may see it. */
export async function readWorkload(services: Services, caller: Caller, asked: Asked): Promise<Workload> {
  const { store, clock } = services;
  const today = parisDateOf(clock());
  const lapsesBy = addDays(today, lapsingDays);
  const found = await store.waitingCounts({ runMode: asked.runMode, lapsesBy, today });
  const counts = found.filter(
    ({ idSociete }) => isAsked(asked, idSociete) && mayWorkFor(services, caller, asked.runMode, idSociete),
  );
  const sumOf = (what: WaitingKind): number => sum(counts.filter((one) => one.what === what));
  const batches = Object.groupBy(
    counts.filter(({ what }) => what === 'BATCH_TO_HAND_OVER'),
    (batch) => (isLate(services, asked.runMode, today, batch) ? 'late' : 'inTime'),
  );
  const [mayMandates, mayBatches] = [caller.scopes.has('mandates'), holds(caller, 'batches')];
  return {
    paymentsInReview: await countPayments(services, caller, asked, { statuses: ['NEEDS_REVIEW'] }),
    transfersAwaited: await countPayments(services, caller, asked, {
      statuses: ['REQUIRES_ACTION'],
      paymentTargets: [ownTarget],
      paymentTypes: ['SEPA'],
    }),
    transfersLate: sumOfSeen(services, caller, asked, await store.lateTransfers(asked.runMode, lateBy(services))),
    operationsInDoubt: sumOfSeen(services, caller, asked, await store.waitingOperations(asked.runMode)),
    approvalsWaiting: await countApprovals(services, caller, asked),
    bankFilesWaiting: await countBankFiles(services, caller, asked),
    bankExceptions: holds(caller, 'decide') ? exceptionsOf(counts, caller) : null,
    mandatesLapsing: mayMandates ? sumOf('MANDATE_LAPSING') : null,
    debitsWaiting: mayBatches ? sumOf('DEBIT_WAITING') : null,
    debitsOverdue: mayBatches ? sumOf('DEBIT_OVERDUE') : null,
    batchesToHandOver: mayBatches ? sum(batches.inTime ?? []) : null,
    batchesLate: mayBatches ? sum(batches.late ?? []) : null,
    ...(await webhooksFailing(services, caller)),
  };
}

/** The payments of the operations in doubt, the longest in doubt first, as far as the caller may see them. */
export async function listInDoubt(services: Services, caller: Caller, asked: Asked): Promise<readonly Payment[]> {
  if (!caller.scopes.has('read')) return [];
  return services.store.paymentsInDoubt({ ...asked, visibleTo: visibleTo(services, caller), limit: listedAtMost });
}

export const listedAtMost = 50;

/** Some banks do not say that they gave back what was paid twice: such a payment leaves the list by its age. */
export const contradictedDays = 90;
/** Each is judged by its whole story, also those that are settled by now. */
const judgedAtMost = 500;

/** Payments that keep their status although their money at the bank is not as they say. */
export async function listContradicted(services: Services, caller: Caller, asked: Asked): Promise<readonly Payment[]> {
  if (!caller.scopes.has('read')) return [];
  const { store, clock } = services;
  const since = clock() - contradictedDays * dayMs;
  const query = { ...asked, since, visibleTo: visibleTo(services, caller), limit: judgedAtMost };
  const found = await store.paymentsContradicted(query);
  const listed: Payment[] = [];
  for (const payment of found) {
    if (listed.length === listedAtMost) break;
    if (await isContradicted(store, payment)) listed.push(payment);
  }
  return listed;
}

/** Whether the bank wants the file of a batch on the next TARGET day at the latest, by the contract of its société. */
function isLate(
  { societes }: Services,
  runMode: EffectiveRunMode,
  today: CalendarDate,
  { idSociete, dueDate }: WaitingCount,
): boolean {
  const lead = directDebitAccountOf(societes.get(idSociete), runMode)?.directDebit.presentationDays ?? 0;
  return dueDate !== null && dueDate <= addTargetDays(nextTargetDay(addDays(today, 1)), lead);
}

/** More than a person decides in a day, so that the count stays cheap. */
const countedAtMost = 1000;

/** Those that the caller may decide: not its own. */
async function countApprovals(services: Services, caller: Caller, asked: Asked): Promise<number | null> {
  if (!hasRight(caller, 'approve')) return null;
  const { runMode, idSociete } = asked;
  const societes = idSociete === null ? caller.societes : new Set(worksFor(caller, idSociete) ? [idSociete] : []);
  const page = { status: 'PENDING', runMode, beforeId: null, limit: countedAtMost } as const;
  const found = await listApprovals(services, { ...caller, societes }, page);
  return found.filter(({ requestedBy }) => requestedBy !== actingName(caller)).length;
}

/** Those that the caller may confirm: not those that it brought. */
async function countBankFiles(services: Services, caller: Caller, asked: Asked): Promise<number | null> {
  if (!holds(caller, 'bankFiles')) return null;
  const before = services.clock() + 1;
  const found = await services.store.unconfirmedBankFiles({ before, after: { at: 0, id: '' }, limit: countedAtMost });
  const files = found.map(({ read }) => read());
  return files.filter(
    (file) =>
      (file.runMode ?? asked.runMode) === asked.runMode &&
      (asked.idSociete === null || (file.societes ?? [file.idSociete]).includes(asked.idSociete)) &&
      file.receivedBy !== actingName(caller) &&
      maySeeFile(services, caller, file),
  ).length;
}

const isAsked = ({ idSociete: asked }: Asked, idSociete: string): boolean => asked === null || asked === idSociete;

const mayWorkFor = (services: Services, caller: Caller, runMode: EffectiveRunMode, idSociete: string): boolean =>
  runModesOf(services, caller).includes(runMode) && worksAt(caller, ownTarget) && worksFor(caller, idSociete);

async function countPayments(
  services: Services,
  caller: Caller,
  { runMode, idSociete }: Asked,
  narrowed: Partial<PaymentFilter>,
): Promise<number> {
  const filter = { ...allPayments, ...narrowed, runMode, idSociete };
  return sum((await totalPayments(services, caller, filter, [])).totals);
}

const sumOfSeen = (services: Services, caller: Caller, asked: Asked, found: readonly WaitingOperations[]): number =>
  sum(found.filter((one) => isAsked(asked, one.idSociete) && maySee(services, caller, one)));

async function webhooksFailing(
  services: Services,
  caller: Caller,
): Promise<Pick<Workload, 'webhooksDead' | 'webhookEndpointsFailing'>> {
  if (!holds(caller, 'replay')) return { webhooksDead: null, webhookEndpointsFailing: null };
  const { store } = services;
  const endpoints = endpointsOf(services, caller);
  // A client also has those of endpoints that the config does not name any more.
  const clients = caller.person ? new Set(endpoints.map(({ client }) => client)) : [caller.client];
  let webhooksDead = 0;
  for (const client of clients) webhooksDead += await store.deadWebhooks(client);
  const failing = await store.failingEndpoints();
  const isFailing = ({ client, name }: (typeof endpoints)[number]): boolean =>
    failing.some((one) => one.client === client && one.endpoint === name);
  return { webhooksDead, webhookEndpointsFailing: endpoints.filter(isFailing).length };
}

function exceptionsOf(counts: readonly WaitingCount[], caller: Caller): NonNullable<Workload['bankExceptions']> {
  const open = counts.filter(({ exception, idSociete }) => exception !== null && mayDecide(caller, idSociete));
  const kinds = Map.groupBy(open, ({ exception }) => exception);
  return [...kinds].flatMap(([kind, some]) => (kind === null ? [] : [{ kind, count: sum(some) }]));
}

const sum = (counted: readonly { readonly count: number }[]): number =>
  counted.reduce((total, { count }) => total + count, 0);
