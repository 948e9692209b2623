import { describe, expect, it } from 'vitest';
import { intercept } from '../../support/browser.ts';
import { clientNamed } from '../../support/clients/client-named.ts';
import { openConsole } from '../../support/console/open-console.ts';
import { consoleOperations } from '../../support/console/operations.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { newSecret, startReceiver, status } from '../../support/webhooks/receiver.ts';
import { endpoint, livePayment, newPayment } from '../../support/webhooks/told-client.ts';

const drawn = drawnDatabases();

const secret = newSecret();

describe.each(drawn)('/console/webhooks, on $name', ({ open }) => {
  const receiver = openForGroup(() => startReceiver(secret));
  const clients = () => [clientNamed('shop', {}, [endpoint(receiver.url, [secret])])];
  const opened = openForGroup(() => openConsole({ open, config: { clients: clients() } }));
  /** A message that the endpoint refused. */
  const refusedOnce = async (): Promise<string> => {
    receiver.answer(status(500));
    const { id } = await newPayment(opened.gateway);
    await opened.gateway.runWorkers();
    return id;
  };

  it('says on the page of a message why it did not arrive, and sends it again', async () => {
    const id = await refusedOnce();
    const { page, axe, complaints } = await opened.at(`/webhooks?payment=${id}`, ['direct']);
    await page.click('table[aria-label=Messages] tbody a');
    await page.waitForSelector('text=Refusé par le récepteur');
    expect(await axe()).toEqual([]);
    receiver.answer(status(204));
    await page.click('main header button:has-text("Renvoyer")');
    await page.click('[role=dialog] button[type=submit]');
    await page.waitForSelector('text=Le message repart.');
    await opened.gateway.runWorkers();
    // The page learns it by itself.
    await page.waitForSelector('main header :text("Livré")');
    expect(complaints).toEqual([]);
  });

  it('sends the selected ones again, with a result each', async () => {
    await refusedOnce();
    const { page } = await opened.at('/webhooks', ['direct']);
    await page.locator('table[aria-label=Messages] tbody input').first().check();
    await page.click('text=Renvoyer 1 message');
    await page.click('[role=dialog] button:has-text("Renvoyer")');
    await page.waitForSelector('[role=dialog] :text("1 sur 1")');
    await page.waitForSelector('[role=dialog] li:has-text("repart")');
  });

  it('goes on where the dialog is left, and lets the selection go', async () => {
    await refusedOnce();
    const { page } = await opened.at('/webhooks', ['direct']);
    await page.locator('table[aria-label=Messages] tbody input').first().check();
    await page.click('text=Renvoyer 1 message');
    const wanted = Promise.withResolvers<void>();
    await intercept(page, '**/console/graphql', async (route) => {
      if (route.request().postData()?.includes(consoleOperations.ReplayWebhookDelivery)) await wanted.promise;
      await route.continue();
    });
    await page.click('[role=dialog] button:has-text("Renvoyer")');
    await page.waitForSelector('[role=dialog] :text("0 sur 1")');
    await page.keyboard.press('Escape');
    await page.waitForSelector('text=Renvoyer 1 message', { state: 'detached' });
    expect(await page.locator('table[aria-label=Messages] tbody input:checked').count()).toBe(0);
    wanted.resolve();
    await page.waitForSelector('[role=status] >> text=Renvoyer\u00a0: 1 sur 1');
  });

  it('lists the messages of the mode that is chosen alone, and lets the selection of the other go', async () => {
    const tried = await newPayment(opened.gateway);
    const real = await livePayment({ gateway: opened.gateway, clients: clients() }, 'shop');
    const { page } = await opened.at('/webhooks', ['direct']);
    const messages = page.locator('table[aria-label=Messages] tbody');
    await messages.locator(`tr:has-text("${tried.reference}") input`).first().check();
    expect(await messages.textContent()).not.toContain(real.reference);
    await page.waitForSelector('text=Renvoyer 1 message');
    // What is not in sight is not sent.
    await page.click('table[aria-label=Récepteurs] tbody a');
    await page.waitForSelector('text=Renvoyer 1 message', { state: 'detached' });
    await messages.locator(`tr:has-text("${tried.reference}") input`).first().check();
    await page.locator('fieldset label', { hasText: 'LIVE' }).click();
    await messages.locator(`tr:has-text("${real.reference}")`).first().waitFor();
    expect(await messages.textContent()).not.toContain(tried.reference);
    expect(await page.locator('text=Renvoyer 1 message').count()).toBe(0);
    await page.click('search button >> nth=2');
    await page.getByRole('option', { name: 'refund.done' }).waitFor();
  });

  it('leads to a payment of the other mode in its own mode, which the band says, and back to the list', async () => {
    const real = await livePayment({ gateway: opened.gateway, clients: clients() }, 'shop');
    const { page } = await opened.at(`/payments/${real.id}?mode=TEST`, ['direct']);
    await page.waitForURL(`**/payments/${real.id}?mode=LIVE`);
    await page.waitForSelector(`h1:has-text("${real.reference}")`);
    expect(await page.locator('text=TEST — aucun argent réel').count()).toBe(0);
    await page.locator('fieldset label', { hasText: 'TEST' }).click();
    await page.waitForURL('**/console/payments?mode=TEST');
  });

  it('tests an endpoint and sends a span again, on a telephone', async () => {
    const { page, go, axe, fits } = await opened.signedIn(['direct'], { width: 390 });
    receiver.answer(status(503));
    await go('/webhooks');
    await page.click('button:has-text("Tester")');
    await page.click('[role=dialog] button[type=submit]');
    await page.waitForSelector('[role=dialog] :text("Refusé par le récepteur")');
    await page.waitForSelector('[role=dialog] :text("503")');
    await page.click('[role=dialog] button:has-text("Fermer")');
    // A button that waited is read out by a node that outlives it by some seconds.
    await go('/webhooks');
    await page.click('button:has-text("Renvoyer une période")');
    await page.waitForSelector('[role=dialog] label:has-text("Abandonné")');
    expect(await axe()).toEqual([]);
    await page.click('[role=dialog] button[type=submit]');
    await page.waitForSelector('text=/Aucun message à renvoyer|repart/');
    expect(await fits()).toBe(true);
  });
});

describe('/console/webhooks', () => {
  const opened = openForGroup(() => openConsole());

  it('says what the next step is where there is no endpoint', async () => {
    const looks = { theme: 'dark', language: 'en' } as const;
    const { page, axe, fits } = await opened.at('/webhooks', ['exploitation'], looks);
    await page.waitForSelector('text=No endpoints');
    await page.waitForSelector('text=No messages');
    expect([await axe(), await fits()]).toEqual([[], true]);
  });
});
