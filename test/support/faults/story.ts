import { expect } from 'vitest';
import { dueStart } from '../../../src/modules/payments/inquiry/clock-walk.ts';
import { isUnsettled, type PaymentOperation } from '../../../src/modules/payments/operations/payment-operation.ts';
import { openState, type State } from '../../../src/sandbox/state.ts';
import {
  CancelPaymentDocument,
  CapturePaymentDocument,
  RefreshPaymentDocument,
  RefundPaymentDocument,
} from '../../generated/graphql.ts';
import { night, payAtBank } from '../at-bank.ts';
import type { TestGateway } from '../gateway.ts';
import { scriptFault } from '../gateway.ts';
import { type Initiated, initiated } from '../requests.ts';
import { type BankName, endOf, lastOperation, type Operation, type Pair, type Unit } from './units.ts';

/** One payment with its faults, and all that its caller, its customer and the clock do with it. */
export type Story = Pair & { readonly bank: BankName; readonly units: readonly Unit[]; readonly initiation: Initiated };

const minuteMs = 60_000;
const amountCents = 1250;
/** Of the resolver at one moment: a round ends early where a bank seems to be away. */
const rounds = 40;

/** Many stories side by side in one gateway, step by step. */
export async function tell(gateway: TestGateway, pairs: readonly (Pair & { readonly bank: BankName })[]) {
  const stories = await inParallel(pairs, (pair) => begin(gateway, pair));
  const of = (operation: Operation | 'INQUIRY') => stories.filter(({ units }) => has(units, operation));

  await inParallel(stories, (story) => payAtBank(story.initiation, ...buttonsOf(story)));
  // The resolver asks when the bank's page has closed, and where that answer was lost a minute later, and later again.
  for (const minutes of [17, 1, 2]) {
    gateway.advance(minutes * minuteMs);
    for (let round = 0; round < rounds; round++) await gateway.runWorkers('resolver');
  }
  expect((await waitingOf(gateway, stories)).map(nameOf)).toEqual([]);
  await gateway.get('/sandbox/faults/release', { method: 'POST' });
  await inParallel(
    of('INQUIRY').filter(({ units }) => !isOperated(units)),
    (story) => refresh(gateway, story),
  );

  await applyMatch(gateway, of('CAPTURE'), 'CAPTURE');
  const cancelled = of('CANCEL');
  const refundsFirst = cancelled.filter(({ units }) => has(units, 'REFUND') && lastOperation(units) === 'CANCEL');
  await applyMatch(gateway, refundsFirst, 'REFUND', 1);
  const cancelsFirst = cancelled.filter(({ units }) => lastOperation(units) === 'REFUND');
  await applyMatch(gateway, cancelsFirst, 'CANCEL', 1);
  await applyMatch(
    gateway,
    cancelled.filter((story) => !cancelsFirst.includes(story)),
    'CANCEL',
  );
  await night(gateway);
  await applyMatch(
    gateway,
    stories.filter(({ units }) => lastOperation(units) === 'REFUND'),
    'REFUND',
  );
  // Without a doubt, an inquiry changes nothing.
  await inParallel(
    of('INQUIRY').filter(({ units }) => !isOperated(units)),
    (story) => refresh(gateway, story),
  );
  return stories;
}

async function begin(gateway: TestGateway, pair: Pair & { readonly bank: BankName }): Promise<Story> {
  const units = [pair.first, pair.second].filter((unit) => unit !== null);
  const initiation = await initiated(gateway, {
    paymentTarget: pair.bank,
    amount: amountCents,
    ...(has(units, 'CAPTURE') && { capture: 'LATER' }),
  });
  const story: Story = { ...pair, units, initiation };
  // What keeps the bank from acting strikes first: after it has acted it is not asked again.
  const inOrder = units.toSorted((one, other) => Number(other.moment === 'BEFORE') - Number(one.moment === 'BEFORE'));
  for (const unit of inOrder) if (!isLate(story, unit)) await script(gateway, story, unit);
  return story;
}

const has = (units: readonly Unit[], operation: Operation | 'INQUIRY'): boolean =>
  units.some((unit) => unit.operation === operation);
const isOperated = (units: readonly Unit[]): boolean =>
  units.some(({ operation }) => operation !== null && operation !== 'INQUIRY');
/** Paybox is asked before it operates too: beside a fault of an operation, the question is struck that settles it. */
const isLate = ({ units }: Story, { operation }: Unit): boolean => operation === 'INQUIRY' && isOperated(units);

