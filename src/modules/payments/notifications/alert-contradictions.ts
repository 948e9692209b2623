import { untilFresh } from '../../../kernel/until-fresh.ts';
import type { EventEffect, FoundContradiction, Services, Transaction } from '../ports.ts';
import type { HostedTarget } from '../provider.ts';

/**
 * Runs a unit of work on what a bank says, until it is fresh. Alerts after the commit, once for each contradiction that
 * the work recorded. A repeated one is not recorded again.
 */
export async function alertingContradictions<Result>(
  services: Services,
  work: (services: Services, transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  let found: FoundContradiction[] = [];
  const note: EventEffect = ({ id: payment, paymentTarget }, { type, data }) => {
    if (type === 'CONTRADICTION') {
      found.push({ payment, target: paymentTarget as HostedTarget, reason: data.reason });
    }
    return null;
  };
  // Inherits from `services`, because some services are looked up anew on each access.
  const noting: Services = Object.create(services, { eventHandlers: { value: [...services.eventHandlers, note] } });
  const result = await untilFresh(() =>
    services.store.transact((transaction) => {
      found = [];
      return work(noting, transaction);
    }),
  );
  for (const contradiction of found) services.alertContradiction?.(contradiction);
  return result;
}
