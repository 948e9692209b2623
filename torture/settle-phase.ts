import { setTimeout as pause } from 'node:timers/promises';
import { readBankBooks } from './check/bank.ts';
import { count, openPlainDatabase, type PlainDatabase, text } from './check/database.ts';
import { operate, type Stage } from './story.ts';

/**
 * After the storm: time goes on until every schedule has run out, callers repeat unanswered requests, and a person
 * decides what only a person can.
 */

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * How far time goes at each step. An operation in doubt is asked about for two days, a page is open for one, a transfer
 * is awaited for three days here, and banks hold an amount for a week.
 */
const stepsMs = [2, 16, 30]
  .map((minutes) => minutes * minuteMs)
  .concat([1, 2, 6, 12, 12, 24, 24, 60, 60].map((hours) => hours * hourMs));
/**
 * So far goes time until nothing changes any more: every worker here comes round within 15 seconds, and clocks differ by
 * six at most. Less than half of a lease of 30 seconds is left then, so each round that begins renews its lease.
 */
const roundMs = 22_000;
/** The workers that a run keeps busy. */
export const workers = ['resolver', 'webhooks', 'inbox', 'ledger', 'search', 'payment-lists', 'journal'];
const roundPatienceMs = 120_000;

export type Looking = {
  readonly letPass: (ms: number) => void;
  /** The time to which the clocks were moved. */
  readonly now: () => number;
  readonly lookEveryMs: number;
};

type IsOver = () => boolean | Promise<boolean>;

export type SettlePhase = Looking & {
  readonly stage: Stage;
  /** Ends the failures of the endpoint that receives webhooks. */
  readonly beCalm: () => void;
  readonly progress: (what: string) => void;
};

export async function settleRun(calm: SettlePhase): Promise<void> {
  const { stage } = calm;
  const database = await openPlainDatabase(stage.world.databaseUrl);
  try {
    for (const [index, stepMs] of stepsMs.entries()) {
      calm.progress(`time goes on, ${index + 1} of ${stepsMs.length} steps`);
      calm.letPass(stepMs);
      if (index === 0) {
        await meetFailures(stage, calm, database);
        calm.beCalm();
      }
      await untilQuiet(calm, database, stage.isOver);
      if (index === finishAfter) await finish(calm, database);
    }
    await finish(calm, database);
    await decide(stage, database);
    // What was asked for only now has its own schedule.
    for (const stepMs of stepsMs) {
      await untilQuiet(calm, database, stage.isOver);
      if (!(await isSomethingInDoubt(database))) break;
      calm.letPass(stepMs);
    }
    await decide(stage, database);
    await untilQuiet(calm, database, stage.isOver);
  } finally {
    await database.close();
  }
}

const enoughTries = 1_000;

/**
 * Most of the storm's webhooks are sent only after it: a gateway that was killed leaves its leases to run out. All of
 * them meet the failing endpoint, or the first thousand tries: one that hangs takes a few in a second.
 */
async function meetFailures({ isOver }: Stage, calm: Looking, database: PlainDatabase): Promise<void> {
  const before = await countTries(database);
  await untilQuiet(calm, database, async () => isOver() || (await countTries(database)) - before >= enoughTries);
}

async function countTries(database: PlainDatabase): Promise<number> {
  const sql = 'select coalesce(sum(attempts), 0) as it from webhook_deliveries';
  for await (const row of database.rows(sql)) return count(row, 'it');
  return 0;
}

/** When the answers that were lost have been asked for. */
const finishAfter = 7;

async function finish(calm: SettlePhase, database: PlainDatabase): Promise<void> {
  const { stage } = calm;
  const open = stage.unfinished.splice(0);
  await Promise.all(open.map((unfinished) => operate(stage, unfinished, 3)));
  await untilQuiet(calm, database, stage.isOver);
}

const looksAlike = 3;
const mostLooks = 3_000;

/**
 * Until several looks in a row show the same, with a round of every worker between them. Time stands still while
 * something changes: each jump ends the waits that are under way, queries of a busy database among them.
 */
export async function untilQuiet(looking: Looking, database: PlainDatabase, isOver: IsOver): Promise<void> {
  let before = '';
  let alike = 0;
  for (let looks = 0; alike < looksAlike && looks < mostLooks && !(await isOver()); looks++) {
    if (alike > 0) await letWorkersComeRound(looking, database, isOver);
    await pause(looking.lookEveryMs);
    const seen = await lookAt(database);
    alike = seen === before && !(await isWebhookUnderWay(database, looking.now())) ? alike + 1 : 0;
    before = seen;
  }
}

