import { parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import { untilFresh } from '../../../kernel/until-fresh.ts';
import { walkItems } from '../../../kernel/walk-pages.ts';
import { unlessFails } from '../../../workers/unless-fails.ts';
import type { Rounds } from '../../payments/inquiry/process-due-items.ts';
import type { Services } from '../ports.ts';
import { changeMandateStatus } from './change-mandate.ts';
import { hasLapsedBy } from './mandate.ts';
import type { Lapse } from './mandate-store.ts';

const mandatesPerRead = 100;

/** Ends the mandates without a debit for 36 months. Repeating it changes nothing. */
export async function expireMandates(
  services: Pick<Services, 'store' | 'clock' | 'identifiers'>,
  { keepsLease, failed }: Rounds,
): Promise<void> {
  const today = parisDateOf(services.clock());
  const read = (behind: Lapse, limit: number) => services.store.mandatesLapsedBy(today, behind, limit);
  for await (const { id } of walkItems(mandatesPerRead, { lapsesOn: '', id: '' }, read, (lapse) => lapse)) {
    if (!(await keepsLease())) return;
    await unlessFails(id, failed, () =>
      untilFresh(() =>
        services.store.transact(async (transaction) => {
          const mandate = await transaction.mandateById(id);
          // It was used in the meantime, or ended.
          if (!mandate || !hasLapsedBy(mandate, today)) return;
          const data = { cause: 'CLOCK' } as const;
          await changeMandateStatus(services, transaction, mandate, { to: 'EXPIRED', by: 'clock', data });
        }),
      ),
    );
  }
}
