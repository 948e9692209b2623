import { type DuePlace, dueStart, lastIdAt } from '../domain/clock-walk.ts';
import type { Attempt, Payment } from '../domain/payment.ts';
import { attemptHoldsMoney } from './apply-news.ts';
import { askAbout, type BankAccess } from './ask-bank.ts';
import { changeStatus, recordStep, untilFresh } from './change-payment.ts';
import { callableAccount } from './operable-payment.ts';
import type { HostedTarget, Services } from './services.ts';
import { settleByAsking } from './settle-operation.ts';

/** What the clock does, so that nothing stays in between for ever. Each step is safe to repeat, and to do twice at once. */

type Resolver = Services & BankAccess;
export type Resolving = {
  readonly services: Resolver;
  /** False: another process has the work now. */
  readonly keepsLease: () => Promise<boolean>;
  /** One that fails comes again in the next round, and holds up no other. */
  readonly failed: (subject: string, error: unknown) => void;
};

/** Read at a time, and worked on at the same time: a bank that is slow about one holds up few others. */
const itemsPerPage = 100;
const itemsAtOnce = 8;

/** Goes once along everything that is due, however much that is. */
async function alongDue<Item extends { readonly id: string }>(
  { keepsLease, failed }: Resolving,
  read: (behind: DuePlace, limit: number) => Promise<readonly Item[]>,
  placeOf: (item: Item) => DuePlace,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  for (let behind = dueStart; ; ) {
    const items = await read(behind, itemsPerPage);
    for (const some of chunks(items)) {
      if (!(await keepsLease())) return;
      await Promise.all(some.map((item) => work(item).catch((error: unknown) => failed(item.id, error))));
    }
    const last = items.at(-1);
    if (!last || items.length < itemsPerPage) return;
    behind = placeOf(last);
  }
}

const chunks = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / itemsAtOnce) }, (_, index) =>
    items.slice(index * itemsAtOnce, (index + 1) * itemsAtOnce),
  );

/** Asks about operations in doubt whose time has come. */
export async function settleOperations(resolving: Resolving): Promise<void> {
  const { services } = resolving;
  const now = services.clock();
  await alongDue(
    resolving,
    (behind, limit) => services.store.operationsToAsk({ now, behind, limit }),
    ({ nextAskAt, id }) => ({ at: nextAskAt ?? now, id }),
    (operation) => settleByAsking(services, operation),
  );
}

/** An authorisation is given up only after a last question to the bank, or when that cannot be answered for a day. */
const patienceMs = 86_400_000;

/** Ends what nobody paid in time. News that comes later still counts. */
export async function expirePayments(resolving: Resolving): Promise<void> {
  const { services } = resolving;
  const now = services.clock();
  await alongDue(
    resolving,
    (behind, limit) => services.store.paymentsToExpire({ now, behind, limit }),
    ({ expiresAt, id }) => ({ at: expiresAt ?? now, id }),
    (payment) => expire(services, payment, now),
  );
}

async function expire(services: Resolver, payment: Payment, now: number): Promise<void> {
  if (payment.status === 'AUTHORIZED' && !(await isAnswered(services, payment, now))) return;
  await untilFresh(() =>
    services.store.transact(async (transaction) => {
      const current = await transaction.paymentById(payment.id);
      if (current?.status !== payment.status || current.expiresAt !== payment.expiresAt) return;
      await changeStatus(services, transaction, current, { to: 'EXPIRED', cause: 'CLOCK' });
    }),
  );
  services.announce(payment.id);
}

async function isAnswered(services: Resolver, payment: Payment, now: number): Promise<boolean> {
  const account = callableAccount(services, payment);
  const attempts = await services.store.attemptsOf(payment.id);
  const attempt = attempts.find(({ status }) => status === 'AUTHORIZED');
  if (!account || !attempt) return true;
  const outcome = await askAbout(services, payment, attempt, account);
  return outcome !== 'UNKNOWN' || now >= (payment.expiresAt ?? now) + patienceMs;
}