/**
 * A gateway on a busy machine may get no turn for a while: that nothing changes means nothing then. A worker that comes
 * round renews its lease.
 */
async function letWorkersComeRound(
  { letPass, lookEveryMs }: Looking,
  database: PlainDatabase,
  isOver: IsOver,
): Promise<void> {
  const before = await readLeases(database);
  letPass(roundMs);
  for (const since = performance.now(); !(await isOver()); ) {
    const leases = await readLeases(database);
    const late = workers.filter((name) => !leases.has(name) || leases.get(name) === before.get(name));
    if (late.length === 0) return;
    if (performance.now() - since > roundPatienceMs) throw new Error(`workers do not come round: ${late.join(', ')}`);
    await pause(lookEveryMs / 4);
  }
}

async function readLeases(database: PlainDatabase): Promise<ReadonlyMap<string, number>> {
  const leases = new Map<string, number>();
  for await (const row of database.rows('select name, expires_at from leases')) {
    leases.set(text(row, 'name'), count(row, 'expires_at'));
  }
  return leases;
}

async function isWebhookUnderWay(database: PlainDatabase, now: number): Promise<boolean> {
  const sql = `select count(*) as it from webhook_deliveries where status = 'WAITING' and claimed_until > ${now}`;
  for await (const row of database.rows(sql)) if (count(row, 'it') > 0) return true;
  return false;
}

async function lookAt(database: PlainDatabase): Promise<string> {
  const seen: string[] = [];
  const questions = [
    'select count(*) as it from payment_events',
    "select count(*) as it from webhook_deliveries where status = 'WAITING'",
    'select coalesce(sum(attempts), 0) as it from webhook_deliveries',
    'select coalesce(sum(asks), 0) as it from payment_operations where next_ask_at is not null',
    'select coalesce(sum(next_ask_at), 0) as it from lost_inquiries',
    "select count(*) as it from notifications where outcome = 'STORED'",
    'select count(*) as it from journal_entries where position is null',
    'select position as it from cursors order by name',
  ];
  for (const sql of questions) for await (const row of database.rows(sql)) seen.push(text(row, 'it'));
  return seen.join(' ');
}

async function isSomethingInDoubt(database: PlainDatabase): Promise<boolean> {
  const sql = `select count(*) as it from payment_operations where next_ask_at is not null`;
  for await (const row of database.rows(sql)) if (count(row, 'it') > 0) return true;
  return false;
}

/** A person in the back office looks at the bank's books, and gives the truth. */
async function decide(stage: Stage, database: PlainDatabase): Promise<void> {
  const { charges } = await readBankBooks(stage.world.simulators.dataFolder);
  const doubts: { id: string; reference: string; kind: string; amountCents: number; payment: string }[] = [];
  const inDoubt = `select o.id, o.kind, o.amount_cents, p.reference, p.id as payment from payment_operations o
    join payments p on p.id = o.payment_id where o.status = 'NEEDS_REVIEW'`;
  for await (const row of database.rows(inDoubt)) {
    const [id, reference, kind] = [text(row, 'id'), text(row, 'reference'), text(row, 'kind')];
    doubts.push({ id, reference, kind, amountCents: count(row, 'amount_cents'), payment: text(row, 'payment') });
  }
  for (const { id, reference, payment } of doubts) {
    let recorded = 0;
    const done = `select count(*) as it from payment_operations where status = 'DONE' and payment_id = '${payment}'`;
    for await (const row of database.rows(done)) recorded = count(row, 'it');
    const atBank = charges.get(reference)?.[0]?.operations.length ?? 0;
    await stage.caller.untilAnswered(stage.doors.settle(id, atBank > recorded ? 'DONE' : 'NOT_DONE'));
  }
  const reviewed: [id: string, reference: string][] = [];
  for await (const row of database.rows("select id, reference from payments where status = 'NEEDS_REVIEW'")) {
    reviewed.push([text(row, 'id'), text(row, 'reference')]);
  }
  for (const [id, reference] of reviewed) {
    const isPaid = charges.get(reference)?.some(({ standing }) => standing === 'TAKEN') ?? false;
    await stage.caller.untilAnswered(stage.doors.review(id, isPaid ? 'PAID' : 'CANCELLED'));
  }
}
