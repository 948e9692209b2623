import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { allPayments } from '../../src/modules/payments/payment-store.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';

/** The front-end example as its README starts it, in a browser, against the whole gateway. */

let gateway: TestGateway;
let browser: TestBrowser;
let example: ChildProcess;
let exampleUrl: string;
let page: Page;

beforeAll(async () => {
  [gateway, browser] = await Promise.all([startGateway(), launchBrowser()]);
  example = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'examples/checkout/server.ts'], {
    env: { ...process.env, PORT: '0', GATEWAY_URL: gateway.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (example.stdout === null) throw new Error('the example says nothing');
  const [greeting] = (await once(createInterface(example.stdout), 'line')) as [string];
  exampleUrl = /http:\S+/.exec(greeting)?.[0] ?? '';
}, 120_000);
afterAll(async () => {
  example.kill();
  await browser.close();
  await gateway.close();
});

beforeEach(async () => {
  const context = await browser.newContext({ locale: 'fr-FR' });
  page = await context.newPage();
  await page.goto(exampleUrl);
});
afterEach(() => page.context().close());

test.each(['PAYBOX', 'LABANQUEPOSTALE'])(
  'a customer pays at %s in the new tab and the page follows',
  async (target) => {
    await page.fill('#amount', '1 234,5');
    await page.selectOption('#target', target);
    const [bank] = await Promise.all([page.context().waitForEvent('page'), page.click('button')]);
    await page.locator('#status').getByText('À régler').waitFor();
    expect(await page.textContent('#formatted')).toMatch(/^1\s234,50\s€$/u);
    expect(await page.textContent('#reference')).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);

    await bank.click('#pay');
    await bank.waitForLoadState();
    for (const step of ['#authenticate', '#sign']) if (await bank.locator(step).count()) await bank.click(step);

    await page.locator('#status.good').getByText('Payé').waitFor();
    expect(await page.locator('#story li').last().textContent()).toContain('Payé');
    expect(browser.outsideRequests).toEqual([]);
  },
);

test.each([
  { field: 'amount', value: '12,505', message: 'Indiquez un montant' },
  { field: 'amount', value: '0', message: 'Indiquez un montant' },
  { field: 'email', value: 'client@', message: 'Indiquez une adresse e-mail' },
])('a bad $field is named beside the form, and nothing is opened: $value', async ({ field, value, message }) => {
  await page.fill(`#${field}`, value);
  await page.click('button');
  await page.locator('#problem').getByText(message).waitFor();
  expect(await page.getAttribute(`#${field}`, 'aria-invalid')).toBe('true');
  expect(await page.locator('#payment').isVisible()).toBe(false);
  expect(page.context().pages()).toHaveLength(1);
});

test('an answer that was lost is asked for again with the same key, and makes one payment', async () => {
  const keys: string[] = [];
  await page.route('**/graphql', async (route) => {
    const { variables } = route.request().postDataJSON();
    if (variables.input) keys.push(variables.input.idempotencyKey);
    if (keys.length !== 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await page.fill('#email', 'perdu@example.fr');
  await page.click('button');
  await page.locator('#problem').getByText('Réessayez').waitFor();
  await page.click('button');
  await page.locator('#status').getByText('À régler').waitFor();

  expect(new Set(keys).size).toBe(1);
  const stored = await gateway.store.payments({ ...allPayments, limit: 100 });
  expect(stored.filter(({ email }) => email === 'perdu@example.fr')).toHaveLength(1);
});
