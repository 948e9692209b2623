import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createShellReader } from '../../src/console/shell-routes.ts';
import { notBuiltPage } from '../../src/console/sign-in-page.ts';
import { intercept, launchBrowser, openPage } from '../support/browser.ts';
import { openConsole } from '../support/console/open-console.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup, temporaryFolder } from '../support/open-for.ts';

/** The page of the console, its files, and the way to the sign-in and back. */

describe('the page of the console', () => {
  const opened = openForGroup(() => openConsole());

  it('is never kept, and its files are for ever', async () => {
    const shell = await opened.gateway.get('/console/payments', { headers: { 'Accept-Language': 'en' } });
    expect([shell.status, shell.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
    expect(shell.headers.get('Content-Security-Policy')).not.toContain('unsafe');
    const page = await shell.text();
    expect(page).toContain('<html lang="en" data-deployment="development">');
    const [, address = ''] = /src="([^"]+\.js)"/.exec(page) ?? [];
    for (const encoding of ['br', 'gzip']) {
      const script = await opened.gateway.get(address, { headers: { 'Accept-Encoding': encoding } });
      expect([script.status, script.headers.get('Content-Encoding')]).toEqual([200, encoding]);
      expect(script.headers.get('Cache-Control')).toBe('public,max-age=31536000,immutable');
      await script.arrayBuffer();
    }
    expect((await opened.gateway.get('/console/assets/none.js')).status).toBe(404);
    expect((await opened.gateway.get('/console/assets/..%2fmanifest.json')).status).toBe(404);
  });

  it('names the files of its page, which come with the first ones', async () => {
    const named = async (address: string): Promise<string> => (await opened.gateway.get(`/console${address}`)).text();
    const [list, one, start, none] = await Promise.all(['/payments', '/payments/pay_1', '', '/none'].map(named));
    const beginning = (text = '') => [...text.matchAll(/rel="modulepreload" crossorigin href="\/console\/([^"]+)"/g)];
    const files = [list, one, start, none].map((text) => beginning(text).map(([, file = '']) => file));
    for (const some of files.slice(0, 3)) {
      expect(some.length).toBeGreaterThan(files[3]?.length ?? 0);
      for (const file of some) expect((await opened.gateway.get(`/console/${file}`)).status).toBe(200);
    }
    expect(new Set([list, one, start].map((text) => /assets\/page-[\w-]{8}\.js/.exec(text ?? '')?.[0])).size).toBe(3);
    expect(none).not.toMatch(/assets\/page-[\w-]{8}\.js/);
    const { page, complaints } = await opened.signedIn(['lecture']);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url().split('/').at(-1) ?? ''));
    await page.goto(`${opened.gateway.url}/console/payments`);
    await page.waitForSelector('h1:has-text("Paiements")');
    const script = asked.findIndex((name) => /^page-[\w-]{8}\.js$/.test(name));
    expect(script).toBeLessThan(asked.indexOf('graphql'));
    expect(complaints).toEqual([]);
  });

  it('leads a visitor to the sign-in, and back to the address that was asked for', async () => {
    const { page } = await opened.visitor();
    await page.goto(`${opened.gateway.url}/console/payments?mode=TEST&status=PAID`);
    await page.waitForURL('**/console/sign-in');
    expect(await page.textContent('h1')).toBe('Se connecter');
    const other = await opened.signedIn(['lecture']);
    await page.context().addCookies(await other.page.context().cookies());
    // What the sign-in leads to.
    await page.goto(`${opened.gateway.url}/console`);
    await page.waitForURL('**/console/payments?mode=TEST&status=PAID');
    await page.waitForSelector('h1:has-text("Paiements")');
    // The overview stands at the address to which the sign-in leads.
    const another = await opened.visitor();
    await another.page.goto(`${opened.gateway.url}/console?period=year`);
    await another.page.waitForURL('**/console/sign-in');
    await another.page.context().addCookies(await other.page.context().cookies());
    await another.page.goto(`${opened.gateway.url}/console`);
    await another.page.waitForURL(/\/console\/?\?.*period=year/);
  });

  it('keeps the page where the session ends, and asks again after a sign-in', async () => {
    const { page, signOut, signIn } = await opened.at('/payments', ['direct']);
    await signOut();
    await page.click('label:has-text("LIVE")');
    await page.waitForSelector('text=Votre session est terminée');
    await signIn();
    await page.waitForSelector('text=Aucun paiement');
    expect(page.url()).toContain('mode=LIVE');
    await page.waitForSelector('text=Votre session est terminée', { state: 'detached' });
  });

  it('says of what it asks by itself that no person is there, so that an open page keeps no session alive', async () => {
    const { page, go } = await opened.signedIn(['lecture']);
    await page.clock.install();
    const idle: boolean[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/console/graphql')) idle.push(request.headers()['x-console-idle'] === '1');
    });
    await go('/');
    await page.clock.runFor(1000);
    expect(idle).not.toEqual([]);
    expect(idle).not.toContain(true);
    const asked = async (): Promise<readonly boolean[]> => {
      const before = idle.length;
      await page.clock.runFor(61_000);
      await expect.poll(() => idle.length).toBeGreaterThan(before);
      return idle.slice(before);
    };
    await asked();
    expect(await asked()).not.toContain(false);
    const before = idle.length;
    // The clock also runs by itself, so the next question may come at any moment of these.
    for (const x of [100, 200, 300, 400, 500]) {
      await page.mouse.move(x, 100);
      await page.clock.runFor(15_000);
    }
    await expect.poll(() => idle.length).toBeGreaterThan(before);
    expect(idle.slice(before)).not.toContain(true);
  });

  it('says that it is offline, and turns its buttons off', async () => {
    const { page } = await opened.at('/payments', ['lecture']);
    await page.context().setOffline(true);
    await page.waitForSelector('text=Vous êtes hors ligne');
    expect(await page.isDisabled('main button:has-text("Filtrer")')).toBe(true);
    await page.context().setOffline(false);
    await page.waitForSelector('text=Vous êtes hors ligne', { state: 'detached' });
    expect(await page.isDisabled('main button:has-text("Filtrer")')).toBe(false);
  });

  it('turns a download off with the network', async () => {
    const { page } = await opened.at('/books', ['comptabilite']);
    await page.waitForSelector('main header a:text-is("Exporter")');
    await page.context().setOffline(true);
    await page.waitForSelector('main header button:text-is("Exporter")');
    expect(await page.isDisabled('main button:text-is("Exporter")')).toBe(true);
  });

  it('shows in forced colours which run mode and which tab are chosen', async () => {
    const { page } = await opened.at('/books?view=balance', ['direct'], { options: { forcedColors: 'active' } });
    const look = (where: string, of: 'outlineStyle' | 'borderBottomWidth') =>
      page
        .locator(where)
        .first()
        .evaluate((one, name) => getComputedStyle(one)[name], of);
    expect(await look('header input:checked + span', 'outlineStyle')).toBe('solid');
    expect(await look('header input:not(:checked) + span', 'outlineStyle')).toBe('none');
    expect(await look('main nav a[data-chosen]', 'borderBottomWidth')).toBe('3px');
    expect(await look('main nav a:not([data-chosen])', 'borderBottomWidth')).toBe('0px');
    expect(await page.locator('main a[aria-current]').allTextContents()).toEqual(['Balance']);
  });

  it('says a fault in the language of the page, and what the gateway says in English as English', async () => {
    const { page } = await opened.at('/payments', ['direct']);
    let code = 'INTERNAL_SERVER_ERROR';
    await intercept(page, '**/console/graphql', (route) => {
      const errors = [{ message: 'It failed.', extensions: { code, requestId: 'req_1' } }];
      return route.fulfill({ status: 500, contentType: 'application/json', body: JSON.stringify({ errors }) });
    });
    await page.click('nav a:has-text("Mandats")');
    await page.waitForSelector('[role=alert] :text("La passerelle a rencontré une erreur.")');
    code = 'ANOTHER';
    await page.click('[role=alert] button');
    await page.waitForSelector('[role=alert] [lang=en]:has-text("It failed.")');
  });

  it('begins anew where another person signs in', async () => {
    const { page, signOut } = await opened.at('/payments', ['direct']);
    const other = await opened.signedIn(['comptabilite']);
    await signOut();
    await page.click('label:has-text("LIVE")');
    await page.waitForSelector('text=Votre session est terminée');
    const reloaded = page.waitForEvent('load');
    await page.context().addCookies(await other.page.context().cookies());
    await reloaded;
    await page.waitForSelector('h1:has-text("Paiements")');
  });

  it('begins anew, too, where the page learns of another person without an end of the session', async () => {
    const { page } = await opened.at('/payments', ['direct']);
    const other = await opened.signedIn(['comptabilite']);
    await page.context().addCookies(await other.page.context().cookies());
    const reloaded = page.waitForEvent('load');
    // Everything is asked again.
    await page.click('button:has-text("English")');
    await reloaded;
    await page.waitForSelector('h1:has-text("Payments")');
  });

  it('says that it is out of date where its files are those of another version, and loads again', async () => {
    const { page } = await opened.at('/payments', ['direct']);
    await page.waitForSelector('main table, main p:has-text("Aucun paiement")');
    await intercept(page, '**/console/assets/*.js', (route) => route.fulfill({ status: 404 }));
    await page.keyboard.press('/');
    await page.waitForSelector('[role=alert]:has-text("Cette page n’est plus à jour. Rechargez-la.")');
    await page.unrouteAll();
    await page.click('text=Réessayer');
    await page.waitForSelector('h1:has-text("Paiements")');
  });

  it('says that there is no connection where a page cannot be loaded, and loads it once there is one', async () => {
    const { page } = await opened.at('/payments', ['direct']);
    await page.context().setOffline(true);
    await page.click('nav a:has-text("Exceptions")');
    const fault = page.locator('[role=alert]', { hasText: 'La passerelle ne répond pas. Vérifiez votre connexion.' });
    await fault.waitFor();
    expect(await page.locator('text=Cette page n’est plus à jour').count()).toBe(0);
    await page.context().setOffline(false);
    await page.waitForSelector('h1:has-text("Exceptions")');
    expect(await fault.count()).toBe(0);
  });

  it('looks again by itself whether the gateway answers, as long as the page is shown, and loads it then', async () => {
    const { page, go } = await opened.signedIn(['direct']);
    await page.clock.install();
    await go('/payments');
    let looks = 0;
    await intercept(page, '**/console/assets/**', (route) => {
      if (route.request().method() === 'HEAD') looks++;
      return route.fulfill({ status: 503 });
    });
    const fault = page.locator('[role=alert]', { hasText: 'La passerelle ne répond pas.' });
    const waits = async (): Promise<void> => {
      await page.click('nav a:has-text("Exceptions")');
      await fault.waitFor();
      const before = looks;
      await page.clock.runFor(11_000);
      await expect.poll(() => looks).toBeGreaterThan(before);
    };
    await waits();
    await page.click('nav a:has-text("Paiements")');
    await page.waitForSelector('h1:has-text("Paiements")');
    const before = looks;
    await page.clock.runFor(60_000);
    expect(looks).toBe(before);
    await waits();
    await page.unrouteAll();
    await page.clock.runFor(11_000);
    await page.waitForSelector('h1:has-text("Exceptions")');
  });

  it('loads again a style that did not come, though the browser was online', async () => {
    const { page } = await opened.at('/payments', ['direct']);
    let lost = 0;
    await intercept(page, '**/console/assets/*.css', (route) =>
      route.request().method() === 'GET' && lost++ === 0 ? route.abort('connectionreset') : route.continue(),
    );
    await page.click('nav a:has-text("Exceptions")');
    await page.waitForSelector('[role=alert]:has-text("Un fichier de cette page n’est pas arrivé. Réessayez.")');
    // It is not shown without its style where it is gone to again.
    await page.click('nav a:has-text("Paiements")');
    await page.waitForSelector('h1:has-text("Paiements")');
    await page.click('nav a:has-text("Exceptions")');
    await page.click('[role=alert] button:has-text("Réessayer")');
    await page.waitForSelector('h1:has-text("Exceptions")');
    expect(lost).toBeGreaterThan(1);
  });
});

describe('a console that was not built', () => {
  const folder = temporaryFolder('not-built');

  it('says which command builds it', async () => {
    expect(await createShellReader(pathToFileURL(`${folder}/`))()).toBeNull();
    for (const language of ['fr', 'en'] as const) {
      const { status, main } = notBuiltPage(language);
      expect([status, String(main)]).toEqual([503, expect.stringContaining('npm run build:console')]);
    }
  });
});

describe('an open gateway', () => {
  const gateway = openForGroup(() => startGateway());
  const browser = openForGroup(() => launchBrowser());

  it('shows the console without a sign-in, in TEST alone, and says so', async () => {
    const { page, complaints } = await openPage(browser, { locale: 'fr-FR' });
    await page.goto(`${gateway.url}/console`);
    await page.waitForSelector('text=vous êtes «\u00a0anonymous\u00a0», en TEST seulement');
    await page.waitForSelector('text=TEST — aucun argent réel');
    expect(await page.locator('text=LIVE').count()).toBe(0);
    expect(complaints).toEqual([]);
    expect((await gateway.get('/console/payments')).status).toBe(200);
    const signIn = await gateway.get('/console/sign-in');
    expect([signIn.status, signIn.headers.get('Location')]).toEqual([303, '/console']);
  });
});
