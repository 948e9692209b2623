import { setTimeout as pause } from 'node:timers/promises';
import { type Caller, pauseAfter } from './caller.ts';
import { pressAtBank, type Visit } from './customer.ts';
import type { Intent, Operation } from './intents.ts';
import { type Doors, type Initiated, readInitiation, readOperation, readStanding } from './requests.ts';
import type { TellingLog } from './told.ts';
import type { World } from './world.ts';

/** One intent from its first request to the last operation on its payment. */

export type Stage = {
  readonly world: World;
  readonly doors: Doors;
  readonly caller: Caller;
  readonly log: TellingLog;
  readonly isOver: () => boolean;
  /** Requests without an answer before the load ended: repeated when everything is calm. */
  readonly unfinished: Unfinished[];
};

export type Unfinished = {
  readonly intent: Intent;
  readonly payment: string;
  readonly operation: Operation;
  readonly step: number;
};

export async function playStory(stage: Stage, intent: Intent): Promise<void> {
  const initiated = await initiate(stage, intent);
  if (initiated === null) return;
  if (intent.contradictsItself) await askForAnotherAmount(stage, intent);
  const [first] = intent.afterwards;
  if (first && intent.operatesMeanwhile) {
    const operating = { intent, payment: initiated.id, operation: first, step: 0 };
    await Promise.all([actAsCustomer(stage, intent, initiated), operate(stage, operating, 12)]);
    return;
  }
  const reference = await actAsCustomer(stage, intent, initiated);
  if (first === undefined || !(await isReady(stage, intent, initiated.id))) return;
  if (reference !== null && intent.answerFault) await plantFault(stage, { ...intent.answerFault, reference });
  for (const [step, operation] of intent.afterwards.entries()) {
    await operate(stage, { intent, payment: initiated.id, operation, step }, 12);
  }
}

/** Every copy asks until it is answered; each answer is written to the log. */
async function initiate(stage: Stage, intent: Intent): Promise<Initiated | null> {
  const answers = await Promise.all(Array.from({ length: intent.copies }, () => askOnce(stage, intent)));
  return answers.find((answer) => answer !== null) ?? null;
}

async function askOnce(stage: Stage, intent: Intent, addCents = 0): Promise<Initiated | null> {
  const { caller, doors, log, isOver } = stage;
  const asked = doors.initiate(intent, { addCents });
  for (let tries = 0; !isOver(); tries++) {
    const answer = await caller.untilAnswered(asked);
    const reading = answer ? readInitiation(intent, answer.body) : null;
    if (reading?.kind === 'FOUND') {
      const { id, reference, status, cents, replayed } = reading.found;
      log.write({ what: 'INITIATED', intent: intent.number, payment: id, reference, status, cents, replayed });
      return reading.found;
    }
    if (reading?.kind === 'REFUSED' && !/provider.?unavailable/i.test(reading.code)) {
      const isConflict = /idempotency.?conflict/i.test(reading.code);
      if (isConflict && addCents > 0) log.write({ what: 'CONFLICT', intent: intent.number });
      else log.write({ what: 'REFUSED', intent: intent.number, request: 'initiate', answer: reading.text });
      return null;
    }
    await pause(pauseAfter(tries));
  }
  log.write({ what: 'GAVE_UP', intent: intent.number, request: 'initiate' });
  return null;
}

const askForAnotherAmount = (stage: Stage, intent: Intent): Promise<unknown> => askOnce(stage, intent, 1);

const visits: Readonly<Record<Exclude<Intent['customer'], 'LEAVES'>, Visit>> = {
  PAYS: ['pay'],
  REFUSED: ['refuse'],
  CANCELS: ['cancel'],
  REFUSED_THEN_PAYS: ['refuse'],
  TRIES_AGAIN: ['refuse', 'try-again', 'pay'],
};

