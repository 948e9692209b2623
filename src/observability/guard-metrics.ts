import { Counter, type Registry } from 'prom-client';

/** Counts of what the gateway lets in or refuses. */

export function createForeignHostCount(registry: Registry): (outcome: 'refused' | 'served') => void {
  const foreign = new Counter({
    name: 'reglement_foreign_hosts_total',
    help: 'Requests for a host that is not accepted: refused, or served with reportOnly.',
    labelNames: ['outcome'],
    registers: [registry],
  });
  // From the start, so that the first one is a rise.
  for (const outcome of ['refused', 'served']) foreign.inc({ outcome }, 0);
  return (outcome) => foreign.inc({ outcome });
}

export type SignInOutcome = 'signed_in' | 'confirmed' | 'wrong' | 'blocked' | 'refused';

export function createSignInCount(registry: Registry): (outcome: SignInOutcome) => void {
  const signIns = new Counter({
    name: 'reglement_sign_ins_total',
    help: 'Tries of people to sign in to the console: signed_in, confirmed (a fresh proof), wrong (password or code), blocked (too many guesses) or refused.',
    labelNames: ['outcome'],
    registers: [registry],
  });
  for (const outcome of ['signed_in', 'confirmed', 'wrong', 'blocked', 'refused']) signIns.inc({ outcome }, 0);
  return (outcome) => signIns.inc({ outcome });
}
