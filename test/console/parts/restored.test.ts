import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { confirmCompared, recordRestore } from '../../../src/modules/workload/restores.ts';
import { paidAtBank } from '../../support/at-bank.ts';
import { db } from '../../support/cli/restore-drill.ts';
import { openConsole, twoLooks } from '../../support/console/open-console.ts';
import { consoleOperations } from '../../support/console/operations.ts';
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
    prepare: 'Préparer une remise',
    payments: 'Paiements',
  },
  en: {
    note: 'Database restored',
    item: 'restore of the database to compare',
    well: 'All is well',
    refund: 'Refund',
    cancel: 'Cancel the payment',
    prepare: 'Prepare a batch',
    payments: 'Payments',
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
    older = await paid();
    await recordRestore({ store: gateway.store, clock: gateway.now }, gateway.now() - 86_400_000);
    // A batch that is younger may repeat what a file holds that is missing here.
    const { batches } = await batched(gateway);
    expect(batches).toHaveLength(1);
    [batch, younger] = [batches[0]?.id ?? '', await paid()];
  });

  it.each(twoLooks)('warns on the overview and beside what may be done twice, %o', async (looks) => {
    const { note, item, well, refund, cancel, prepare } = said[looks.language];
    const { page, go, axe, fits, complaints } = await opened.at('/', ['direct'], looks);
    const warning = page.locator('main, [role=dialog]').getByText(note);
    await page.getByRole('listitem').filter({ hasText: 'db confirm-compared --yes' }).getByText(item).waitFor();
    expect(await page.getByText(well).count()).toBe(0);
    for (const path of ['/approvals', '/debits', `/debits/${batch}`]) {
      await go(path);
      await warning.first().waitFor();
      expect([path, await axe(), await fits()]).toEqual([path, [], true]);
    }
    for (const [path, name] of [
      ['/debits', prepare],
      [`/payments/${older}`, refund],
      [`/payments/${older}`, cancel],
    ] as const) {
      await go(path);
      await page.getByRole('button', { name, exact: true }).first().click();
      await page.getByRole('dialog').getByText(note).waitFor();
      expect(await axe('[role=dialog]')).toEqual([]);
    }
    await go(`/payments/${younger}`);
    await page.getByRole('button', { name: refund, exact: true }).click();
    await page.getByRole('dialog').waitFor();
    expect(await warning.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  const openRefund = async (page: Page): Promise<Locator> => {
    await page.getByRole('button', { name: said.fr.refund, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[name=amount]').waitFor();
    return dialog;
  };
  /** Each time with a moment of its own. It ends the sessions. */
  const skip = async (): Promise<void> => {
    const { databaseUrl, now } = opened.gateway;
    expect(await db(databaseUrl, ['skip-bank-numbers'], {}, now)).toMatchObject({ code: 0 });
  };

  it('sends nothing after a sign-in that was typed before the restore, and warns there', async () => {
    const { page, signIn } = await opened.at(`/payments/${younger}`, ['direct']);
    const dialog = await openRefund(page);
    await skip();
    await dialog.locator('button[type=submit]').click();
    await page.getByRole('alertdialog').waitFor();
    await signIn();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await (await openRefund(page)).getByText(said.fr.note).waitFor();
    expect(await opened.gateway.store.operationsOf(younger)).toEqual([]);
  });

  it('sends nothing either where the restore was compared before the sign-in', async () => {
    const { page, signIn } = await opened.at(`/payments/${younger}`, ['direct']);
    const dialog = await openRefund(page);
    await skip();
    await dialog.locator('button[type=submit]').click();
    await page.getByRole('alertdialog').waitFor();
    await confirmCompared({ store: opened.gateway.store, clock: opened.gateway.now });
    await signIn();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await openRefund(page);
    expect(await opened.gateway.store.operationsOf(younger)).toEqual([]);
  });

  it('does not load a page again where gateways differ about who sees the restore', async () => {
    const { page } = await opened.at('/payments', ['direct']);
    const windows = [page, await page.context().newPage()];
    let [loads, isShown] = [0, true];
    for (const window of windows) {
      await window.route('**/console/graphql', async (route, request) => {
        if (!request.postData()?.includes(consoleOperations.Me)) return route.continue();
        const response = await route.fetch();
        const body: { data: { restoreToCompare: unknown } } = await response.json();
        isShown = !isShown;
        const restoreToCompare = isShown ? { restoredAt: '2026-11-30T10:00:00.000Z', knownUntil: null } : null;
        return route.fulfill({ response, json: { data: { ...body.data, restoreToCompare } } });
      });
      window.on('load', () => {
        loads++;
      });
    }
    await windows[1]?.goto(page.url());
    await windows[1]?.getByRole('main').getByRole('table').waitFor();
    await page.waitForTimeout(2000);
    expect(loads).toBe(1);
  });

  it('warns in a window as well whose sign-in was in another one', async () => {
    const { page, signIn } = await opened.at(`/payments/${younger}`, ['direct']);
    const dialog = await openRefund(page);
    await skip();
    const other = await page.context().newPage();
    await signIn();
    await other.goto(page.url());
    // At once, and not when it asks for changes the next time.
    await dialog.waitFor({ state: 'detached', timeout: 10_000 });
    await (await openRefund(page)).getByText(said.fr.note).waitFor();
  });

  it('says nothing to those who can do nothing twice, nor to anyone once it was compared', async () => {
    const { page } = await opened.at('/', ['lecture']);
    await page.getByText(said.fr.well).waitFor();
    const { databaseUrl, now } = opened.gateway;
    expect(await db(databaseUrl, ['confirm-compared', '--yes'], {}, now)).toMatchObject({ code: 0 });
    const after = await opened.at('/', ['tresorerie']);
    await after.page.getByRole('main').getByRole('list').first().waitFor();
    expect(await after.page.getByText(said.fr.item).count()).toBe(0);
  });

  it('warns no more in a window that signs in again once it was compared', async () => {
    await skip();
    const { page, signIn, signOut } = await opened.at('/debits', ['direct']);
    const warning = page.getByRole('main').getByText(said.fr.note);
    await warning.waitFor();
    await confirmCompared({ store: opened.gateway.store, clock: opened.gateway.now });
    await signOut();
    await page.getByRole('navigation').getByText(said.fr.payments).first().click();
    await page.getByRole('alertdialog').waitFor();
    await signIn();
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await page.goBack();
    await page.getByRole('main').getByRole('table').waitFor();
    expect(await warning.count()).toBe(0);
  });
});
