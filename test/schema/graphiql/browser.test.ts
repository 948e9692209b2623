import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../../src/schema/graphiql/examples.ts';
import { launchBrowser, openPage, type TestBrowser } from '../../support/browser.ts';
import { buildGraphiql } from '../../support/build-graphiql.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';

/** Enough for a busy machine. */

beforeAll(buildGraphiql, 120_000);
const gateway = openForGroup(() => startGateway());
const browser = openForGroup(launchBrowser);

/** What the first visit may cost, the schema included. The requirement is 1.5 MB. */
const firstVisitBytes = 1_000_000;

type Opened = { readonly page: Page; readonly complaints: readonly string[] };

async function open(options: Parameters<TestBrowser['newContext']>[0] = { locale: 'en-GB' }): Promise<Opened> {
  const { page, complaints } = await openPage(browser, options);
  await visit(page);
  return { page, complaints };
}

async function visit(page: Page): Promise<void> {
  await page.goto(`${gateway.url}/graphql`);
  // The editor marks what the schema does not have, so that it is there when nothing is marked.
  await page.waitForSelector('.graphiql-query-editor .CodeMirror-code');
  await page.waitForSelector('.graphiql-spinner', { state: 'detached' });
}

const titles = examples.map(({ query }) => /^(?:mutation|subscription|query) (\w+)/m.exec(query)?.[1] ?? '');
const tabOf = (page: Page, title: string) =>
  page.locator('.graphiql-tab-button', { hasText: new RegExp(`^${title}$`) });
const answerOf = (page: Page) => page.locator('.result-window .CodeMirror-code');

/** Runs what is open, and returns the name of the operation that was sent, which is the one in the document. */
async function run(page: Page): Promise<string> {
  const [request] = await Promise.all([
    page.waitForRequest((sent) => sent.method() === 'POST' && sent.url().endsWith('/graphql')),
    page.click('.graphiql-execute-button'),
  ]);
  const { query, operationName } = request.postDataJSON() as { query: string; operationName: string };
  expect(query).toMatch(new RegExp(`^\\w+ ${operationName}\\b`, 'm'));
  return operationName;
}

/** Bytes on the wire. An answer from the browser's cache counts as 0. */
const transferred = (page: Page, ofWhat: 'all' | 'files'): Promise<number> =>
  page.evaluate(
    `[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .filter(({ initiatorType }) => ${ofWhat === 'all'} || initiatorType !== 'fetch')
      .reduce((sum, { transferSize }) => sum + transferSize, 0)`,
  );

