import { describe, expect, it } from 'vitest';
import type { Societe } from '../../src/kernel/merchant.ts';
import { directDebitCounters } from '../../src/modules/direct-debits/counters.ts';
import { skipBankNumbers, skippedNumbers } from '../../src/modules/payments/inquiry/skip-bank-numbers.ts';
import type { LabanquepostaleAccount } from '../../src/providers/labanquepostale/account.ts';
import { createOperations, createProviders } from '../../src/providers/registry.ts';
import { firstDay, openCompany } from '../support/direct-debits/company.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForEach } from '../support/open-for.ts';
import { openTestStore } from '../support/store/examples.ts';

describe.each(drawnDatabases())("the banks' counters ($name)", (database) => {
  const opened = openForEach(() => openTestStore(database));

  const clock = (): number => Date.UTC(2026, 10, 25, 8, 30);
  const shop = { siteId: '12345678' } as LabanquepostaleAccount;
  const site = { site: '1999888' };
  const societe = { id: '1', name: 'One', fallbackPayer: null, accounts: { LABANQUEPOSTALE: { TEST: shop } } };
  const other = { ...societe, id: '2', accounts: { PAYBOX: { LIVE: site } } };
  const skip = () =>
    skipBankNumbers(
      {
        store: opened.store,
        clock,
        societes: new Map([societe, other].map((one) => [one.id, one as Societe])),
        providers: createProviders(),
        operations: createOperations(),
      },
      [],
    );
  const next = (counter: string) => opened.store.transact((transaction) => transaction.nextSequence(counter));

  it('of today and yesterday go on well ahead, those that nothing was counted in, too', async () => {
    const [today, yesterday] = ['labanquepostale:12345678:20261125', 'labanquepostale:12345678:20261124'];
    for (let used = 0; used < 3; used++) await next(today);
    expect(await skip()).toBe(4);
    expect(await next(today)).toBe(skippedNumbers + 4);
    expect(await next(yesterday)).toBe(skippedNumbers + 1);
    expect(await next('paybox-direct:1999888:25112026')).toBe(skippedNumbers + 1);
  });

  it('never go past their limit', async () => {
    const counter = 'labanquepostale:12345678:20261125';
    await opened.store.transact((transaction) => transaction.skipSequence(counter, 899_900));
    for (let restores = 0; restores < 4; restores++) await skip();
    const number = await next(counter);
    expect(number).toBeGreaterThan(899_980);
    expect(number).toBeLessThan(900_000);
  });

  it("of mandates and of the bank's files go on well ahead, those that nothing was counted in, too", async () => {
    const company = await openCompany(database, { rumPrefix: 'RUM' });
    const { services } = company;
    for (const skips of [1, 2]) {
      await skipBankNumbers(services, directDebitCounters(services.societes));
      const { rum, idClient } = await company.mandate();
      await company.debit(idClient);
      company.on('2026-12-03');
      const { batches } = await company.batch('2026-12-10');
      company.on(firstDay);
      const numbers = [rum, batches[0]?.messageId].map((name) => Number(name?.split('-').at(-1)));
      for (const number of numbers) expect(number).toBeGreaterThan(skips * skippedNumbers);
    }
    await company.close();
  });
});
