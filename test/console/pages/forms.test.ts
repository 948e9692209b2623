import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { intercept } from '../../support/browser.ts';
import { type OpenConsole, openConsole } from '../../support/console/open-console.ts';
import { consoleOperations } from '../../support/console/operations.ts';
import { signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';

const drawn = drawnDatabases();

const enterCustomer = async ({ signedIn }: OpenConsole, idClient: string) => {
  const opened = await signedIn(['comptabilite']);
  const { page, go } = opened;
  await go(`/customers/1/${idClient}`);
  await page.click('main button:has-text("Nouveau client")');
  await page.fill('[role=dialog] input[name=lastName]', 'Durand');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dd:has-text("Durand")');
  return opened;
};

const edit = async (page: Page, name: string, text: string): Promise<void> => {
  await page.click('main button:has-text("Modifier")');
  await page.fill(`[role=dialog] input[name=${name}]`, text);
};

/** Comes back to the window a minute later: what it shows is read again. */
const comeBack = async (page: Page, operation: string): Promise<void> => {
  const answer = page.waitForResponse((one) => one.request().postData()?.includes(operation) === true);
  await page.clock.setFixedTime(Date.now() + 60_000);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await answer;
};

describe.each(drawn)('a form, on $name', ({ open }) => {
  const opened = openForGroup(() => openConsole({ open }));

  it('overwrites nothing that another person wrote while it was open', async () => {
    const { page } = await enterCustomer(opened, 'stale');
    await edit(page, 'city', 'Lyon');
    const other = await opened.at('/customers/1/stale', ['comptabilite']);
    await edit(other.page, 'phone', '+33612345678');
    await other.page.keyboard.press('Enter');
    await other.page.waitForSelector('dd:has-text("+33 6 12 34 56 78")');
    await comeBack(page, consoleOperations.Customer);
    await page.waitForSelector('dd:has-text("+33 6 12 34 56 78")', { state: 'attached' });
    await page.focus('[role=dialog] input[name=city]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=La fiche a changé entre-temps.');
  });

  it('sends of a mandate what was changed in it alone', async () => {
    const { id } = await signed(opened.gateway, { idClient: 'alone' });
    const { page } = await opened.at(`/mandates/${id}`, ['comptabilite']);
    await edit(page, 'debtorName', 'Maison Test');
    const other = await opened.at(`/mandates/${id}`, ['comptabilite']);
    await other.page.click('main button:has-text("Modifier")');
    await other.page.getByLabel('Le prochain prélèvement est le dernier').check();
    await other.page.click('[role=dialog] button[type=submit]');
    await other.page.waitForSelector('[role=dialog]', { state: 'detached' });
    await comeBack(page, consoleOperations.Mandate);
    const request = page.waitForRequest((one) => one.postData()?.includes('Maison Test') === true);
    await page.focus('[role=dialog] input[name=debtorName]');
    await page.keyboard.press('Enter');
    expect((await request).postData()).not.toContain('endsWithNext');
  });
});

describe('a field that was refused', () => {
  const opened = openForGroup(() => openConsole());
  /** A press where the button stood when the pointer came. */
  const press = async (page: Page): Promise<void> => {
    const button = await page.locator('[role=dialog] button[type=submit]').boundingBox();
    await page.mouse.move((button?.x ?? 0) + 10, (button?.y ?? 0) + 3);
    await page.mouse.down();
    await page.mouse.up();
  };
  const correct = async (page: Page, field: string, text: string): Promise<void> => {
    await page.waitForSelector(`${field}[aria-invalid=true]`);
    await page.fill(field, text);
    await press(page);
    await page.waitForSelector('[role=dialog]', { state: 'detached', timeout: 5000 });
  };

  it('by the gateway is judged again while one writes, so that the first click sends', async () => {
    const { page } = await opened.at('/customers/1/refused', ['comptabilite']);
    await page.click('main button:has-text("Nouveau client")');
    await page.fill('[role=dialog] input[name=phone]', 'abc');
    await press(page);
    await correct(page, '[role=dialog] input[name=phone]', '+33612345678');
  });

  it('by the gateway is sent again as it is: what was wrong may have been another one', async () => {
    const { page } = await opened.at('/customers/1/again', ['comptabilite']);
    await page.click('main button:has-text("Nouveau client")');
    await page.fill('[role=dialog] input[name=phone]', 'abc');
    for (const press of [() => page.click('[role=dialog] button[type=submit]'), () => page.keyboard.press('Enter')]) {
      const sent = page.waitForRequest((one) => one.postData()?.includes(consoleOperations.UpsertCustomer) === true);
      await press();
      await sent;
      await page.waitForSelector('[role=dialog] input[name=phone][aria-invalid=true]');
      await page.focus('[role=dialog] input[name=phone]');
    }
  });

  it('because it was empty is judged again as well', async () => {
    const { page } = await opened.at('/payments?status=PAID', ['comptabilite']);
    await page.click('text=Enregistrer cette vue');
    await page.waitForSelector('[role=dialog] input[name=name]');
    await press(page);
    await correct(page, '[role=dialog] input[name=name]', 'Payés');
  });
});

describe('a form that was left before its answer', () => {
  const opened = openForGroup(() => openConsole());

  it('says what became of it, and leaves alone the dialog that is open now', async () => {
    const { page } = await enterCustomer(opened, 'late');
    const leave = async (): Promise<(answers?: boolean) => void> => {
      const sent = Promise.withResolvers<void>();
      const wanted = Promise.withResolvers<boolean>();
      await intercept(page, '**/console/graphql', async (route) => {
        if (!route.request().postData()?.includes(consoleOperations.UpsertCustomer)) return route.continue();
        sent.resolve();
        return (await wanted.promise) ? route.continue() : route.abort();
      });
      await page.keyboard.press('Enter');
      await sent.promise;
      await page.keyboard.press('Escape');
      await page.waitForSelector('[role=dialog]', { state: 'detached' });
      return (answers = true) => wanted.resolve(answers);
    };
    const toast = (text: string) => page.waitForSelector(`[role=status] >> text=${text}`);
    await edit(page, 'city', 'Lille');
    const carriedOut = await leave();
    await edit(page, 'address', '99 rue en cours');
    carriedOut();
    await toast('La fiche est modifiée.');
    expect(await page.inputValue('[role=dialog] input[name=address]')).toBe('99 rue en cours');
    // This one was opened before the first answer.
    const refused = await leave();
    refused();
    await toast('Enregistrer\u00a0: ');
    await edit(page, 'city', 'Brest');
    const lost = await leave();
    lost(false);
    await toast('La réponse s’est perdue');
    expect(await page.locator('[role=dialog]').count()).toBe(0);
  });
});