async function script(gateway: TestGateway, story: Story, unit: Unit): Promise<void> {
  const { kind, operation, moment } = unit;
  const delayMs = kind === 'TIME_OUT' ? 20 : 86_400_000;
  const response = await scriptFault(gateway, {
    kind,
    bank: story.bank,
    reference: referenceOf(story),
    operation,
    moment,
    delayMs,
  });
  expect(response.status).toBe(201);
}

/** Of its one attempt. */
const referenceOf = ({ initiation }: Story): string => `${initiation.payment.reference}-1`;

/** A changed order takes two notifications: a refusal, held back, and the payment that overtakes it. */
const buttonsOf = ({ units }: Story) =>
  units.some(({ kind }) => kind === 'REORDER_NOTIFICATION') ? (['refuse', 'try-again', 'pay'] as const) : [];

async function refresh(gateway: TestGateway, { initiation }: Story): Promise<void> {
  const { data } = await gateway.send(RefreshPaymentDocument, { id: initiation.payment.id });
  expect(['RefreshPaymentSuccess', 'ProviderUnavailableError']).toContain(data?.refreshPayment.__typename);
}

/**
 * Asks for an operation under one key, settles what is in doubt, and asks again as long as the bank surely did not do
 * it.
 */
async function applyMatch(gateway: TestGateway, stories: readonly Story[], kind: Operation, tries = 4): Promise<void> {
  let left = stories;
  for (let count = 0; count < tries && left.length > 0; count++) {
    await inParallel(left, async (story) => {
      await ask(gateway, story, kind);
      if (count > 0 || (await lastOf(gateway, story))?.status !== 'UNKNOWN') return;
      for (const unit of story.units) if (isLate(story, unit)) await script(gateway, story, unit);
    });
    await settle(gateway);
    const after = await inParallel(left, async (story) => ((await isFailed(gateway, story, kind)) ? story : null));
    left = after.filter((story) => story !== null);
  }
  if (tries > 1) expect(left.map(nameOf)).toEqual([]);
}

async function ask(gateway: TestGateway, { initiation }: Story, kind: Operation): Promise<void> {
  const { id } = initiation.payment;
  const input = { id, idempotencyKey: `${kind} ${id}` };
  if (kind === 'CAPTURE') await gateway.send(CapturePaymentDocument, { input });
  else if (kind === 'CANCEL') await gateway.send(CancelPaymentDocument, { input });
  else await gateway.send(RefundPaymentDocument, { input });
}

const lastOf = async (gateway: TestGateway, { initiation }: Story): Promise<PaymentOperation | undefined> =>
  (await gateway.store.operationsOf(initiation.payment.id)).at(-1);

async function isFailed(gateway: TestGateway, story: Story, kind: Operation): Promise<boolean> {
  const operation = await lastOf(gateway, story);
  return operation?.kind === kind && operation.status === 'FAILED';
}

/** The clock goes on, and the resolver with it, until every answer that was lost is known. */
async function settle(gateway: TestGateway): Promise<void> {
  const dueBy = async (now: number) =>
    (await gateway.store.operationsToAsk({ now, behind: dueStart, limit: 1 })).length > 0;
  for (const minutes of [1, 3, 11, 31]) {
    if (!(await dueBy(Number.MAX_SAFE_INTEGER))) return;
    gateway.advance(minutes * minuteMs);
    for (let round = 0; await dueBy(gateway.now()); round++) {
      expect(round).toBeLessThan(300);
      await gateway.runWorkers('resolver');
    }
  }
  expect(await dueBy(Number.MAX_SAFE_INTEGER)).toBe(false);
}

async function waitingOf(gateway: TestGateway, stories: readonly Story[]): Promise<Story[]> {
  const waiting = await inParallel(stories, async (story) => {
    const payment = await gateway.store.paymentById(story.initiation.payment.id);
    return payment && ['REQUIRES_ACTION', 'REFUSED'].includes(payment.status) ? story : null;
  });
  return waiting.filter((story) => story !== null);
}

export const nameOf = ({ bank, first, second }: Pick<Story, 'bank' | 'first' | 'second'>): string =>
  `${bank}: ${first.name}${second ? ` + ${second.name}` : ''}`;