type Step = {
  /** Since the attempt was opened. */
  readonly ageMs: number;
  /** Only what the bank has and has not decided. */
  readonly pendingOnly: boolean;
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** The first question comes when the bank's own page has closed: Paybox after 15 minutes, Scellius after 10. */
const firstQuestionMs: Readonly<Record<HostedTarget, number>> = {
  PAYBOX: 16 * minuteMs,
  LABANQUEPOSTALE: 11 * minuteMs,
};
/** A direct debit signed on the bank's page is decided by the bank's statement: five weeks and a few days at most. */
const lastQuestionMs = 45 * dayMs;
const reviewAfterMs = 7 * dayMs;

const stepsOf = (target: HostedTarget): readonly Step[] => [
  { ageMs: firstQuestionMs[target], pendingOnly: false },
  { ageMs: hourMs, pendingOnly: false },
  { ageMs: 6 * hourMs, pendingOnly: false },
  { ageMs: 25 * hourMs, pendingOnly: false },
  { ageMs: 3 * dayMs, pendingOnly: true },
  { ageMs: reviewAfterMs, pendingOnly: true },
  { ageMs: lastQuestionMs, pendingOnly: true },
];

/** So many answers that say nothing, one after the other, and the bank is taken to be away: the walk waits for it. */
const silencesInARow = 3;

/**
 * Asks the banks about attempts of which no news came, at set ages. Each age has a cursor that walks along the attempts
 * in the order of their opening, so that nothing is left out after a pause, and nothing is written for a payment that
 * goes well.
 */
export async function askAboutSilent(resolving: Resolving): Promise<void> {
  for (const target of ['PAYBOX', 'LABANQUEPOSTALE'] as const) {
    for (const step of stepsOf(target)) {
      if (!(await resolving.keepsLease())) return;
      if (!(await walk(resolving, target, step))) break;
    }
  }
}

/** False where the bank seems to be away. */
async function walk(resolving: Resolving, target: HostedTarget, step: Step): Promise<boolean> {
  const { services } = resolving;
  const name = `resolver ${target} ${step.ageMs}`;
  const until = services.clock() - step.ageMs;
  // A gateway that starts for the first time does not ask about what is long gone.
  let from = (await services.store.cursor(name)) ?? lastIdAt('att', until - dayMs);
  for (;;) {
    const attempts = await services.store.attemptsBetween(from, lastIdAt('att', until), itemsPerPage);
    const { reached, isAway } = await askPage(resolving, target, step, attempts);
    if (reached === null) return !isAway;
    from = reached;
    await services.store.transact((transaction) => transaction.moveCursor(name, reached));
    if (isAway || attempts.length < itemsPerPage || reached !== attempts.at(-1)?.id) return !isAway;
  }
}

/** Asks about each that is open, and tells how far the walk has come: null where it has not. */
async function askPage(
  resolving: Resolving,
  target: HostedTarget,
  step: Step,
  attempts: readonly Attempt[],
): Promise<{ readonly reached: string | null; readonly isAway: boolean }> {
  let reached: string | null = null;
  let silences = 0;
  for (const some of chunks(attempts)) {
    if (some.some((attempt) => isOpen(attempt, step)) && !(await resolving.keepsLease())) break;
    const answers = await Promise.all(some.map((attempt) => askIfOpen(resolving, target, attempt, step)));
    for (const [index, answer] of answers.entries()) {
      silences = answer === 'SILENT' ? silences + 1 : answer === 'ASKED' ? 0 : silences;
      if (silences >= silencesInARow) return { reached, isAway: true };
      if (silences === 0) reached = some[index]?.id ?? reached;
    }
  }
  return { reached, isAway: false };
}

async function askIfOpen(
  { services, failed }: Resolving,
  target: HostedTarget,
  attempt: Attempt,
  step: Step,
): Promise<'ASKED' | 'SILENT' | 'PASSED'> {
  if (!isOpen(attempt, step)) return 'PASSED';
  return ask(services, target, attempt, step).catch((error: unknown) => {
    failed(attempt.id, error);
    return 'SILENT' as const;
  });
}

/** Whatever has brought no money yet: after a refusal, or after we gave it up, the customer may still have paid. */
const isOpen = ({ status }: Attempt, { pendingOnly }: Step): boolean =>
  pendingOnly ? status === 'PENDING' : !attemptHoldsMoney.has(status);

/** `SILENT`: the bank said nothing, and it is worth asking again soon. */
async function ask(
  services: Resolver,
  target: HostedTarget,
  attempt: Attempt,
  { ageMs }: Step,
): Promise<'ASKED' | 'SILENT'> {
  const payment = await services.store.paymentById(attempt.paymentId);
  if (payment?.paymentTarget !== target) return 'ASKED';
  const account = callableAccount(services, payment);
  const outcome = account ? await askAbout(services, payment, attempt, account) : 'NONE';
  const isWorthIt = services.clock() < attempt.createdAt + ageMs + hourMs;
  if (outcome === 'UNKNOWN' && isWorthIt) return 'SILENT';
  if (ageMs >= (payment.flow === 'HOSTED_PAGE_MANDATE' ? lastQuestionMs : reviewAfterMs)) {
    await callAPerson(services, payment.id);
  }
  return 'ASKED';
}

/** Only a person can say what became of a payment that the bank does not decide. */
async function callAPerson(services: Services, paymentId: string): Promise<void> {
  await untilFresh(() =>
    services.store.transact(async (transaction) => {
      const payment = await transaction.paymentById(paymentId);
      if (payment?.status !== 'PENDING') return;
      await recordStep(services, transaction, payment, {
        type: 'REVIEW_NEEDED',
        data: { from: payment.status, cause: 'CLOCK', reason: 'the bank has not decided for too long' },
        change: { status: 'NEEDS_REVIEW' },
      });
    }),
  );
  services.announce(paymentId);
}
