import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { allPayments } from '../../src/modules/payments/payment-store.ts';
import { night } from '../support/at-bank.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { scriptFault, startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';

/** The front-end example as its README starts it, in a browser, against the whole gateway. */

const gateway = openForGroup(() => startGateway());
const browser = openForGroup(launchBrowser);
let example: ChildProcess;
let exampleUrl: string;
let page: Page;

beforeAll(async () => {
  example = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'examples/checkout/server.ts'], {
    env: { ...process.env, PORT: '0', GATEWAY_URL: gateway.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (example.stdout === null) throw new Error('the example says nothing');
  const [greeting] = (await once(createInterface(example.stdout), 'line')) as [string];
  exampleUrl = /http:\S+/.exec(greeting)?.[0] ?? '';
});
afterAll(() => void example.kill());

beforeEach(async () => {
  page = (await openPage(browser, { locale: 'fr-FR' })).page;
  await page.goto(exampleUrl);
});

test.each(['PAYBOX', 'LABANQUEPOSTALE'])('a customer pays at %s in a new tab and the page follows', async (target) => {
  await page.fill('#amount', '1 234,5');
  await page.selectOption('#target', target);
  const [bank] = await Promise.all([page.context().waitForEvent('page'), page.click('#pay')]);
  await page.locator('#status').getByText('À régler').waitFor();
  expect(await page.textContent('#formatted')).toMatch(/^1\s234,50\s€$/u);
  expect(await page.textContent('#reference')).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);

  await bank.click('#pay');
  await bank.waitForLoadState();
  for (const step of ['#authenticate', '#sign']) if (await bank.locator(step).count()) await bank.click(step);

  await page.locator('#status.good').getByText('Payé').waitFor();
  expect(await page.locator('#story li').last().textContent()).toContain('Payé');
  expect(browser.outsideRequests).toEqual([]);
});

/** Asks for a payment that its bank refuses. */
async function beRefused(email: string): Promise<void> {
  await page.fill('#email', email);
  const [bank] = await Promise.all([page.context().waitForEvent('page'), page.click('#pay')]);
  await bank.click('#refuse');
  await page.locator('#status.bad').getByText('Refusé').waitFor();
}

test('after a refusal the button leads to the same payment, which is seen as paid', async () => {
  await beRefused('encore@example.fr');
  const [again] = await Promise.all([page.context().waitForEvent('page'), page.click('#pay')]);
  await again.click('#try-again');
  await page.locator('#status:not(.bad)').getByText('À régler').waitFor();
  await again.click('#pay');
  await page.locator('#status.good').getByText('Payé').waitFor();
  expect((await storedFor('encore@example.fr')).map(({ status }) => status)).toEqual(['PAID']);
});

test('another amount after a refusal is a new payment, and the first takes no money any more', async () => {
  await beRefused('autre@example.fr');
  await page.fill('#amount', '13');
  await Promise.all([page.context().waitForEvent('page'), page.click('#pay')]);
  await page.locator('#formatted').getByText('13,00').waitFor();
  const stored = await storedFor('autre@example.fr');
  expect(stored.map(({ status }) => status).toSorted()).toEqual(['CANCELLED', 'REQUIRES_ACTION']);
});

test('a page that is loaded again goes on with the payment that it asked for', async () => {
  await page.fill('#email', 'encore-la@example.fr');
  const [bank] = await Promise.all([page.context().waitForEvent('page'), page.click('#pay')]);
  await page.locator('#status').getByText('À régler').waitFor();
  await page.reload();
  await page.locator('#status').getByText('À régler').waitFor();
  await page.locator('#problem').getByText('Votre première demande avait été enregistrée').waitFor();
  expect(page.context().pages()).toHaveLength(2);
  await bank.click('#pay');
  await page.locator('#status.good').getByText('Payé').waitFor();
  await page.reload();
  await page.locator('#payment').waitFor({ state: 'hidden' });
  expect((await storedFor('encore-la@example.fr')).map(({ status }) => status)).toEqual(['PAID']);
});

test('a page that is loaded again before its answer came finds the one payment', async () => {
  await loseAnswers(1);
  await page.fill('#email', 'trop-tot@example.fr');
  await page.click('#pay', { noWaitAfter: true });
  await page.reload();
  await page.locator('#status').getByText('À régler').waitFor();
  expect(await storedFor('trop-tot@example.fr')).toHaveLength(1);
});

test('a payment that was paid unseen, and that its bank does not give back, stays the only one', async () => {
  await page.route('**/graphql', (route) =>
    route.request().headers().accept === 'text/event-stream' ? route.abort() : route.continue(),
  );
  await page.reload();
  await page.fill('#email', 'sans-voir@example.fr');
  await page.selectOption('#target', 'LABANQUEPOSTALE');
  const [bank] = await Promise.all([page.context().waitForEvent('page'), page.click('#pay')]);
  await bank.click('#pay');
  await bank.getByText('Merci').waitFor();
  await night(gateway);
  await page.fill('#amount', '13');
  await page.click('#pay');
  await page.locator('#problem').getByText('encore en cours').waitFor();
  expect((await storedFor('sans-voir@example.fr')).map(({ status }) => status)).toEqual(['PAID']);
});

