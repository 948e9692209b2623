import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../src/kernel/caller.ts';
import { readSuspense } from '../../../src/modules/accounting/list-suspense.ts';
import { reverseJournalEntry } from '../../../src/modules/accounting/reverse-journal-entry.ts';
import { resolveBankException } from '../../../src/modules/bank-statements/exceptions/resolve-bank-exception.ts';
import { balancesOf } from '../../support/accounting/balances.ts';
import { openImporting } from '../../support/bank-statements/importing.ts';
import { credit } from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

describe.each(drawnDatabases())('the list of what is in suspense ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  it('is summed up as its account says where it is too much to list', async () => {
    const sums = Array.from({ length: 203 }, (_, index) => index + 1);
    await on.statement(sums.map((sum) => credit(`${sum}.00`, {}, { bankReference: `B${sum}` })));
    const read = async () => {
      const { money, ...rest } = await readSuspense(on.services, anonymous, { idSociete: '1', runMode: 'TEST' });
      return [money.length, rest, (await balancesOf(on))['471000']];
    };
    expect(await read()).toEqual([200, { totalCents: 2_070_600, others: 3 }, -2_070_600]);
    for (const sum of [203, 202]) {
      const found = (await on.open()).find(({ amountCents }) => amountCents === sum * 100);
      const payment = await on.transfer({ amountCents: sum * 100 });
      const asked = { id: found?.id, resolution: 'ASSIGNED', payment: payment.id, reason: 'vu avec le client' };
      await resolveBankException(on.services, anonymous, asked);
    }
    expect(await read()).toEqual([200, { totalCents: 2_030_100, others: 1 }, -2_030_100]);
    const [placed] = await on.store.journalEntries({ idSociete: '1', runMode: 'TEST', limit: 1, beforeId: null });
    await reverseJournalEntry(on.services as never, anonymous, { id: placed?.id, reason: 'reprise' });
    expect(await read()).toEqual([200, { totalCents: 2_050_300, others: 2 }, -2_050_300]);
  });
});
