import { beforeAll, describe, expect, it } from 'vitest';
import { recordRestore } from '../../../src/modules/workload/restores.ts';
import { paidAtBank } from '../../support/at-bank.ts';
import { db } from '../../support/cli/restore-drill.ts';
import { openConsole, twoLooks } from '../../support/console/open-console.ts';
import { batched, debited } from '../../support/direct-debits/debit-requests.ts';
import { signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';

/** After a restore: what may be done twice, until a person has compared it with the banks. */

const said = {
  fr: {
    note: 'Base restaurée',
    item: 'restauration de la base, à comparer',
    well: 'Tout va bien',
    refund: 'Rembourser',
    cancel: 'Annuler le paiement',
  },
  en: {
    note: 'Database restored',
    item: 'restore of the database to compare',
    well: 'All is well',
    refund: 'Refund',
    cancel: 'Cancel the payment',
  },
} as const;

describe.each(drawnDatabases())('/console after a restore, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open }));
  let [older, younger, batch] = ['', '', ''];
  beforeAll(async () => {
    const { gateway } = opened;
    const paid = async () => (await paidAtBank(gateway, { paymentTarget: 'LABANQUEPOSTALE' })).payment.id;
    await signed(gateway, { idClient: 'RESTORED' });
    await debited(gateway, { idClient: 'RESTORED' });
    [batch, older] = [(await batched(gateway)).batches[0]?.id ?? '', await paid()];
    await recordRestore({ store: gateway.store, clock: gateway.now }, gateway.now() - 86_400_000);
    younger = await paid();
  });

  it.each(twoLooks)('warns on the overview and beside what may be done twice, %o', async (looks) => {
    const { note, item, well, refund, cancel } = said[looks.language];
    const { page, go, axe, fits, complaints } = await opened.at('/', ['direct'], looks);
    const warning = page.locator('main, [role=dialog]').getByText(note);
    await page.getByRole('listitem').filter({ hasText: 'db confirm-compared' }).getByText(item).waitFor();
    expect(await page.getByText(well).count()).toBe(0);
    for (const path of ['/approvals', '/debits', `/debits/${batch}`]) {
      await go(path);
      await warning.first().waitFor();
      expect([path, await axe(), await fits()]).toEqual([path, [], true]);
    }
    for (const name of [refund, cancel]) {
      await go(`/payments/${older}`);
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('dialog').getByText(note).waitFor();
      expect(await axe('[role=dialog]')).toEqual([]);
    }
    await go(`/payments/${younger}`);
    await page.getByRole('button', { name: refund, exact: true }).click();
    await page.getByRole('dialog').waitFor();
    expect(await warning.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('says nothing to those who can do nothing twice, nor to anyone once it was compared', async () => {
    const { page } = await opened.at('/', ['lecture']);
    await page.getByText(said.fr.well).waitFor();
    const { databaseUrl, now } = opened.gateway;
    expect(await db(databaseUrl, ['confirm-compared'], {}, now)).toMatchObject({ code: 0 });
    const after = await opened.at('/', ['tresorerie']);
    await after.page.getByRole('main').getByRole('list').first().waitFor();
    expect(await after.page.getByText(said.fr.item).count()).toBe(0);
  });
});