describe('a visit', () => {
  it('costs little the first time, and nothing later', async () => {
    const { page, complaints } = await open();
    const first = await transferred(page, 'all');
    expect(first).toBeGreaterThan(100_000);
    expect(first).toBeLessThan(firstVisitBytes);
    await visit(page);
    // The headers of the answer that the page did not change; it alone is larger. The schema is read anew.
    expect(await transferred(page, 'files')).toBeLessThan(1400);
    expect(complaints).toEqual([]);
  });

  it('calls no other host, and breaks no policy in the dialogs and menus', async () => {
    const { page, complaints } = await open();
    for (const label of ['Open short keys dialog', 'Open settings dialog']) {
      await page.click(`[aria-label="${label}"]`);
      await page.waitForSelector('.graphiql-dialog');
      await page.keyboard.press('Escape');
      await page.waitForSelector('.graphiql-dialog', { state: 'detached' });
    }
    await page.click('.graphiql-sidebar [aria-label="Show Documentation Explorer"]');
    await page.waitForSelector('.graphiql-doc-explorer-content');
    expect(complaints).toEqual([]);
    expect(browser.outsideRequests).toEqual([]);
  });

  it.each([390, 360])('fits a screen of %i pixels', async (width) => {
    const { page } = await open({ locale: 'en-GB', viewport: { width, height: 800 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    const boxes = await Promise.all(
      ['.graphiql-query-editor', '.graphiql-response', '.graphiql-execute-button'].map((selector) =>
        page.locator(selector).boundingBox(),
      ),
    );
    for (const box of boxes) expect((box?.x ?? width) + (box?.width ?? width)).toBeLessThanOrEqual(width);
  });
});

describe('the tabs', () => {
  const positions = async (page: Page) =>
    Promise.all(titles.map(async (title) => (await tabOf(page, title).boundingBox())?.x));

  it('stay where they are under the pointer, and one click opens each, whose operation then runs', async () => {
    const { page, complaints } = await open();
    const before = await positions(page);
    for (const title of titles) {
      await tabOf(page, title).hover();
      expect(await positions(page)).toEqual(before);
      await tabOf(page, title).click();
      expect(await positions(page)).toEqual(before);
      expect([title, await run(page)]).toEqual([title, title]);
      await expect.poll(() => answerOf(page).textContent()).toMatch(answerTo(title));
    }
    expect(complaints).toEqual([]);
  });

  it('are opened by a click during which the pointer trembles', async () => {
    const { page } = await open();
    for (const title of ['Transfer', 'Card', 'Errors', 'Debit']) {
      const { x = 0, y = 0 } = (await tabOf(page, title).boundingBox()) ?? {};
      await page.mouse.move(x + 20, y + 8);
      await page.mouse.down();
      await page.mouse.move(x + 25, y + 9, { steps: 3 });
      await page.mouse.up();
      expect([title, await run(page)]).toEqual([title, title]);
    }
  });

  it('are the same after a reload', async () => {
    const { page } = await open();
    await tabOf(page, 'Transfer').click();
    // GraphiQL keeps what is open a moment later.
    const kept = () =>
      page.evaluate(`['query', 'variables'].map((it) => localStorage.getItem('reglement:graphiql:' + it))`);
    await expect.poll(kept).toEqual([expect.stringContaining('Transfer'), expect.stringContaining('MILLIET')]);
    await visit(page);
    expect(await run(page)).toBe('Transfer');
    await expect.poll(() => answerOf(page).textContent()).toMatch(answerTo('Transfer'));
  });

  it('show whole comments, and no mark on an example or an answer', async () => {
    const { page } = await open({ locale: 'en-GB', viewport: { width: 1000, height: 900 } });
    for (const title of titles) {
      await tabOf(page, title).click();
      await page.waitForTimeout(300);
      const marks = await page
        .locator('.CodeMirror-lint-mark-error, .CodeMirror-lint-mark-warning, .cm-invalidchar')
        .count();
      expect([title, marks]).toEqual([title, 0]);
      const scrolls = await page.evaluate(
        `[...document.querySelectorAll('.graphiql-query-editor .CodeMirror-scroll')].some((it) => it.scrollWidth > it.clientWidth + 1)`,
      );
      expect([title, scrolls]).toEqual([title, false]);
    }
  });
});

/** The answers of the tabs, run in their order. An unpaid payment cannot be refunded. */
const answers: Readonly<Record<string, RegExp>> = {
  Card: /InitiatePaymentSuccess.*12,50\s€.*paymentUrl/,
  Debit: /InitiatePaymentSuccess.*49,90\s€/,
  Transfer: /InitiatePaymentSuccess.*"iban"/,
  Follow: /paymentUpdated.*REQUIRES_ACTION/,
  Refund: /OperationNotPossibleError/,
  Errors: /InvalidInputError.*amount/,
  Payments: /"payments".*"edges".*"REQUIRES_ACTION"/,
};

function answerTo(title: string): RegExp {
  const answer = answers[title];
  if (answer === undefined) throw new Error(`nothing says what ${title} answers`);
  return answer;
}

describe('the panel of help', () => {
  it('is open at first, names the last payment with its link, and opens an example that was closed', async () => {
    const { page, complaints } = await open({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
    const help = page.locator('.help');
    await expect.poll(() => help.textContent()).toContain('No payment was made here yet');
    await run(page);
    const link = help.locator('.last-payment a');
    await expect.poll(() => link.getAttribute('href')).toMatch(/\/pay\/[\w-]+$/);
    await tabOf(page, 'Transfer').hover();
    await page
      .locator('.graphiql-tab', { has: tabOf(page, 'Transfer') })
      .locator('.graphiql-tab-close')
      .click();
    await expect.poll(() => tabOf(page, 'Transfer').count()).toBe(0);
    await help.locator('.examples button', { hasText: 'Transfer' }).click();
    await expect.poll(() => tabOf(page, 'Transfer').count()).toBe(1);
    expect(await run(page)).toBe('Transfer');
    await expect.poll(() => answerOf(page).textContent()).toMatch(answerTo('Transfer'));
    expect(complaints).toEqual([]);
  });

  it('speaks French where the reader does', async () => {
    const { page } = await open({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } });
    await expect.poll(() => page.locator('.help').textContent()).toContain('Aucun paiement n’a encore été fait ici');
  });

  it('follows a payment that no answer named only after one was made', async () => {
    const { page } = await open();
    await tabOf(page, 'Follow').click();
    await page.click('.graphiql-execute-button');
    await expect.poll(() => answerOf(page).textContent()).toContain('No payment was made here yet');
  });
});
