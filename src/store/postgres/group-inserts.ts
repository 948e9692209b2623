import { DatabaseError, type Pool } from 'pg';
import { StoreUnavailableError } from '../../kernel/store-unavailable.ts';
import { StaleVersionError } from '../../kernel/until-fresh.ts';
import type { Connection } from '../connection.ts';
import { type InsertedRows, type IsFresh, type NewRow, requireFresh } from '../new-rows.ts';
import { asStoreError } from '../store-faults.ts';
import { postgresConnection, type StoreLogger } from './connection.ts';
import { isAnswerLost, isConnectionFault, isSpoiltBy, untilConnected, untilSerialised } from './faults.ts';
import { insertUnits, patienceMs, shapeOf, uniqueViolation } from './insert-together.ts';
import type { Server } from './server.ts';

type Unit = {
  readonly rows: readonly NewRow[];
  readonly isFresh: IsFresh;
  readonly shape: string;
  /** By the monotonic clock. */
  readonly queuedAt: number;
  readonly resolve: (inserted: InsertedRows | PromiseLike<InsertedRows>) => void;
};

/** One is prepared while the server writes the other. */
const statementsAtOnce = 2;
const unitsPerStatement = 64;

export type GroupedOn = { readonly pool: Pool; readonly server: Server; readonly logger: StoreLogger | null };

/**
 * Inserts that meet share a statement, and so a trip to the server, a commit and a sync of its disk: a payment of
 * fifteen takes a third of the processor time of one that comes alone. One that comes alone does not wait. A unit that
 * takes the number of a counter, or has waited for too long, is written by itself.
 */
export function createGroupInserts(on: GroupedOn): Connection['insertTogether'] {
  const waiting: Unit[] = [];
  let running = 0;
  let isScheduled = false;
  let isLookedAt = false;
  const start = (): void => {
    isScheduled = false;
    while (running < statementsAtOnce && waiting.length > 0) {
      running++;
      void write(on, takeAlike(waiting)).then(() => {
        running--;
        schedule();
      });
    }
  };
  /** After what this turn of the event loop still brings. */
  const schedule = (): void => {
    if (isScheduled || waiting.length === 0) return;
    isScheduled = true;
    setImmediate(start);
  };
  const lookForOverdue = (): void => {
    if (isLookedAt || waiting.length === 0) return;
    isLookedAt = true;
    setTimeout(() => {
      isLookedAt = false;
      const since = performance.now() - patienceMs;
      const patient = waiting.findIndex(({ queuedAt }) => queuedAt > since);
      const overdue = waiting.splice(0, patient < 0 ? waiting.length : patient);
      for (const unit of overdue) unit.resolve(insertAlone(on, unit));
      lookForOverdue();
    }, patienceMs).unref();
  };
  return (rows, isFresh) => {
    const isGrouped = rows[0]?.form.grouping !== undefined && rows.every(({ numbering }) => numbering === null);
    if (!isGrouped) return insertAlone(on, { rows, isFresh });
    return new Promise((resolve) => {
      waiting.push({ rows, isFresh, shape: shapeOf(rows), queuedAt: performance.now(), resolve });
      schedule();
      lookForOverdue();
    });
  };
}

/** The first unit and those like it, in the order of what other gateways may write as well: else two could wait for each other. */
function takeAlike(waiting: Unit[]): readonly Unit[] {
  const shape = waiting[0]?.shape;
  const taken: Unit[] = [];
  const left: Unit[] = [];
  for (const unit of waiting.splice(0))
    (unit.shape === shape && taken.length < unitsPerStatement ? taken : left).push(unit);
  waiting.push(...left);
  const contested = new Map(taken.map((unit) => [unit, contestedOf(unit)]));
  return taken.toSorted((one, other) => compare(contested.get(one) ?? '', contested.get(other) ?? ''));
}

function contestedOf({ rows: [first] }: Unit): string {
  const place = first?.form.columns.indexOf(first.form.grouping?.contested ?? '');
  return String(first?.values[place ?? -1] ?? '');
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/**
 * Where one unit is refused, nothing was written: each is written by itself, and has its own end. So it is where the
 * connection broke; after a time-out, each ends as one that came alone.
 */
async function write(on: GroupedOn, units: readonly Unit[]): Promise<void> {
  const [first] = units;
  if (first && units.length === 1) {
    const inserting = insertAlone(on, first);
    first.resolve(inserting);
    await inserting.catch(() => undefined);
    return;
  }
  let mayBeWritten = false;
  let sent = units;
  const onLost = (): void => {
    mayBeWritten = true;
  };
  try {
    const inserted = await onClient({ ...on, onLost }, async ({ execute }) => {
      sent = units.filter(isStillFresh);
      return insertUnits(
        execute,
        sent.map(({ rows }) => rows),
      );
    });
    for (const [index, unit] of sent.entries()) unit.resolve(inserted[index] as InsertedRows);
  } catch (error) {
    if (error instanceof DatabaseError && error.code !== uniqueViolation)
      on.logger?.warn({ code: error.code, initiations: sent.length }, 'initiations are written one by one');
    // A server that said nothing for so long would not answer each of them either.
    const isOver = mayBeWritten && !isConnectionFault(error);
    const unknown = asStoreError(error, { isOutcomeUnknown: true });
    for (const unit of sent) unit.resolve(isOver ? Promise.reject(unknown) : insertAlone(on, unit, mayBeWritten));
  }
}

/** Ends those that are not. */
function isStillFresh({ isFresh, resolve }: Unit): boolean {
  try {
    requireFresh(isFresh);
    return true;
  } catch (error) {
    resolve(Promise.reject(error));
    return false;
  }
}

/**
 * One statement, which the server commits by itself. If its answer is lost the rows are inserted again: their ids are
 * unique, so that a first try that succeeded is found (`isRepeated`). Where they are not fresh any more, it stays unknown.
 */
async function insertAlone(
  on: GroupedOn,
  { rows, isFresh }: Pick<Unit, 'rows' | 'isFresh'>,
  wasTried = false,
): Promise<InsertedRows> {
  let mayBeWritten = wasTried;
  const onLost = (): void => {
    mayBeWritten = true;
  };
  const insertOnce = async (): Promise<InsertedRows> => {
    const isRepeated = mayBeWritten;
    const inserted = await onClient({ ...on, onLost }, ({ insertTogether }) => insertTogether(rows, isFresh));
    return { ...inserted, isRepeated };
  };
  return untilSerialised(() => untilConnected(insertOnce)).catch((error) => {
    // Rows that are drawn again would be another payment.
    if (mayBeWritten && error instanceof StaleVersionError)
      throw new StoreUnavailableError('TIMEOUT', { cause: error, isOutcomeUnknown: true });
    throw asStoreError(error, { isOutcomeUnknown: mayBeWritten });
  });
}

/** @param onLost called where the statement was sent and its answer is lost */
async function onClient<T>(
  { pool, server, onLost }: GroupedOn & { readonly onLost: () => void },
  run: (connection: Connection) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    const result = await run(postgresConnection(client));
    client.release();
    return result;
  } catch (error) {
    if (isAnswerLost(error)) onLost();
    client.release(isSpoiltBy(error, server));
    throw error;
  }
}
