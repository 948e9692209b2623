import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { recorded } from '../../support/accounting/books.ts';
import { openConsole } from '../../support/console/open-console.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import type { TestGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { operationsOn } from '../../support/payments/operations.ts';
import { initiated } from '../../support/requests.ts';
import { index, later } from '../../support/search/searching.ts';

const drawn = drawnDatabases();

/** A paid payment, of a customer that the directory knows. */
async function paidBy(gateway: TestGateway, idClient: string, lastName: string) {
  await gateway.store.transact((transaction) =>
    transaction.insertCustomer({
      ...{ idSociete: '1', idClient, details: { firstName: 'Zoé', lastName }, version: 1 },
      ...{ createdAt: 1, updatedAt: 1, updatedBy: 'command line' },
    }),
  );
  const { paid, night } = operationsOn(gateway);
  const { payment } = await paid('PAYBOX', { idClient, amount: '4200' });
  await night();
  await index(gateway.store, later);
  return payment;
}

describe.each(drawn)('the name of a customer, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open }));

  it('stands in the list, the search, the head of the payment and the dialog of a refund', async () => {
    const { reference } = await paidBy(opened.gateway, '8101', 'Lefèvre');
    const { page, axe, complaints } = await opened.at('/payments?idClient=8101', ['comptabilite']);
    await page.locator('tbody tr', { hasText: reference }).getByText('Zoé Lefèvre 8101').waitFor();
    await page.keyboard.press('/');
    await page.waitForSelector('[role=dialog] input');
    await page.keyboard.type(reference);
    await page.locator('[role=option]', { hasText: reference }).getByText('Zoé Lefèvre · client 8101').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('main header', { hasText: reference }).getByRole('link', { name: 'Zoé Lefèvre 8101' }).waitFor();
    await page.click('main button:has-text("Rembourser")');
    await page.getByRole('dialog').getByText('Zoé Lefèvre 8101').waitFor();
    expect(await axe()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.click('main header a:has-text("Zoé Lefèvre")');
    await page.waitForURL('**/customers/1/8101**');
    expect(complaints).toEqual([]);
  });

  it('stands in the export with names, after a fresh proof', async () => {
    await paidBy(opened.gateway, '8102', 'Canari');
    const { page, axe } = await opened.at('/payments?idClient=8102', ['comptabilite']);
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('text=Exporter avec les noms')]);
    expect(await readFile(await file.path(), 'utf8')).toContain(';Zoé Canari\r\n');
    opened.gateway.advance(6 * 60_000);
    await page.click('text=Exporter avec les noms');
    await page.waitForSelector('[role=dialog] >> text=Confirmez que c’est vous');
    expect(await axe()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForSelector('[role=dialog]', { state: 'detached' });
  });

  it('takes another line where it is long, and cuts no column off', async () => {
    const { gateway } = opened;
    const { id } = await paidBy(gateway, '8104', 'Boulangerie de l’Œillet Blanc');
    await operationsOn(gateway).refund({ id, amount: 100 });
    await initiated(gateway, { ...recorded, idClient: '8104' });
    const { page } = await opened.at('/payments?idClient=8104', ['comptabilite'], { width: 1280 });
    await page.locator('tbody tr', { hasText: 'Remboursé en partie' }).getByText('Œillet').waitFor();
    const [wide, around] = await page
      .locator('main table')
      .evaluate((table) => [table.scrollWidth, table.parentElement?.clientWidth]);
    expect(wide).toBe(around);
  });

  it('is not shown to those who may not see the directory', async () => {
    const { id, reference } = await paidBy(opened.gateway, '8103', 'Martin');
    const { page, go } = await opened.at('/payments?idClient=8103', ['lecture']);
    await page.locator('tbody tr', { hasText: reference }).getByText('8103', { exact: true }).waitFor();
    expect(await page.locator('text=Exporter avec les noms').count()).toBe(0);
    await go(`/payments/${id}`);
    await page.locator('main header').getByRole('link', { name: '8103', exact: true }).waitFor();
    expect(await page.locator('text=Martin').count()).toBe(0);
  });
});
