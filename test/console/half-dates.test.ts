import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { allPayments } from '../../src/modules/payments/payment-store.ts';
import { openConsole } from '../support/console/open-console.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForGroup } from '../support/open-for.ts';

const drawn = drawnDatabases();

/** Clears a part of a date, digit by digit: each part has two, but the year. */
const clear = async (page: Page, part: number, within = ''): Promise<void> => {
  await page.locator(`${within} [role=spinbutton]`).nth(part).focus();
  for (let digit = 0; digit < (part % 3 === 2 ? 4 : 2); digit++) await page.keyboard.press('Backspace');
};

describe.each(drawn)('a date that is half cleared, on $name', ({ open }) => {
  const today = '2026-11-29T10:00:00Z';
  const opened = openForGroup(() => openConsole({ open, aheadMs: Date.parse(today) - Date.now() }));

  it('books no cheque, until it is whole', async () => {
    const { page, go, axe, complaints } = await opened.signedIn(['comptabilite']);
    await page.clock.setFixedTime(today);
    await go('/payments');
    await page.click('main button:has-text("Saisir un chèque")');
    await page.fill('[role=dialog] input[name=idClient]', 'half');
    await clear(page, 0, '[role=dialog]');
    for (const [name, text] of Object.entries({ amount: '12', pieceReference: 'HALF-1', email: 'a@b.fr' }))
      await page.fill(`[role=dialog] input[name=${name}]`, text);
    await page.waitForSelector('[role=dialog] >> text=La date est incomplète.');
    expect(await page.locator('[role=dialog] [role=spinbutton]').allTextContents()).toEqual(['jj', '11', '2026']);
    expect(await axe()).toEqual([]);
    await page.keyboard.press('Enter');
    // It is refused at its field, where the keyboard goes on.
    await page.waitForSelector('[role=dialog] [role=spinbutton]:focus');
    await page.keyboard.type('05');
    await page.focus('[role=dialog] input[name=email]');
    await page.waitForSelector('text=La date est incomplète.', { state: 'detached' });
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=dialog] li a');
    const booked = await opened.gateway.store.payments({ ...allPayments, limit: 10, idClient: 'half' });
    expect(booked.map(({ accounting }) => accounting?.date)).toEqual(['2026-11-05']);
    expect(complaints).toEqual([]);
  });
});

describe('a date that is half cleared', () => {
  const opened = openForGroup(() => openConsole());

  it('narrows no list, and one that is cleared narrows it no more', async () => {
    const { page } = await opened.at('/payments?createdFrom=2026-11-29', ['lecture'], { language: 'en' });
    await page.click('button:has-text("Filter")');
    const fill = '[role=spinbutton]';
    await page.locator(fill).first().waitFor();
    // The second field is empty: a day alone is no date either.
    for (const [part, text] of [
      [0, ''],
      [3, '12'],
    ] as const) {
      await page.locator(fill).nth(part).focus();
      await (text === '' ? clear(page, part) : page.keyboard.type(text));
      await page.focus('input[name=amountFrom]');
      await page.waitForSelector('text=The date is incomplete.');
      await page.click('button:has-text("Apply")');
      await page.waitForSelector('[role=spinbutton]:focus');
      expect(page.url()).toMatch(/\?createdFrom=2026-11-29$/);
      for (const one of [0, 1, 2]) await clear(page, part - (part % 3) + one);
    }
    await page.click('button:has-text("Apply")');
    await expect.poll(() => page.url()).toMatch(/payments$/);
  });

  it('is asked for where days count at once, and none is guessed', async () => {
    const { page, go } = await opened.signedIn(['direct']);
    const incomplete = 'La date est incomplète.';
    await go('/books?from=2026-06-01&to=2026-11-30');
    await page.locator('search [role=spinbutton]').first().waitFor();
    for (const part of [0, 1, 2]) {
      await clear(page, part, 'search');
      await page.focus('main header a');
      await page.waitForSelector(`search >> text=${incomplete}`);
    }
    await page.click('search button:has-text("précédent")');
    await page.waitForSelector(`text=${incomplete}`, { state: 'detached' });
    await page.waitForURL('**from=2026-05-01&to=2026-05-31');
    expect((await page.locator('search [role=spinbutton]').allTextContents()).slice(0, 3)).toEqual([
      '01',
      '05',
      '2026',
    ]);
  });
});
