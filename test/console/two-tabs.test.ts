import type { Page, Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { shellTexts } from '../../console/src/app/texts.ts';
import { actionTexts } from '../../console/src/pages/payment/action-texts.ts';
import { texts as paymentTexts } from '../../console/src/pages/payment/texts.ts';
import { commonTexts } from '../../console/src/texts/common.ts';
import { intercept } from '../support/browser.ts';
import { following } from '../support/console/following.ts';
import { learnsMeanwhile } from '../support/console/meanwhile.ts';
import { type ConsolePage, openConsole } from '../support/console/open-console.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { operationsOn } from '../support/payments/operations.ts';
import { initiated } from '../support/requests.ts';

/** The same person in two tabs of one browser. */

const { refunded, meanwhile } = actionTexts.fr;
const isStream = (request: Request): boolean => request.headers().accept?.includes('event-stream') === true;

describe.each(drawnDatabases())('two tabs of one person, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open }));

  const paidCard = async (amount = '3000'): Promise<string> => {
    const { paid, night } = operationsOn(opened.gateway);
    const { payment } = await paid('PAYBOX', { amount });
    await night();
    return payment.id;
  };
  /** Another tab at the same address. */
  const another = async ({ page }: ConsolePage): Promise<Page> => {
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.waitForSelector('main h1');
    return other;
  };
  const openRefund = async (page: Page): Promise<void> => {
    await page.getByRole('main').getByRole('button', { name: paymentTexts.fr.actions.REFUND, exact: true }).click();
    await page.locator('[role=dialog] input[name=amount]').waitFor();
  };

  it('that both refund make one refund, and the second learns it, and by whom', async () => {
    const id = await paidCard();
    const console = await opened.at(`/payments/${id}`, ['comptabilite']);
    const [first, second] = [console.page, await another(console)];
    for (const page of [first, second]) await openRefund(page);
    await first.keyboard.press('Enter');
    await first.getByText(refunded.DONE ?? '').waitFor();
    await learnsMeanwhile(second, meanwhile('Camille Exemple', '0,00\u00a0€'));
    const operations = await opened.gateway.store.operationsOf(id);
    expect(operations.map(({ kind, status, amountCents }) => [kind, status, amountCents])).toEqual([
      ['REFUND', 'DONE', 3000],
    ]);
  });

  it('that send at the same moment make one refund as well', async () => {
    const id = await paidCard();
    const console = await opened.at(`/payments/${id}`, ['comptabilite']);
    const tabs = [console.page, await another(console)];
    for (const page of tabs) await openRefund(page);
    await Promise.all(tabs.map((page) => page.keyboard.press('Enter')));
    const ends = tabs.map((page) =>
      Promise.any([
        page.getByText(refunded.DONE ?? '').waitFor(),
        page.getByRole('dialog').getByRole('alert').waitFor(),
        // The other one was faster than the key.
        page.getByText(meanwhile('Camille Exemple', '0,00\u00a0€')).waitFor(),
      ]),
    );
    await Promise.all(ends);
    const done = (await opened.gateway.store.operationsOf(id)).filter(({ status }) => status === 'DONE');
    expect(done.map(({ amountCents }) => amountCents)).toEqual([3000]);
  });

  it('share one stream of changes, which the other tab takes over when the first one closes', async () => {
    const console = await opened.signedIn(['lecture']);
    const streams: Page[] = [];
    console.page.context().on('request', (request) => {
      if (isStream(request)) streams.push(request.frame().page());
    });
    await console.go('/payments');
    await expect.poll(() => streams.length).toBe(1);
    const other = await another(console);
    const change = commonTexts.fr.changed(1);
    await initiated(opened.gateway);
    // Both learn of it, by the stream of the first.
    for (const page of [console.page, other]) await page.getByText(change).waitFor();
    expect(streams).toEqual([console.page]);
    await following(other, () => console.page.close());
    expect(streams).toEqual([console.page, other]);
    await initiated(opened.gateway);
    await other.getByText(commonTexts.fr.changed(2)).waitFor();
  });

  it('offer to read the list again where a change came between two streams, in each tab that stays', async () => {
    const console = await opened.at('/payments', ['lecture']);
    const [next, third] = [await another(console), await another(console)];
    const mayHaveChanged = commonTexts.fr.mayHaveChanged;
    for (const page of [next, third]) {
      // The stream that takes over waits: what changes until then is in no message of it.
      await intercept(page, '**/console/graphql', async (route) => {
        if (isStream(route.request())) await new Promise((resolve) => setTimeout(resolve, 3000));
        await route.continue();
      });
    }
    await console.page.close();
    const { payment } = await initiated(opened.gateway);
    for (const page of [next, third]) {
      await page.getByRole('button', { name: mayHaveChanged }).click();
      await page.getByRole('link', { name: payment.reference }).waitFor();
      await page.getByRole('button', { name: mayHaveChanged }).waitFor({ state: 'detached' });
    }
  });

  it('offer it too where the gateway ended the stream, as one that restarts; and not where a page is opened', async () => {
    const { page, go } = await opened.signedIn(['lecture']);
    const first = { changes: { at: '2026-11-28T01:00:00.000Z', topics: [] } };
    const body = `event: next\ndata: ${JSON.stringify({ data: first })}\n\n`;
    let streams = 0;
    await intercept(page, '**/console/graphql', async (route) => {
      if (isStream(route.request()) && streams++ === 0) await route.fulfill({ contentType: 'text/event-stream', body });
      else await route.continue();
    });
    await go('/payments');
    await expect.poll(() => streams).toBe(1);
    const { payment } = await initiated(opened.gateway);
    const button = page.getByRole('button', { name: commonTexts.fr.mayHaveChanged });
    expect(await button.count()).toBe(0);
    await expect.poll(() => streams).toBe(2);
    await button.click();
    await page.getByRole('link', { name: payment.reference }).waitFor();
    await page.reload();
    await expect.poll(() => streams).toBe(3);
    await page.getByRole('link', { name: payment.reference }).waitFor();
    expect(await button.count()).toBe(0);
  });

  it('open the stream again where no answer comes', async () => {
    const { page, go } = await opened.signedIn(['lecture']);
    await page.clock.install();
    let streams = 0;
    await intercept(page, '**/console/graphql', async (route) => {
      if (!isStream(route.request()) || streams++ > 0) await route.continue();
    });
    await go('/payments');
    await expect.poll(() => streams).toBe(1);
    await page.clock.runFor(30_000);
    expect(streams).toBe(1);
    await page.clock.runFor(15_000);
    await expect.poll(() => page.clock.runFor(1000).then(() => streams)).toBe(2);
  });

  it('ask for a sign-in over the page where the person signs out in one of them, and keep what was typed', async () => {
    const id = await paidCard('5000');
    const console = await opened.at(`/payments/${id}`, ['comptabilite']);
    const other = await another(console);
    await openRefund(other);
    await other.fill('[role=dialog] input[name=amount]', '12,5');
    await console.page.getByRole('button', { name: shellTexts.fr.signOut }).click();
    await console.page.waitForURL('**/console/sign-in');
    await other.getByRole('alertdialog', { name: shellTexts.fr.endedTitle }).waitFor();
    await console.signIn();
    await other.getByRole('alertdialog').waitFor({ state: 'detached' });
    expect(await other.inputValue('[role=dialog] input[name=amount]')).toBe('12,5');
    await other.locator('[role=dialog] button[type=submit]').click();
    await other.getByText(refunded.DONE ?? '').waitFor();
    const operations = await opened.gateway.store.operationsOf(id);
    expect(operations.map(({ amountCents }) => amountCents)).toEqual([1250]);
  });

  it('learn at once that the session was ended on the page of the sessions', async () => {
    const console = await opened.at('/payments', ['lecture']);
    const other = await another(console);
    await console.page.goto(`${opened.gateway.url}/console/sessions`);
    await console.page.click('button:has-text("Se déconnecter")');
    await console.page.waitForURL('**/console/sign-in');
    await other.getByRole('alertdialog', { name: shellTexts.fr.endedTitle }).waitFor();
  });

  it('learn from each other that the session was ended elsewhere, and believe the gateway alone', async () => {
    const console = await opened.at('/payments', ['lecture']);
    const other = await another(console);
    const ended = other.getByRole('alertdialog', { name: shellTexts.fr.endedTitle });
    const asked = other.waitForResponse('**/console/graphql');
    await console.page.evaluate(() => new BroadcastChannel('console-session').postMessage('signed-out'));
    expect((await asked).status()).toBe(200);
    expect(await ended.count()).toBe(0);
    await opened.gateway.store.transact((transaction) => transaction.removeSessionsOf(console.person?.id ?? '', ''));
    // Not a click of the mouse: the end of the stream may have opened the dialog over the button already.
    await console.page.dispatchEvent('main th button:has-text("Montant")', 'click');
    await console.page.getByRole('alertdialog', { name: shellTexts.fr.endedTitle }).waitFor();
    await ended.waitFor();
  });
});