/** The reference of the attempt that was tried last, or null. */
async function actAsCustomer(stage: Stage, intent: Intent, initiated: Initiated): Promise<string | null> {
  if (intent.customer === 'LEAVES') return null;
  const customer = { caller: stage.caller, publicUrl: stage.world.publicUrl, isOver: stage.isOver };
  const prepare = async (reference: string): Promise<void> => {
    if (intent.notificationFault) await plantFault(stage, { kind: intent.notificationFault, reference });
  };
  const visit = visits[intent.customer];
  const reference = await pressAtBank(customer, { intent, initiated, visit }, prepare);
  if (intent.customer !== 'REFUSED_THEN_PAYS') return reference;
  // The old system's page is opened once more: where the refusal is known, a new attempt is there.
  const again = await askOnce(stage, intent);
  if (again?.redirect == null) return reference;
  return pressAtBank(customer, { intent, initiated: again, visit: visits.PAYS }, async () => undefined);
}

async function plantFault({ caller, world }: Stage, fault: Readonly<Record<string, unknown>>): Promise<void> {
  await caller
    .once({
      url: `${world.simulatorsUrl}/faults`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...fault, delayMs: 700 }),
    })
    .catch(() => null);
}

const polls = 9;
/** A caller that waits for a bank looks again soon: the gateway itself is there. */
const lookAgainMs = 700;
/** From then on the people of the shop have the bank asked. */
const refreshFrom = 5;

/** Whether the payment stands where its operations make sense. */
async function isReady({ caller, doors, log, isOver }: Stage, intent: Intent, payment: string): Promise<boolean> {
  const isHosted = intent.flow === 'PAYBOX' || intent.flow === 'LABANQUEPOSTALE';
  if (!isHosted || intent.customer === 'LEAVES') return true;
  for (let poll = 0; poll < polls && !isOver(); poll++) {
    const asked = poll < refreshFrom ? doors.standing(intent, payment) : doors.refresh(intent, payment);
    const answer = await caller.untilAnswered(asked);
    const status = answer && (poll < refreshFrom ? readStanding(answer.body) : statusOf(answer.body));
    if (status) log.write({ what: 'SEEN', intent: intent.number, payment, status });
    if (status === 'PAID' || status === 'AUTHORIZED') return true;
    if (status && status !== 'REQUIRES_ACTION') return false;
    await pause(pauseAfter(poll, lookAgainMs));
  }
  return false;
}

function statusOf(body: string): string | null {
  const reading = readOperation(body);
  return reading.kind === 'FOUND' ? reading.found.status : null;
}

/** With the same key until it is decided; what stays open is asked again when the bank was asked in its turn. */
export async function operate(stage: Stage, what: Unfinished, most: number): Promise<void> {
  const { caller, doors, log, unfinished, isOver } = stage;
  const { intent, payment, operation, step } = what;
  const { kind, amountCents } = operation;
  const asked = doors.operate(intent, payment, operation, `key-${intent.number}-${step}`);
  const common = { what: 'OPERATED', intent: intent.number, step, payment, kind, cents: amountCents } as const;
  for (let tries = 0; tries < most && !isOver(); tries++) {
    const answer = await caller.untilAnswered(asked);
    const reading = answer ? readOperation(answer.body) : null;
    if (reading?.kind === 'FOUND') {
      log.write({ ...common, operation: reading.found.operation, status: reading.found.outcome });
      return;
    }
    if (reading?.kind === 'REFUSED') {
      if (reading.code === 'OPERATION_NOT_POSSIBLE') {
        log.write({ ...common, operation: null, status: 'NOT_POSSIBLE' });
        return;
      }
      if (reading.code === 'OUTCOME_UNKNOWN') break;
      if (reading.code !== 'OPERATION_IN_PROGRESS' && reading.code !== 'PROVIDER_UNAVAILABLE') {
        log.write({ what: 'REFUSED', intent: intent.number, request: kind, answer: reading.text });
        return;
      }
    }
    await pause(pauseAfter(tries, lookAgainMs));
  }
  unfinished.push(what);
}
