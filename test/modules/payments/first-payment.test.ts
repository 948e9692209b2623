import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { PaymentDocument, type PaymentQuery } from '../../generated/graphql.ts';
import { launchBrowser, openPage } from '../../support/browser.ts';
import { buildGraphiql } from '../../support/build-graphiql.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated, legacyPath } from '../../support/requests.ts';
import { sampled } from '../../support/sample.ts';

/** The main job, in a real browser: initiate, follow the link, decide at the bank's simulator, come back to the truth. */

const gateway = openForGroup(() => startGateway());
const browser = openForGroup(launchBrowser);
beforeAll(buildGraphiql, 120_000);

type Story = NonNullable<PaymentQuery['payment']>;

async function storyOf(id: string): Promise<Story> {
  const { data } = await gateway.send(PaymentDocument, { id });
  if (!data?.payment) throw new Error(`${id} is not there`);
  return data.payment;
}

const open = async (locale = 'fr-FR'): Promise<Page> => (await openPage(browser, { locale })).page;

/** Follows a challenge where the simulator asks for one. */
async function pay(page: Page): Promise<void> {
  await page.click('#pay');
  await page.waitForLoadState();
  for (const step of ['#authenticate', '#sign']) {
    if (await page.locator(step).count()) await page.click(step);
  }
}

async function comeBack(page: Page): Promise<void> {
  if (!page.url().includes('/return/')) await page.click('#back-to-shop');
  await page.waitForURL(/\/pay\/[\w-]+\/return\//);
}

const banks = [
  { paymentTarget: 'PAYBOX', paymentType: 'CB' },
  { paymentTarget: 'PAYBOX', paymentType: 'AMEX' },
  { paymentTarget: 'LABANQUEPOSTALE', paymentType: 'CB' },
  { paymentTarget: 'LABANQUEPOSTALE', paymentType: 'AMEX' },
] as const;

const someBanks = sampled(banks, { about: 2, kind: ({ paymentTarget }) => paymentTarget });

describe.each(someBanks)('a payment at $paymentTarget with $paymentType', (change) => {
  it('is paid: link, simulator, pay, return page, PAID with its events', async () => {
    const { payment } = await initiated(gateway, { ...change, idCommande: 'pay' });
    const page = await open();
    await page.goto(payment.paymentUrl ?? '');
    await page.waitForSelector('#pay');
    expect(await page.textContent('#amount')).toMatch(/12,50\s€/u);
    await pay(page);
    await comeBack(page);
    await page.waitForSelector('[data-status="PAID"]');
    const story = await storyOf(payment.id);
    expect(story).toMatchObject({ status: 'PAID', isFinal: true, nextAction: null });
    // The answer held the form, which Scellius takes once: the link has an attempt of its own.
    const isSecond = change.paymentTarget === 'LABANQUEPOSTALE';
    expect(story.attempts).toMatchObject([
      ...(isSecond ? [{ status: 'SUPERSEDED' }] : []),
      { status: 'PAID', bankTransaction: expect.stringMatching(/\w+/) },
    ]);
    expect(story.events.edges.map(({ node }) => [node.type, node.status, node.cause])).toEqual([
      ['INITIATED', 'REQUIRES_ACTION', null],
      ...(isSecond ? [['ATTEMPT_OPENED', 'REQUIRES_ACTION', null]] : []),
      ['STATUS_CHANGED', 'PAID', 'BANK_NEWS'],
    ]);
  });

  it("is refused, and then paid on the bank's own page", async () => {
    const { payment } = await initiated(gateway, { ...change, idCommande: 'refuse' });
    const page = await open();
    await page.goto(payment.paymentUrl ?? '');
    await page.click('#refuse');
    await page.waitForSelector('#refused');
    expect((await storyOf(payment.id)).status).toBe('REFUSED');
    await page.click('#try-again');
    await page.waitForSelector('#pay');
    await pay(page);
    await comeBack(page);
    await page.waitForSelector('[data-status="PAID"]');
    expect((await storyOf(payment.id)).status).toBe('PAID');
  });

  it('is cancelled by the customer, and the page says so in English', async () => {
    const { payment } = await initiated(gateway, { ...change, idCommande: 'cancel' });
    const page = await open('en-GB');
    await page.goto(payment.paymentUrl ?? '');
    await page.click('#cancel');
    await comeBack(page);
    await page.waitForSelector('[data-status="CANCELLED"]');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect((await storyOf(payment.id)).status).toBe('CANCELLED');
  });
});

describe('the old door', () => {
  it.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)(
    'leads a person who types the URL from its page to %s and back',
    async (paymentTarget) => {
      const page = await open();
      await page.goto(gateway.url + legacyPath({ paymentTarget, idCommande: 'typed' }));
      await page.click('a.button');
      await page.waitForSelector('#pay');
      await pay(page);
      await comeBack(page);
      await page.waitForSelector('[data-status="PAID"]');
      await page.goto(gateway.url + legacyPath({ paymentTarget, idCommande: 'typed' }));
      expect(await page.textContent('h1')).toBe('Paiement effectué');
    },
  );
});

describe('DIRECT_SEPA at LABANQUEPOSTALE', () => {
  it('is signed on the page and stays pending: the bank has not booked it', async () => {
    const { payment } = await initiated(gateway, {
      paymentTarget: 'LABANQUEPOSTALE',
      paymentType: 'DIRECT_SEPA',
      idCommande: 'sdd',
    });
    const page = await open();
    await page.goto(payment.paymentUrl ?? '');
    await page.waitForSelector('#iban');
    await pay(page);
    await comeBack(page);
    await page.waitForSelector('[data-status="PENDING"]');
    expect(await storyOf(payment.id)).toMatchObject({ status: 'PENDING', isFinal: false });
  });
});

describe('GraphiQL', () => {
  it('works without internet, and its example leads to a payment that is paid', async () => {
    const page = await open('en-GB');
    await page.goto(`${gateway.url}/graphql`);
    await page.waitForSelector('.graphiql-execute-button');
    await page.click('.graphiql-execute-button');
    await page.waitForFunction(() =>
      /pay_[0-9a-f]{32}/.test(document.querySelector('.result-window')?.textContent ?? ''),
    );
    const answer = (await page.textContent('.result-window')) ?? '';
    const id = /pay_[0-9a-f]{32}/.exec(answer)?.[0] ?? '';
    const { paymentUrl } = await storyOf(id);
    await page.goto(paymentUrl ?? '');
    await pay(page);
    await comeBack(page);
    await page.waitForSelector('[data-status="PAID"]');
    expect(await storyOf(id)).toMatchObject({ id, status: 'PAID' });
  });
});

describe('every page', () => {
  it('asked for nothing outside of this machine', () => {
    expect(browser.outsideRequests).toEqual([]);
  });
});
