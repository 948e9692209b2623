import { randomInt } from 'node:crypto';

/** Of every sample of this run. `SEED=` before the command repeats one; the processes of the tests inherit it. */
export function seedOfRun(): number {
  const { SEED = '' } = process.env;
  const seed = SEED === '' ? randomInt(1, 1_000_000_000) : Number(SEED);
  if (!Number.isSafeInteger(seed)) throw new Error('SEED has to be a whole number.');
  process.env.SEED = String(seed);
  return seed;
}
