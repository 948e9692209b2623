import type { Unread } from '../../../kernel/aged.ts';
import { dayMs, hourMs, minuteMs } from '../../../kernel/durations.ts';
import { lastIdAt } from '../../../kernel/identifiers.ts';
import { untilFresh } from '../../../kernel/until-fresh.ts';
import { pagesOf } from '../../../kernel/walk-pages.ts';
import { unlessFails } from '../../../workers/unless-fails.ts';
import { lastQuestionMs } from '../attempts/attempts.ts';
import { attemptHoldsMoney } from '../attempts/paying-attempt.ts';
import { recordStep } from '../change-payment.ts';
import { callableAccount } from '../operations/authorize-operation.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { Services } from '../ports.ts';
import { type HostedTarget, hostedTargets } from '../provider.ts';
import type { LostInquiry } from './clock-walk.ts';
import { itemsAtOnce, itemsPerPage, processDueItems, type Resolver, type Resolving } from './process-due-items.ts';
import { askAbout, flagUnconfirmed, isKnownBy } from './provider-inquiry.ts';

/**
 * The ages at which the gateway asks the bank about an attempt without a message. A lost answer is asked for again
 * soon.
 */

type Step = {
  /** Since the attempt was opened. */
  readonly ageMs: number;
  /** Only attempts that the bank has and has not decided. */
  readonly pendingOnly: boolean;
};

const reviewAfterMs = 7 * dayMs;
/**
 * By then no page of the bank is open for the attempt: a form is given out again, or taken by the bank, half an hour
 * after the attempt was opened at most, and its page closes a quarter of an hour later.
 */
const pageOverMs = hourMs;
/** Then only about attempts that the bank has not decided. */
const lastAgeOfAllMs = 25 * hourMs;

const stepsFrom = (firstInquiryMs: number): readonly Step[] => [
  { ageMs: firstInquiryMs, pendingOnly: false },
  { ageMs: pageOverMs, pendingOnly: false },
  { ageMs: 6 * hourMs, pendingOnly: false },
  { ageMs: lastAgeOfAllMs, pendingOnly: false },
  { ageMs: 3 * dayMs, pendingOnly: true },
  { ageMs: reviewAfterMs, pendingOnly: true },
  { ageMs: lastQuestionMs, pendingOnly: true },
];

/** So many answers that say nothing, one after the other, and the bank is taken to be away: the walk goes on later. */
const silencesInARow = 3;

/**
 * Asks the banks about attempts without a message, at set ages. Each age has a cursor that walks along the attempts in
 * the order of their opening, so that a pause skips nothing. A payment that goes well costs no write. If the bank gives
 * no answer, that is stored and the walk goes on.
 */
export async function pollUnconfirmedPayments(resolving: Resolving): Promise<void> {
  for (const target of hostedTargets) {
    for (const step of stepsFrom(resolving.services.providers[target].firstInquiryMs)) {
      if (!(await resolving.keepsLease())) return;
      if (!(await walk(resolving, target, step))) break;
    }
  }
}

/** False where the bank seems to be away. */
async function walk(resolving: Resolving, target: HostedTarget, step: Step): Promise<boolean> {
  const { services } = resolving;
  const name = cursorOf(target, step);
  const until = lastIdAt('att', services.clock() - step.ageMs);
  let from = (await services.store.cursor(name)) ?? (await begin(services, name, startOf(services, step)));
  // A clock that was ahead asked too early; the attempts are asked about again at their age.
  if (from > until) from = await begin(services, name, until);
  for (;;) {
    const attempts = await services.store.attemptsBetween(from, until, itemsPerPage);
    const { reached, isAway } = await askPage(resolving, target, step, attempts);
    if (reached === null) return !isAway;
    from = reached;
    await services.store.transact((transaction) => transaction.moveCursor(name, reached));
    if (isAway || attempts.length < itemsPerPage || reached !== attempts.at(-1)?.id) return !isAway;
  }
}

const cursorOf = (target: HostedTarget, { ageMs }: Pick<Step, 'ageMs'>): string => `resolver ${target} ${ageMs}`;

const startOf = ({ clock }: Pick<Services, 'clock'>, { ageMs }: Pick<Step, 'ageMs'>): string =>
  lastIdAt('att', clock() - ageMs - dayMs);

/** Whether the bank is still to be asked about the attempt after its page was closed. */
export async function isToBeAsked(
  services: Pick<Services, 'clock'>,
  reads: Pick<Services['store'], 'cursor'>,
  { paymentTarget }: Payment,
  { id }: Attempt,
): Promise<boolean> {
  const step = { ageMs: pageOverMs };
  return id > ((await reads.cursor(cursorOf(paymentTarget as HostedTarget, step))) ?? startOf(services, step));
}

/**
 * A gateway that starts for the first time skips old attempts. The cursor is stored at once; otherwise a pause before
 * the first inquiry would skip attempts.
 */
async function begin({ store }: Services, name: string, from: string): Promise<string> {
  await store.transact((transaction) => transaction.moveCursor(name, from));
  return from;
}