test('another amount makes no second payment while the bank does not say whether the first was paid', async () => {
  await page.fill('#email', 'doute@example.fr');
  const [bank] = await Promise.all([page.context().waitForEvent('page'), page.click('#pay')]);
  await bank.waitForURL('**/sandbox/**');
  await scriptFault(gateway, { kind: 'LOSE_NOTIFICATION', bank: 'PAYBOX' });
  await scriptFault(gateway, { kind: 'ANSWER_500', bank: 'PAYBOX', operation: 'INQUIRY', lasting: true });
  await bank.click('#pay');
  await page.fill('#amount', '13');
  for (let press = 0; press < 2; press++) {
    await page.click('#pay');
    await page.locator('#problem').getByText('encore en cours').waitFor();
  }
  await gateway.get('/sandbox/faults', { method: 'DELETE' });
  await gateway.pass(60_000);
  await page.locator('#status.good').getByText('Payé').waitFor();
  expect((await storedFor('doute@example.fr')).map(({ status }) => status)).toEqual(['PAID']);
});

test.each([
  { field: 'amount', value: '12,505', message: 'Indiquez un montant' },
  { field: 'amount', value: '0', message: 'Indiquez un montant' },
  { field: 'email', value: 'client@', message: 'Indiquez une adresse e-mail' },
])('a bad $field is named beside the form, and nothing is opened: $value', async ({ field, value, message }) => {
  await page.fill(`#${field}`, value);
  await page.click('#pay');
  await page.locator('#problem').getByText(message).waitFor();
  expect(await page.getAttribute(`#${field}`, 'aria-invalid')).toBe('true');
  expect(await page.locator('#payment').isVisible()).toBe(false);
  expect(page.context().pages()).toHaveLength(1);
});

/** Counts the keys that the page sends, and loses the answers to its first initiations. */
async function loseAnswers(count: number): Promise<string[]> {
  const keys: string[] = [];
  await page.route('**/graphql', async (route) => {
    const key = route.request().headers()['idempotency-key'];
    if (key !== undefined) keys.push(key);
    if (key === undefined || keys.length > count) return route.continue();
    await route.fetch();
    return route.abort();
  });
  // Its policy forbids what `intercept` asks. A page that is loaded anew is intercepted from its beginning.
  await page.reload();
  return keys;
}
const storedFor = async (email: string) =>
  (await gateway.store.payments({ ...allPayments, limit: 100 })).filter((payment) => payment.email === email);

test('an answer that was lost is asked for again with the same key, and makes one payment', async () => {
  const keys = await loseAnswers(1);
  await page.fill('#email', 'perdu@example.fr');
  await page.click('#pay');
  await page.locator('#status').getByText('À régler').waitFor();
  expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
  expect(await storedFor('perdu@example.fr')).toHaveLength(1);
});

test('a request of unknown outcome goes first, even when the form says something else by then', async () => {
  const keys = await loseAnswers(4);
  await page.fill('#email', 'inconnu@example.fr');
  await page.click('#pay');
  await page.locator('#problem').getByText('vous ne paierez pas deux fois').waitFor();
  await page.fill('#amount', '99');
  await page.click('#pay');
  await page.locator('#problem').getByText('Votre première demande avait été enregistrée').waitFor();
  expect(await page.textContent('#formatted')).toMatch(/^12,50\s€$/u);
  expect([keys.length, new Set(keys).size]).toEqual([5, 1]);
  expect(await storedFor('inconnu@example.fr')).toHaveLength(1);
});

test('the page speaks the language of the browser, or the one that is chosen', async () => {
  const { page: english } = await openPage(browser, { locale: 'en-GB' });
  await english.goto(exampleUrl);
  expect([await english.title(), await english.getAttribute('html', 'lang')]).toEqual(['Pay for an order', 'en']);
  await english.fill('#amount', '12.505');
  await english.click('#pay');
  await english.locator('#problem').getByText('Give an amount').waitFor();
  await english.fill('#amount', '12.50');
  await english.click('#pay');
  await english.locator('#status').getByText('To be paid').waitFor();
  expect(await english.textContent('#formatted')).toBe('€12.50');
  await english.click('#language');
  expect(await english.textContent('#status')).toBe('À régler');
  expect(await english.textContent('#story li')).toContain('À régler');
  expect(await english.inputValue('#amount')).toBe('12.50');
});

test('the page takes its code from its own address alone', async () => {
  const response = await fetch(exampleUrl);
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self' 'sha256-");
  for (const path of ['client/../../package.json', 'client/generated/persisted-documents.json', 'server.ts']) {
    expect([path, (await fetch(new URL(path, exampleUrl))).status]).toEqual([path, 404]);
  }
  expect(browser.outsideRequests).toEqual([]);
});
