import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { StoreUnavailableError } from '../kernel/store-unavailable.ts';
import type { Transacting } from '../kernel/transacting.ts';
import type { Connection } from './connection.ts';
import type { ProbeWrites } from './leases.ts';
import type { Store } from './store.ts';
import { asStoreError } from './store-faults.ts';

/** A load balancer gives a probe about two seconds. */
const patienceMs = 1_500;
/** Each process has a row of its own, so that one that hangs in a transaction holds up no other. */
const slots = 1_000;
/** About the size of a large unit of work: on a nearly full disk a single row may still fit. */
const fillerBytes = 64 * 1024;

type Writing<Transaction> = Transacting<Transaction> & Pick<Connection, 'insertTogether'>;

/**
 * `ping` writes a row: a database that only answers reads is not ready. While units of work fail for want of the
 * database, it writes as much as a large one, so that it reports ready only once they can succeed.
 */
export function createWriteProbe<Transaction extends ProbeWrites>({
  transact,
  insertTogether,
}: Writing<Transaction>): Writing<Transaction> & Pick<Store<unknown, Transaction>, 'ping'> {
  const slot = randomInt(slots);
  let isFailing = false;
  const watch = (error: unknown): never => {
    if (error instanceof StoreUnavailableError) isFailing = true;
    throw error;
  };
  return {
    transact: (work) => transact(work).catch(watch),
    insertTogether: (rows, isFresh) => insertTogether(rows, isFresh).catch(watch),
    ping: async () => {
      const filler = isFailing ? randomBytes(fillerBytes) : Buffer.alloc(0);
      await inTime(transact((transaction) => transaction.writeProbe({ slot, at: Date.now(), filler })));
      isFailing = false;
    },
  };
}

/** The wait for a connection, or for the writer's turn, counts as well. */
async function inTime(answer: Promise<unknown>): Promise<void> {
  const giveUp = new AbortController();
  const late = setTimeout(patienceMs, null, { signal: giveUp.signal }).then(() => {
    throw asStoreError(new Error('Query read timeout'));
  });
  try {
    await Promise.race([answer, late]);
  } finally {
    giveUp.abort();
  }
}
