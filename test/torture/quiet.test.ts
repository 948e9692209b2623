import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openStore } from '../../src/app/store.ts';
import { openPlainDatabase } from '../../torture/check/database.ts';
import { untilQuiet, workers } from '../../torture/settle-phase.ts';
import { openDatabase } from '../support/drawn-databases.ts';
import { openForEach } from '../support/open-for.ts';

const made = openForEach(openDatabase);
const store = openForEach(() => openStore(made));
const database = openForEach(() => openPlainDatabase(made.databaseUrl));

/** A worker at the beginning of a round. */
const comeRound = (name: string, now: number): Promise<boolean> =>
  store.transact((transaction) => transaction.claimLease({ name, holder: 'one', now, until: now + 30_000 }));

async function quietAfter(turns: (now: number, passages: number) => Promise<void>): Promise<number> {
  let [now, passages] = [1_800_000_000_000, 0];
  const letPass = (ms: number): void => {
    [now, passages] = [now + ms, passages + 1];
    // A gateway that shares its processor comes to it later.
    setTimeout(() => void turns(now, passages), 150);
  };
  await untilQuiet({ letPass, now: () => now, lookEveryMs: 20 }, database, () => false);
  return passages;
}

const all = async (now: number): Promise<void> => {
  for (const name of workers) await comeRound(name, now);
};

it('calls a system quiet only after rounds of every worker that changed nothing', async () => {
  let rounds = 0;
  const passages = await quietAfter(async (now) => {
    await all(now);
    rounds++;
  });
  expect(rounds).toBe(passages);
  expect(rounds).toBeGreaterThanOrEqual(2);
});

it('waits for the one worker that gets no turn', async () => {
  const [last = '', ...others] = workers;
  let rounds = 0;
  const passages = await quietAfter(async (now) => {
    for (const name of others) await comeRound(name, now);
    await pause(300);
    await comeRound(last, now);
    rounds++;
  });
  expect(rounds).toBe(passages);
});
