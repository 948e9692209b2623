import { dayMs } from '../../../kernel/durations.ts';
import type { MerchantAccounts } from '../../../kernel/merchant.ts';
import type { EffectiveRunMode } from '../../../kernel/vocabulary.ts';
import type { Services } from '../ports.ts';
import { accountOf, type HostedProviders, type HostedTarget, hostedTargets } from '../provider.ts';
import type { BankAccess } from './provider-inquiry.ts';

/** More than an account uses between a backup and the loss of the database, with room for a dozen restores in a day. */
export const skippedNumbers = 50_000;

type Counter = { readonly name: string; readonly first?: number; readonly limit: number };
type Numbering = Pick<Services, 'store' | 'clock' | 'societes' | 'providers'> & Pick<BankAccess, 'operations'>;

/** Of counters that count on for ever: all fits in the names that the numbers are part of. */
const farLimit = 1_000_000_000;

/**
 * A database that came back does not know which numbers the banks have seen since: each account's counters of today
 * and yesterday go on well ahead, within their limits. Answers how many counters were moved.
 * @param undated names of counters that do not begin again each day
 */
export async function skipBankNumbers(services: Numbering, undated: readonly string[]): Promise<number> {
  const now = services.clock();
  const dated = [now - dayMs, now].flatMap((at) => countersAt(services, at));
  const all = [...dated, ...undated.map((name) => ({ name, limit: farLimit }))];
  const limits = new Map(all.map((one) => [one.name, one]));
  for (const counter of limits.values()) await skip(services, counter);
  return limits.size;
}

/** Near its limit a counter skips half of the rest, so that payments still find numbers. */
async function skip({ store }: Pick<Services, 'store'>, { name, first, limit }: Counter): Promise<void> {
  await store.transact(async (transaction) => {
    const left = limit - 1 - (await transaction.nextSequence(name, first));
    const by = Math.min(skippedNumbers, Math.floor(left / 2));
    if (by > 0) await transaction.skipSequence(name, by);
  });
}

function countersAt(services: Numbering, at: number): readonly Counter[] {
  const runModes: readonly EffectiveRunMode[] = ['LIVE', 'TEST'];
  return [...services.societes.values()].flatMap((societe) =>
    runModes.flatMap((runMode) =>
      hostedTargets.flatMap((target) => countersOf(services, accountOf(societe, target, runMode), target, at)),
    ),
  );
}

function countersOf<Target extends HostedTarget>(
  { providers, operations }: { readonly providers: HostedProviders } & Pick<BankAccess, 'operations'>,
  account: MerchantAccounts[Target] | null,
  target: Target,
  at: number,
): readonly Counter[] {
  if (account === null) return [];
  const counters = [providers[target].sequenceCounter(account, at), operations[target].questionCounter(account, at)];
  return counters.filter((counter) => counter !== null);
}
