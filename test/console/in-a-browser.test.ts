import { TOTP } from 'otpauth';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { freePort } from '../support/http/free-port.ts';
import { openForGroup } from '../support/open-for.ts';
import { addAuthenticator } from '../support/people/browser-authenticator.ts';
import {
  cookie,
  enterPerson,
  invite,
  localConsole,
  sendForm,
  sessionOf,
  startConsole,
} from '../support/people/console.ts';

const drawn = drawnDatabases();

/** The sign-in as a person has it, in Chromium, with an authenticator that the browser itself plays. */

const browser = openForGroup(launchBrowser);
let contexts: BrowserContext[] = [];
let complaints: string[] = [];
afterEach(async () => {
  for (const context of contexts) await context.close();
  const found = complaints;
  [contexts, complaints] = [[], []];
  // The browser reports refusals that a test asks for, and what signing out cleared.
  expect(found.filter((text) => !/Clear-Site-Data|status of 4(?:01|03|09|10)/.test(text))).toEqual([]);
  expect(browser.outsideRequests).toEqual([]);
});

async function openPage(options: object = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', ...options });
  contexts.push(context);
  const page = await context.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (fault) => complaints.push(String(fault)));
  return page;
}

describe.each(drawn)('in a browser, on $name', ({ open }) => {
  const issuer = 'https://login.example';
  const gateway = openForGroup(async () => {
    const port = await freePort();
    const oidc = { issuer, clientId: 'reglement', clientSecret: null, rolesClaim: 'roles' };
    const console = { ...localConsole, oidc };
    return startConsole({ open, port, config: { publicUrl: `http://localhost:${port}`, console } });
  });
  const at = (path: string): string => gateway.url.replace('127.0.0.1', 'localhost') + path;
  let count = 0;
  /** A sign-in leads to the console, and from there a link to the sessions. */
  const toSessions = async (page: Page) => {
    await page.waitForSelector('#content h1');
    await page.goto(at('/console/sessions'));
  };
  const enrol = async (page: Page) => {
    const { token } = await invite(gateway, `navigateur-${count++}@milliet.example`);
    await page.goto(at(`/console/link/${token}`));
    await page.click('[data-passkey=create]');
    await toSessions(page);
    return token;
  };
  const signOut = async (page: Page) => {
    await page.click('text=Se déconnecter');
    await page.waitForSelector('text=Avec un mot de passe');
  };

  it('a person makes a passkey by the link, signs out, signs in and steps up with it', async () => {
    const page = await openPage();
    await addAuthenticator(page);
    const token = await enrol(page);
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({
      name: '__Host-console',
      secure: true,
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
    });
    await signOut(page);
    expect(await page.context().cookies()).toEqual([]);
    await page.click('[data-passkey=get]');
    await toSessions(page);
    const before = (await page.context().cookies())[0]?.value;
    gateway.advance(6 * 60_000);
    await page.reload();
    await page.waitForSelector('text=Rembourser, valider');
    await page.click('[data-passkey=get]');
    await page.waitForSelector('text=C’est confirmé');
    expect((await page.context().cookies())[0]?.value).not.toBe(before);
    await page.goto(at(`/console/link/${token}`));
    expect(await page.textContent('[role=alert]')).toContain('Ce lien a déjà servi');
  });

  it('a passkey is refused without the finger of its person', async () => {
    const page = await openPage();
    const authenticator = await addAuthenticator(page);
    await enrol(page);
    await signOut(page);
    await authenticator.verify(false);
    await page.click('[data-passkey=get]');
    await expect.poll(() => page.textContent('#said')).toContain('pas donné de clé d’accès');
    expect(await page.context().cookies()).toEqual([]);
  });

  it('a passkey steps up its own person alone', async () => {
    const other = await openPage();
    const theirs = await addAuthenticator(other);
    await enrol(other);
    const [credential] = await theirs.credentials();
    const page = await openPage();
    await addAuthenticator(page);
    await enrol(page);
    const session = await page.context().newCDPSession(page);
    await session.send('WebAuthn.disable');
    const authenticator = await addAuthenticator(page);
    if (credential) await authenticator.add(credential);
    await page.click('[data-passkey=get]');
    await expect.poll(() => page.textContent('#said')).toContain('n’a pas été acceptée');
  });

  it('an answer of an authenticator serves once', async () => {
    const page = await openPage();
    await addAuthenticator(page);
    await enrol(page);
    await signOut(page);
    let body = '';
    page.on('request', (request) => {
      if (request.url().endsWith('/passkeys/sign-in')) body = request.postData() ?? '';
    });
    await page.click('[data-passkey=get]');
    await page.waitForSelector('text=Mes sessions');
    const again = await gateway.get('/console/passkeys/sign-in', {
      ...{ method: 'POST', body },
      headers: { 'Content-Type': 'application/json', 'X-Console': '1', 'Sec-Fetch-Site': 'same-origin' },
    });
    expect([again.status, await again.json()]).toEqual([401, { error: { code: 'PROOF' } }]);
  });

  it('a person sets a password and an app by the link, and signs in with both', async () => {
    const page = await openPage({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
    const login = `mobile-${count++}@milliet.example`;
    const { token } = await invite(gateway, login);
    await page.goto(at(`/console/link/${token}`));
    const secret = (await page.textContent('code.key')) ?? '';
    const code = () => new TOTP({ secret }).generate({ timestamp: gateway.now() });
    await page.fill('#password', 'un vélo bleu dans la cour');
    await page.fill('#code', code());
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.click('text=Se connecter');
    await page.waitForSelector('text=Vos codes de secours');
    expect(await page.locator('.codes li').count()).toBe(10);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 740 });
      const places = await page
        .locator('.codes li')
        .evaluateAll((codes) => codes.map((code) => code.getBoundingClientRect().top));
      expect(new Set(places).size).toBe(10);
    }
    await page.click('text=continuer');
    await toSessions(page);
    await signOut(page);
    gateway.advance(30_000);
    await page.fill('#login', login);
    await page.fill('#password', 'un vélo bleu dans la cour');
    await page.fill('#code', code());
    await page.keyboard.press('Enter');
    await toSessions(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  it('a person of a provider adds a passkey to step up with, never to sign in, and takes it away', async () => {
    const page = await openPage();
    await addAuthenticator(page);
    const person = await enterPerson(gateway, ['comptabilite'], { issuer });
    const value = await sessionOf(gateway, person, { method: 'OIDC', confirmedAt: null });
    const flags = { domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' as const };
    await page.context().addCookies([{ name: '__Host-console', value, ...flags }]);
    await page.goto(at('/console/sessions'));
    expect(await page.textContent('main')).toContain('Aucune. Une clé d’accès confirme');
    await page.click('text=Ajouter une clé d’accès');
    await page.click('text=Utiliser une clé d’accès');
    await page.waitForSelector('text=C’est confirmé jusqu’à');
    gateway.advance(6 * 60_000);
    await page.reload();
    expect(await page.locator('text=Ajouter une clé d’accès').count()).toBe(0);
    const headers = cookie((await page.context().cookies())[0]?.value ?? '');
    const [held] = await gateway.store.passkeysOf(person.id);
    expect((await sendForm(gateway, '/console/passkeys/remove', { id: held?.id ?? '' }, headers)).status).toBe(403);
    await page.click('text=Utiliser une clé d’accès');
    await page.waitForSelector('text=C’est confirmé jusqu’à');
    await signOut(page);
    await page.click('[data-passkey=get]');
    await expect.poll(() => page.textContent('#said')).toContain('n’a pas été acceptée');
    const again = await sessionOf(gateway, person, { method: 'OIDC', confirmedAt: null });
    await page.context().addCookies([{ name: '__Host-console', value: again, ...flags }]);
    await page.goto(at('/console/sessions'));
    expect(await page.locator('button:has-text("Retirer")').count()).toBe(0);
    await page.click('text=Utiliser une clé d’accès');
    await page.waitForSelector('text=C’est confirmé jusqu’à');
    await page.click('button:has-text("Retirer")');
    await page.waitForSelector('text=Aucune. Une clé d’accès confirme');
    expect(await gateway.store.passkeysOf(person.id)).toEqual([]);
  });

  it('the last passkey of an account of the gateway stays', async () => {
    const page = await openPage();
    await addAuthenticator(page);
    await enrol(page);
    await page.click('text=Retirer');
    await page.waitForSelector('[role=alert]:has-text("elle reste")');
  });

  it('keeps the session where a link on another site leads to the console', async () => {
    const page = await openPage();
    await addAuthenticator(page);
    await enrol(page);
    // Another site: the same machine by another name.
    await page.goto(`${gateway.url}/console`);
    expect(await page.textContent('h1')).toBe('La console est ailleurs');
    await page.click('main a');
    await page.waitForSelector('text=Mes sessions');
  });
});

describe('at an IP address', () => {
  const gateway = openForGroup(() => startConsole());

  it('the page offers password and code, and says why it offers no passkey', async () => {
    const page = await openPage({ locale: 'en-GB' });
    await page.goto(`${gateway.url}/console/sign-in`);
    expect(await page.textContent('main')).toContain('Passkeys do not work at an IP address');
    expect(await page.locator('[data-passkey]').count()).toBe(0);
    await page.click('text=Français');
    expect(await page.textContent('main')).toContain('Les clés d’accès ne fonctionnent pas avec une adresse IP');
  });
});
