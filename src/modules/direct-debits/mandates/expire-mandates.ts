import { parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import { untilFresh } from '../../../kernel/until-fresh.ts';
import type { Services } from '../ports.ts';
import { changeMandateStatus } from './change-mandate.ts';
import { hasLapsedBy } from './mandate.ts';

const mandatesPerRead = 100;

/** Ends the mandates without a debit for 36 months. Repeating it changes nothing. */
export async function expireMandates(
  services: Pick<Services, 'store' | 'clock' | 'identifiers'>,
  keepsLease: () => Promise<boolean>,
): Promise<void> {
  const today = parisDateOf(services.clock());
  for (;;) {
    const lapsed = await services.store.mandatesLapsedBy(today, mandatesPerRead);
    for (const { id } of lapsed) {
      if (!(await keepsLease())) return;
      await untilFresh(() =>
        services.store.transact(async (transaction) => {
          const mandate = await transaction.mandateById(id);
          // It was used in the meantime, or ended.
          if (!mandate || !hasLapsedBy(mandate, today)) return;
          await changeMandateStatus(services, transaction, mandate, {
            to: 'EXPIRED',
            by: 'clock',
            data: { cause: 'CLOCK' },
          });
        }),
      );
    }
    if (lapsed.length < mandatesPerRead) return;
  }
}