/** What is wrong with how a story ended; nothing where it is right. */
export async function complaintsOf(gateway: TestGateway, { initiation, units }: Story): Promise<string[]> {
  const { id } = initiation.payment;
  const current = await gateway.store.paymentById(id);
  const operations = await gateway.store.operationsOf(id);
  const attempts = await gateway.store.attemptsOf(id);
  const events = await gateway.store.eventsOf(id, 0, 1000);
  const doubted = operations.filter(isUnsettled);
  const end = doubted.length > 0 ? 'OPERATION_REVIEW' : current?.status === 'NEEDS_REVIEW' ? 'REVIEW' : current?.status;
  const expected = endOf(units);
  return complaints([
    [end === expected, `ends as ${end}, not ${expected}`],
    [current?.amountCents === amountCents, 'has another amount'],
    [attempts.length === 1, `has ${attempts.length} attempts`],
    [events.length === current?.version, `has ${events.length} events at version ${current?.version}`],
    [doubted.every(({ status }) => status === 'NEEDS_REVIEW'), 'is left in doubt'],
  ]);
}

const complaints = (checks: readonly (readonly [isRight: boolean, words: string])[]): string[] =>
  checks.filter(([isRight]) => !isRight).map(([, words]) => words);

/** The simulator's own record. */
export function openSimulator(folder: string) {
  const state = openState(folder);
  const unstruck = Map.groupBy(state.faults(), ({ reference }) => reference);
  return {
    complaintsOf: (story: Story) => {
      const left = unstruck.get(referenceOf(story))?.length ?? 0;
      const expected = expectedUnstruck(story);
      const struck = complaints([[left === expected, `${left} faults struck nothing, not ${expected}`]]);
      return [...struck, ...complaintsAtSimulator(state, story)];
    },
    /** What was done more than once for a payment with these references. */
    doneTwice: (bank: BankName, references: readonly string[]) => {
      const accepted = references.flatMap((reference) => acceptedAt(state, bank, reference));
      const kinds = accepted
        .flatMap(({ number }) => state.operationsOf(bank, number))
        .map(({ kind }) => kind as string);
      const all = [...accepted.map(() => 'PAYMENT'), ...kinds];
      return all.filter((kind, index) => all.indexOf(kind) !== index);
    },
    /** What became of the payment that has these references. */
    doneFor: (bank: BankName, references: readonly string[]) => {
      const accepted = references.flatMap((reference) => acceptedAt(state, bank, reference));
      const operations = accepted.flatMap(({ number }) => state.operationsOf(bank, number));
      const refunds = operations.filter(({ kind }) => kind === 'REFUND');
      return {
        payments: accepted.length,
        refundedCents: refunds.reduce((cents, refund) => cents + refund.amountCents, 0),
        cancels: operations.filter(({ kind }) => kind === 'CANCEL').length,
      };
    },
    close: () => state.close(),
  };
}

const acceptedAt = (state: State, bank: BankName, reference: string) =>
  state
    .transactionsOf(bank, bank === 'PAYBOX' ? '7000001/01' : '70000001', reference)
    .filter(({ status }) => status !== 'REFUSED');

/** Every fault struck, but where the payment had ended before: a second blow to what the bank had done already. */
function expectedUnstruck({ units }: Story): number {
  if (endOf(units) === 'REVIEW') return units.filter(({ operation }) => operation && operation !== 'INQUIRY').length;
  const [first, second] = units;
  const isSame = first?.operation === second?.operation && first?.operation && first.operation !== 'INQUIRY';
  return isSame && first?.moment === 'AFTER' && second?.moment === 'AFTER' ? 1 : 0;
}

function complaintsAtSimulator(state: State, story: Story): string[] {
  const { bank, units } = story;
  const accepted = acceptedAt(state, bank, referenceOf(story));
  const done = accepted.flatMap(({ number }) => state.operationsOf(bank, number));
  const times = (kind: Operation) => done.filter((operation) => operation.kind === kind).length;
  const end = endOf(units);
  const givenBackCents = done
    .filter(({ kind }) => kind !== 'CAPTURE')
    .reduce((cents, operation) => cents + operation.amountCents, 0);
  const checks = complaints([
    [accepted.length === 1, `the card was charged ${accepted.length} times`],
    [times('CAPTURE') <= 1, 'it was captured twice'],
    [givenBackCents <= amountCents, `${givenBackCents} cents were given back`],
  ]);
  if (end === 'OPERATION_REVIEW') return checks;
  return [
    ...checks,
    ...complaints([
      [times('REFUND') === (end === 'REFUNDED' ? 1 : 0), `the bank refunded ${times('REFUND')} times`],
      [times('CANCEL') === (end === 'CANCELLED' ? 1 : 0), `the bank cancelled ${times('CANCEL')} times`],
      [times('CAPTURE') === (end !== 'REVIEW' && has(units, 'CAPTURE') ? 1 : 0), `captures: ${times('CAPTURE')}`],
    ]),
  ];
}

/** A few at a time, in order. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += 16) {
    results.push(...(await Promise.all(items.slice(start, start + 16).map(run))));
  }
  return results;
}
