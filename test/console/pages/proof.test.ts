import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { commonTexts } from '../../../console/src/texts/common.ts';
import { intercept } from '../../support/browser.ts';
import { openConsole, settings } from '../../support/console/open-console.ts';
import { consoleOperations } from '../../support/console/operations.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { freePort } from '../../support/http/free-port.ts';
import { openForGroup } from '../../support/open-for.ts';
import { operationsOn } from '../../support/payments/operations.ts';
import { addAuthenticator } from '../../support/people/browser-authenticator.ts';
import { invite } from '../../support/people/console.ts';

const drawn = drawnDatabases();

/** A proof that has grown too old is given anew over the dialog that needs it, and what was typed goes out once. */

const tooOld = settings.sessions.confirmedMs + 60_000;

describe.each(drawn)('a fresh proof within a refund, on $name', ({ open }) => {
  const opened = openForGroup(async () => {
    const port = await freePort();
    // Chromium gives passkeys to a name, not to an address.
    return openConsole({ open, port, config: { publicUrl: `http://localhost:${port}` } });
  });
  const at = (path: string): string => `${opened.gateway.url.replace('127.0.0.1', 'localhost')}/console${path}`;

  const paidCard = async (): Promise<string> => {
    const { paid, night } = operationsOn(opened.gateway);
    const { payment } = await paid('PAYBOX', { amount: '12500' });
    await night();
    return payment.id;
  };
  const enrolAt = async (login: string): Promise<Page> => {
    const { page } = await opened.visitor();
    await page.goto(at(`/link/${(await invite(opened.gateway, login)).token}`));
    return page;
  };
  const openRefund = async (page: Page, id: string): Promise<void> => {
    await page.goto(at(`/payments/${id}`));
    await page.click('main button:has-text("Rembourser")');
    await page.fill('[role=dialog] input[name=amount]', '25,50');
  };
  const sendUntilAsked = async (page: Page): Promise<void> => {
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=Confirmez que c’est vous');
  };
  /** The request that was refused for its old proof goes out again, under its own key. */
  const refundsSent = (page: Page): string[] => {
    const bodies: string[] = [];
    page.on('request', (request) => {
      const body = request.postData() ?? '';
      if (body.includes('"amount":2550')) bodies.push(body);
    });
    return bodies;
  };
  const refundedOnce = async (page: Page, id: string): Promise<void> => {
    await page.waitForSelector('text=Le client est remboursé.');
    await page.waitForSelector('text=25,50 € sur 125,00 €');
    expect(await page.locator('[role=dialog]').count()).toBe(0);
    const operations = await opened.gateway.store.operationsOf(id);
    expect(operations.map(({ kind, status, amountCents }) => [kind, status, amountCents])).toEqual([
      ['REFUND', 'DONE', 2550],
    ]);
  };

  const enrolWithCode = async (login: string) => {
    const page = await enrolAt(login);
    const secret = (await page.textContent('code.key')) ?? '';
    const code = () => new TOTP({ secret }).generate({ timestamp: opened.gateway.now() });
    await page.fill('#password', 'un vélo bleu dans la cour');
    await page.fill('#code', code());
    await page.click('text=Se connecter');
    await page.waitForSelector('text=Vos codes de secours');
    opened.gateway.advance(tooOld);
    return { page, code };
  };

  it('takes a code of the person’s app, after a wrong one', async () => {
    const id = await paidCard();
    const { page, code } = await enrolWithCode('code@milliet.example');
    const sent = refundsSent(page);
    await openRefund(page, id);
    await sendUntilAsked(page);
    // The focus is on what is asked for, and the form can be sent no more before.
    const proof = page.locator('input[name=proof]');
    await expect.poll(() => proof.evaluate((input) => input === document.activeElement)).toBe(true);
    const submit = page.locator('[role=dialog] button[type=submit]');
    expect(await submit.isDisabled()).toBe(true);
    await page.waitForSelector('text=Confirmez d’abord que c’est vous.');
    const right = code();
    await page.fill('input[name=proof]', right === '000000' ? '111111' : '000000');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=La confirmation n’a pas été acceptée');
    expect(sent).toEqual([]);
    await page.fill('input[name=proof]', right);
    await page.keyboard.press('Enter');
    await refundedOnce(page, id);
    expect(sent.length).toBe(1);
  });

  it('takes a passkey, where the proof grew old while the dialog stood open', async () => {
    const id = await paidCard();
    const page = await enrolAt('cle@milliet.example');
    await addAuthenticator(page);
    await page.click('[data-passkey=create]');
    await page.waitForSelector('#content h1');
    const sent = refundsSent(page);
    await openRefund(page, id);
    opened.gateway.advance(tooOld);
    await sendUntilAsked(page);
    expect(await opened.gateway.store.operationsOf(id)).toEqual([]);
    await page.click('button:has-text("Utiliser une clé d’accès")');
    await refundedOnce(page, id);
    expect(sent.length).toBe(2);
    expect(new Set(sent).size).toBe(1);
  });

  it('sends the amount that stands in the form when the proof is given', async () => {
    const id = await paidCard();
    const { page, code } = await enrolWithCode('montant@milliet.example');
    await openRefund(page, id);
    await page.fill('[role=dialog] input[name=amount]', '99,00');
    await sendUntilAsked(page);
    const sent = refundsSent(page);
    // The person corrects the amount while the code is on its way.
    await intercept(page, '**/console/confirm', async (route) => {
      await page.fill('[role=dialog] input[name=amount]', '25,50');
      await route.continue();
    });
    await page.fill('input[name=proof]', code());
    await page.keyboard.press('Enter');
    await refundedOnce(page, id);
    expect(sent.length).toBe(1);
  });

  it('takes the place of the session before while a page is read, and asks for no sign-in', async () => {
    const id = await paidCard();
    const { page, code } = await enrolWithCode('ensemble@milliet.example');
    const late = Promise.withResolvers<void>();
    let isFirst = true;
    await intercept(page, '**/console/graphql', async (route, request) => {
      if (!isFirst || !request.postData()?.includes(consoleOperations.PaymentDoors)) return route.continue();
      isFirst = false;
      await late.promise;
      // With the cookie that it was sent with.
      await route.fulfill({ response: await route.fetch({ headers: await request.allHeaders() }) });
    });
    await openRefund(page, id);
    await sendUntilAsked(page);
    await page.fill('input[name=proof]', code());
    await page.keyboard.press('Enter');
    await refundedOnce(page, id);
    const refused = page.waitForResponse((response) => response.status() === 401);
    const isRead = page.getByText('Les deux demandent le même paiement.').waitFor();
    const isEnded = page.getByRole('alertdialog').waitFor();
    late.resolve();
    await refused;
    expect(await Promise.race([isRead.then(() => 'READ'), isEnded.then(() => 'ENDED')])).toBe('READ');
  });

  it('sends no refund again that was refused without a session, before it is certain whose session it is now', async () => {
    const id = await paidCard();
    const { page } = await opened.at(`/payments/${id}`, ['comptabilite']);
    await openRefund(page, id);
    const again = Promise.withResolvers<'SENT'>();
    let sent = 0;
    await intercept(page, '**/console/graphql', async (route, request) => {
      if (!request.postData()?.includes('"amount":2550')) return route.continue();
      if (++sent > 1) again.resolve('SENT');
      const json = { errors: [{ message: 'no session', extensions: { code: 'UNAUTHENTICATED' } }] };
      return sent > 1 ? route.continue() : route.fulfill({ status: 401, json });
    });
    const isEnded = page.getByRole('alertdialog').waitFor();
    await page.keyboard.press('Enter');
    expect(await Promise.race([again.promise, isEnded.then(() => 'ENDED')])).toBe('ENDED');
    await again.promise;
  });

  it('says what is wrong with a field that became unusable while the proof was given, and sends after the correction', async () => {
    const id = await paidCard();
    const { page, code } = await enrolWithCode('vide@milliet.example');
    const sent = refundsSent(page);
    await openRefund(page, id);
    await sendUntilAsked(page);
    const amount = page.locator('[role=dialog] input[name=amount]');
    await amount.fill('');
    await page.fill('input[name=proof]', code());
    await page.keyboard.press('Enter');
    await page.locator('input[name=proof]').waitFor({ state: 'detached' });
    await page.waitForSelector(`[role=dialog] :text("${commonTexts.fr.required}")`);
    await expect.poll(() => amount.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(sent).toEqual([]);
    await amount.fill('25,50');
    await page.keyboard.press('Enter');
    await refundedOnce(page, id);
    expect(sent.length).toBe(1);
  });
});
