import { describe, expect, it } from 'vitest';
import { createBooks } from '../../../../src/app/event-handlers.ts';
import { rulesOf } from '../../../../src/kernel/merchant.ts';
import { checkJournal } from '../../../../src/modules/accounting/check-journal.ts';
import { balancesOf } from '../../../support/accounting/balances.ts';
import { writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { openCompany } from '../../../support/direct-debits/company.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** A person left the payments of an entry in suspense, and the bank names them with its charge on another one. */
describe.each(drawnDatabases())('the charge on debits of a cancelled batch ($name)', (database) => {
  const company = openForEach(() => openCompany(database));

  it('stays with the payment that had it in the first file', async () => {
    const payments = [await company.newDebit(), await company.newDebit()];
    const made = await company.batch('2026-12-09');
    const sent = await Promise.all(payments.map(company.presentation));
    await company.cancel(made);
    const read = (id: string, details: readonly object[]) =>
      company.read(
        writtenStatement({
          id,
          entries: [
            {
              ...{ amount: '24.50', code: ['IDDT', 'ESDD'], bankReference: 'B1' },
              details: details.map((detail) => ({ amount: '12.50', ...detail })),
            },
          ],
        }),
      );
    const decide = async (decisionOf: (paymentId: string | null) => object) => {
      for (const { id, paymentId } of await company.open()) await company.decide({ id, ...decisionOf(paymentId) });
    };
    await read('S1', [{ charges: '0.50', texts: ['PRLV'] }, { texts: ['PRLV'] }]);
    await decide(() => ({ resolution: 'HANDLED' }));
    const [first, second] = sent.map(({ endToEndId }) => ({ endToEndId }));
    await read('S2', [{ ...first }, { ...second, charges: '0.50' }]);
    await decide((payment) => ({ resolution: 'ASSIGNED', payment }));
    expect(await Promise.all(payments.map(company.standing))).toEqual(['PAID 2 WITHDRAWN', 'PAID 2 WITHDRAWN']);
    expect(await balancesOf(company)).toEqual({ '411000': -2500, '512100': 2450, '627800': 50 });
    const checking = {
      store: company.store,
      ...createBooks({ ...company.services, rulesOf: rulesOf(company.services) }),
    };
    const options = { books: { idSociete: '1', runMode: 'TEST' }, booksMissing: false } as const;
    expect((await checkJournal(checking, { ...options, onProgress: () => undefined })).problems).toEqual([]);
  });
});