/** Asks about each that is open, and tells how far the walk has come: null where it has not. */
async function askPage(
  resolving: Resolving,
  target: HostedTarget,
  step: Step,
  attempts: readonly Unread<Attempt>[],
): Promise<{ readonly reached: string | null; readonly isAway: boolean }> {
  let reached: string | null = null;
  let silences = 0;
  for (const some of pagesOf(itemsAtOnce, attempts)) {
    if (!(await resolving.keepsLease())) break;
    const answers = await Promise.all(some.map((attempt) => askIfOpen(resolving, target, attempt, step)));
    reached = some.at(-1)?.id ?? reached;
    for (const answer of answers) silences = answer === 'SILENT' ? silences + 1 : answer === 'ASKED' ? 0 : silences;
    if (silences >= silencesInARow) return { reached, isAway: true };
  }
  return { reached, isAway: false };
}

/** Whatever has brought no money yet: after a refusal, or after we gave it up, the customer may still have paid. */
const isOpen = ({ status }: Attempt, { pendingOnly }: Pick<Step, 'pendingOnly'>): boolean =>
  pendingOnly ? status === 'PENDING' : !attemptHoldsMoney.has(status);

async function askIfOpen(
  resolving: Resolving,
  target: HostedTarget,
  { id, read }: Unread<Attempt>,
  step: Step,
): Promise<'ASKED' | 'SILENT' | 'PASSED'> {
  const { services, failed } = resolving;
  const answer = await unlessFails(id, failed, async () => {
    const attempt = read();
    const payment = isOpen(attempt, step) ? await services.store.paymentById(attempt.paymentId) : null;
    return payment?.paymentTarget === target ? ask(resolving, payment, attempt) : 'PASSED';
  });
  // What cannot be read is asked about once it can.
  if (answer === 'SILENT' || answer === null) await keepLost(services, id);
  return answer ?? 'PASSED';
}

/** `SILENT`: the bank said nothing, and it is worth asking again soon. */
async function ask({ services, failed }: Resolving, payment: Payment, attempt: Attempt): Promise<'ASKED' | 'SILENT'> {
  try {
    const account = callableAccount(services, payment);
    const outcome = account ? await askAbout(services, payment, attempt, account) : 'NONE';
    if (outcome === 'UNKNOWN') return 'SILENT';
    // The bank may not know a payment yet that its own message reported.
    if (account && outcome === 'NONE' && attemptHoldsMoney.has(attempt.status) && !isKnownBy(services, attempt)) {
      return 'SILENT';
    }
    await callIfOverdue(services, payment, attempt);
    return 'ASKED';
  } catch (error) {
    failed(attempt.id, error);
    return 'SILENT';
  }
}

/** After as long as the bank has been silent: a minute at first, then twice as long each time, and half an hour at most. */
const pauseMs = (silentForMs: number): number => Math.min(Math.max(silentForMs, minuteMs), 30 * minuteMs);
/** Then the next age asks, if there is one. */
const patienceMs = dayMs;

async function keepLost({ store, clock }: Services, attemptId: string): Promise<void> {
  const since = clock();
  const nextAskAt = since + pauseMs(0);
  await store.transact((transaction) => transaction.saveLostInquiry({ attemptId, since, nextAskAt }));
}

/** Asks again where an answer was lost, with pauses that grow, until there is one or a day has gone by. */
export async function repeatLostInquiries(resolving: Resolving): Promise<void> {
  const { services } = resolving;
  const now = services.clock();
  await processDueItems(
    resolving,
    (behind, limit) => services.store.inquiriesToRepeat({ now, behind, limit }),
    ({ read }) => repeat(resolving, read(), now),
  );
}

async function repeat(resolving: Resolving, lost: LostInquiry, now: number): Promise<void> {
  const { services } = resolving;
  const { attempt, since } = lost;
  const { id: attemptId, paymentId } = attempt;
  // Also about an attempt that has been paid since: the inquiry may be about a later message.
  const payment = await services.store.paymentById(paymentId);
  const isSilent = payment !== null && (await ask(resolving, payment, attempt)) === 'SILENT';
  if (isSilent && now < since + patienceMs) {
    const nextAskAt = now + pauseMs(now - since);
    await services.store.transact((transaction) => transaction.postponeLostInquiry({ attemptId, nextAskAt }));
    return;
  }
  if (isSilent) {
    await flagUnconfirmed(services, payment, attempt, 'the bank never confirmed it');
    await callIfOverdue(services, payment, attempt);
  }
  await services.store.transact(async (transaction) => {
    // A message that came since the bank was asked is asked about in the next round.
    const isAsRead = await transaction.deleteLostInquiry(lost);
    const askAt = attempt.createdAt + lastAgeOfAllMs;
    // Until that age asks, the question stays open: no answer has said that it was not paid.
    const rests = isSilent && now < askAt && !attemptHoldsMoney.has(attempt.status);
    if (isAsRead && rests) await transaction.saveLostInquiry({ attemptId, since: askAt, nextAskAt: askAt });
  });
}

/** If the bank never decides, a person has to. */
async function callIfOverdue(services: Resolver, { id, flow }: Payment, { createdAt }: Attempt): Promise<void> {
  const dueAt = createdAt + (flow === 'HOSTED_PAGE_MANDATE' ? lastQuestionMs : reviewAfterMs);
  if (services.clock() < dueAt) return;
  await untilFresh(() =>
    services.store.transact(async (transaction) => {
      const payment = await transaction.paymentById(id);
      if (payment?.status !== 'PENDING') return;
      await recordStep(services, transaction, payment, {
        type: 'REVIEW_NEEDED',
        data: { from: payment.status, cause: 'CLOCK', reason: 'the bank has not decided for too long' },
        change: { status: 'NEEDS_REVIEW' },
      });
    }),
  );
  services.announce(id);
}
