import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { actionTexts } from '../../../console/src/pages/payment/action-texts.ts';
import { texts as paymentTexts } from '../../../console/src/pages/payment/texts.ts';
import { proofTexts } from '../../../console/src/parts/proof/texts.ts';
import { consoleTexts } from '../../../src/console/texts.ts';
import { Secret } from '../../../src/kernel/merchant.ts';
import { openConsole, settings } from '../../support/console/open-console.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { operationsOn } from '../../support/payments/operations.ts';
import { clientId, clientSecret, startProvider } from '../../support/people/provider.ts';

const drawn = drawnDatabases();

/** A person of the company's provider proves itself again there, in a window of its own, while the dialog waits. */

const hourMs = 3_600_000;

describe.each(drawn)('a fresh proof at the provider within a refund, on $name', ({ open }) => {
  const provider = openForGroup(() => startProvider('localhost'));
  const opened = openForGroup(async () => {
    const client = { issuer: provider.issuer, clientId, clientSecret: new Secret(clientSecret) };
    const oidc = { ...client, rolesClaim: 'roles' };
    const started = await openConsole({ open, config: { console: { ...settings, oidc } } });
    provider.allow(started.gateway.url);
    return started;
  });

  let count = 0;
  /** Signed in at the provider an hour ago, with a dialog open in which an amount is typed. */
  const openRefund = async (): Promise<{
    readonly page: Page;
    readonly id: string;
    readonly sent: readonly string[];
  }> => {
    const { paid, night } = operationsOn(opened.gateway);
    const { id } = (await paid('PAYBOX', { amount: '12500' })).payment;
    await night();
    provider.account.id = `u-${count++}`;
    provider.account.claims = { name: 'Camille Exemple', roles: ['comptabilite'] };
    provider.account.signedInAt = Date.now() - hourMs;
    const { page } = await opened.visitor();
    const sent: string[] = [];
    page.on('request', (request) => {
      const body = request.postData() ?? '';
      if (body.includes('"amount":2550')) sent.push(body);
    });
    await page.goto(`${opened.gateway.url}/console/sign-in`);
    await page.getByRole('link', { name: consoleTexts.fr.withProvider }).click();
    await page.locator('#content h1').waitFor();
    await page.goto(`${opened.gateway.url}/console/payments/${id}`);
    await page.getByRole('main').getByRole('button', { name: paymentTexts.fr.actions.REFUND, exact: true }).click();
    await page.fill('[role=dialog] input[name=amount]', '25,50');
    await page.keyboard.press('Enter');
    await page.getByText(proofTexts.fr.title).waitFor();
    return { page, id, sent };
  };
  const prove = async (page: Page): Promise<Page> => {
    const opening = page.context().waitForEvent('page');
    await page.getByRole('button', { name: proofTexts.fr.byProvider }).click();
    return opening;
  };

  it('comes back to the dialog by itself, and what was typed goes out once', async () => {
    const { page, id, sent } = await openRefund();
    provider.account.signedInAt = 0;
    const window = await prove(page);
    await window.waitForEvent('close');
    await page.getByText(actionTexts.fr.refunded.DONE ?? '').waitFor();
    await page.getByText('25,50 € sur 125,00 €').waitFor();
    expect(sent.length).toBe(1);
    const operations = await opened.gateway.store.operationsOf(id);
    expect(operations.map(({ status, amountCents }) => [status, amountCents])).toEqual([['DONE', 2550]]);
  });

  it('says in its window why a proof is not taken, and the dialog waits for another one', async () => {
    const { page, id, sent } = await openRefund();
    // The provider does not ask the person again.
    const window = await prove(page);
    await window.getByRole('alert').waitFor();
    await page.getByText(proofTexts.fr.away).waitFor();
    expect(await page.inputValue('[role=dialog] input[name=amount]')).toBe('25,50');
    expect([sent, await opened.gateway.store.operationsOf(id)]).toEqual([[], []]);
    await window.close();
    provider.account.signedInAt = 0;
    await (await prove(page)).waitForEvent('close');
    await page.getByText(actionTexts.fr.refunded.DONE ?? '').waitFor();
    expect(sent.length).toBe(1);
  });
});
