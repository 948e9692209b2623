import { addDays, parisDateOf } from '../../src/kernel/sepa/target-calendar.ts';
import { done } from '../done.ts';
import { OpenExceptionsDocument, type OpenExceptionsQuery, ResolveExceptionDocument } from '../generated/graphql.ts';
import type { Demo } from './demo-world.ts';

/** Accounting looks at what the statements leave open, some days later. */

const reasons = {
  ...{ UNMATCHED_CREDIT: 'Pas une vente : transmis à la trésorerie', UNDERPAID: 'Acompte rendu au client' },
  ...{ OVERPAID: 'Trop-perçu porté au crédit du client', SURPLUS: 'Deuxième virement remboursé depuis la banque' },
  ...{ LATE: 'Commande confirmée avec le client' },
} as const;

const hasReason = (kind: string): kind is keyof typeof reasons => kind in reasons;

type Found = OpenExceptionsQuery['bankExceptions']['edges'][number]['node'];

/** Those that are older than three days; the last three weeks are left for the reader of the demo. */
export async function clearExceptions(demo: Demo): Promise<void> {
  const { gateway, staff, lastDay, today } = demo;
  const until = [addDays(today(), -3), addDays(lastDay, -21)].toSorted()[0] ?? '';
  for (const { id, kind, openedAt, payment, suggestions } of await openExceptions(demo)) {
    if (parisDateOf(new Date(openedAt).getTime()) > until || !hasReason(kind)) continue;
    // While the payment waits, its rest can still come. Once it has ended, what came goes back.
    if (kind === 'UNDERPAID' && payment?.status === 'REQUIRES_ACTION') continue;
    const awaited = suggestions.find(({ status }) => status === 'REQUIRES_ACTION');
    const decision =
      kind === 'UNMATCHED_CREDIT' && awaited
        ? ({ resolution: 'ASSIGNED', payment: awaited.id, reason: 'Montant et client concordent' } as const)
        : ({ resolution: 'HANDLED', reason: reasons[kind] } as const);
    const resolved = await gateway.execute(
      ResolveExceptionDocument,
      { input: { id, ...decision } },
      staff.as('comptabilite'),
    );
    done(resolved.resolveBankException, 'ResolveBankExceptionSuccess');
    gateway.clock.wait(90_000);
  }
}

async function openExceptions({ gateway, staff }: Demo): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (let after: string | null = null; ; ) {
    const page: OpenExceptionsQuery = await gateway.execute(
      OpenExceptionsDocument,
      { first: 100, after },
      staff.as('comptabilite'),
    );
    found.push(...page.bankExceptions.edges.map(({ node }) => node));
    if (!page.bankExceptions.pageInfo.hasNextPage) return found;
    after = page.bankExceptions.pageInfo.endCursor ?? null;
  }
}
