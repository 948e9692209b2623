import { Counter, type Registry } from 'prom-client';
import type { StreamRefusal } from '../pages/stream-shares.ts';

/** Counts of what the gateway lets in or refuses, each by one label of a closed set. */

export function createCount<Value extends string>(
  registry: Registry,
  label: string,
  values: readonly Value[],
  texts: { readonly name: string; readonly help: string },
): (value: Value) => void {
  const counter = new Counter({ ...texts, labelNames: [label], registers: [registry] });
  // From the start, so that the first one is a rise.
  for (const value of values) counter.inc({ [label]: value }, 0);
  return (value) => counter.inc({ [label]: value });
}

export const createForeignHostCount = (registry: Registry) =>
  createCount(registry, 'outcome', ['refused', 'served'], {
    name: 'reglement_foreign_hosts_total',
    help: 'Requests for a host that is not accepted: refused, or served with reportOnly.',
  });

export type SignInOutcome = 'signed_in' | 'confirmed' | 'wrong' | 'blocked' | 'refused';

export const createSignInCount = (registry: Registry) =>
  createCount<SignInOutcome>(registry, 'outcome', ['signed_in', 'confirmed', 'wrong', 'blocked', 'refused'], {
    name: 'reglement_sign_ins_total',
    help: 'Tries of people to sign in to the console: signed_in, confirmed (a fresh proof), wrong (password or code), blocked (too many guesses) or refused.',
  });

export const createRefusedStreamCount = (registry: Registry) =>
  createCount<StreamRefusal>(registry, 'reason', ['link', 'address', 'client', 'total'], {
    name: 'reglement_streams_refused_total',
    help: 'Refused streams of customer pages, by the share that is used up: link, address, client or total.',
  });
