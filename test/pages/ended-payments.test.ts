import { afterEach, describe, expect, it } from 'vitest';
import { outcomeTexts } from '../../src/html/outcome-texts.ts';
import type { PaymentStatus } from '../../src/kernel/vocabulary.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { openForGroup } from '../support/open-for.ts';
import { type PagesServer, startPages, transferPayment } from '../support/pages/pages-server.ts';
import { asRead } from '../support/pages/shown.ts';

/** The pages of a payment that ended: none of them is a dead end. */

let server: PagesServer;
const browser = openForGroup(launchBrowser);
afterEach(() => server.close());

const link = (rest = ''): string => `${server.origin}/pay/${server.token}${rest}`;
async function show(rest = '', language = 'fr'): Promise<string> {
  const response = await fetch(link(rest), { headers: { 'Accept-Language': language } });
  return (await response.text()).replaceAll('\u00a0', ' ');
}
const ended = ['REFUSED', 'CANCELLED', 'EXPIRED', 'FAILED'] as const satisfies readonly PaymentStatus[];
const contact = {
  phone: '+33199000000',
  email: 'clients@boutique.example',
  hours: { fr: 'du lundi au vendredi, de 9 h à 18 h', en: 'Monday to Friday, 9 am to 6 pm' },
};

describe.each(ended)('a payment in %s', (status) => {
  const rest = '/return/cancelled';

  it('offers to try again where that is possible, and does not leave by itself then', async () => {
    const returnUrl = 'https://boutique.example/panier';
    server = await startPages({ payment: { status, version: 7, returnUrl }, retry: 'OFFERED' });
    for (const [at, action] of [
      ['', `${server.token}/retry/7`],
      [rest, '../retry/7'],
    ] as const) {
      const body = await show(at);
      expect(body).toContain(`<form id="retry" method="post" action="${action}"><button id="try-again">Réessayer`);
      expect(body).toContain(outcomeTexts.fr.canTryAgain);
      expect(body).toContain('id="back"');
      expect(body).not.toContain('id="leaving"');
    }
    expect(await show(rest, 'en')).toContain('Try again');
    const { headers } = await fetch(link());
    expect(headers.get('Content-Security-Policy')).toContain("form-action 'self'");
  });

  it('says where to turn where it is over, or in doubt', async () => {
    server = await startPages({ payment: { status } });
    expect(await show()).toContain('demandez un nouveau lien à J. Milliet BBC');
    expect(await show('', 'en')).toContain('ask J. Milliet BBC for a new link');
    await server.close();
    server = await startPages({ payment: { status }, retry: 'DOUBT' });
    const body = await show();
    expect(body).toContain(asRead(outcomeTexts.fr.inDoubt));
    expect(body).toContain('La banque n’a pas encore confirmé le paiement');
    expect(body).not.toContain('pas débité');
    expect(body).not.toContain('id="try-again"');
  });

  it('has a mark of its own: only a refusal and a failure have the cross', async () => {
    server = await startPages({ payment: { status } });
    expect((await show()).includes('class="mark bad"')).toBe(status === 'REFUSED' || status === 'FAILED');
  });
});

describe('the way back and the contact', () => {
  it('lead to the société where the payment names no address, and to nowhere by themselves', async () => {
    server = await startPages({
      payment: { status: 'REFUSED' },
      customerPages: { site: 'https://www.boutique.example/accueil', contact },
    });
    const body = await show('/return/refused');
    expect(body).toContain('href="https://www.boutique.example/accueil">Retour à la boutique (www.boutique.example)');
    expect(body).not.toContain('id="leaving"');
    expect(body).toContain(
      'Téléphone : <a href="tel:+33199000000">01 99 00 00 00</a> (du lundi au vendredi, de 9 h à 18 h)',
    );
    expect(body).toContain('href="mailto:clients@boutique.example?subject=4K7M-9QXT">clients@boutique.example</a>');
    const english = await show('/return/refused', 'en');
    expect(english).toContain('>Back to the shop (www.boutique.example)');
    expect(english).toContain('>+33 1 99 00 00 00</a> (Monday to Friday, 9 am to 6 pm)');
  });

  it.each([
    ['a transfer', transferPayment],
    ['a payment that was made', { status: 'PAID' }],
    ['a wait', { status: 'PENDING' }],
  ] as const)('stands on the page of %s, and only what the société has', async (_what, payment) => {
    server = await startPages({ payment, customerPages: { contact: { email: contact.email } } });
    expect(await show()).toContain('E-mail : <a href="mailto:clients@boutique.example');
    expect(await show()).not.toContain('tel:');
    await server.close();
    server = await startPages({ payment });
    expect(await show()).not.toContain('id="contact"');
  });

  it('escapes what the config says', async () => {
    const hours = { fr: '<b>9 h</b>', en: '' };
    server = await startPages({ customerPages: { contact: { phone: '+4930123456', hours } } });
    expect(await show()).toContain('>+4930123456</a> (&lt;b&gt;9 h&lt;/b&gt;)');
  });
});

it('a payment that was made shows day, reference and means, as a receipt does', async () => {
  server = await startPages({ payment: { status: 'PAID' }, paidAt: Date.UTC(2026, 10, 27, 9, 5) });
  const body = await show();
  expect(body).toContain('<dt>Date</dt><dd>27 novembre 2026 à 10:05</dd>');
  expect(body).toContain('<dt>Référence</dt><dd>4K7M-9QXT</dd>');
  expect(body).toContain('<dt>Moyen de paiement</dt><dd>Carte bancaire</dd>');
  expect(await show('', 'en')).toContain('<dt>Date</dt><dd>27 November 2026 at 10:05</dd>');
});

describe('the button', () => {
  const post = (rest: string) => fetch(link(rest), { method: 'POST', redirect: 'manual' });

  it('leads to the link where the page is out of date, and says to wait after too many attempts', async () => {
    server = await startPages({ payment: { status: 'REFUSED' }, retried: 'AS_IT_IS' });
    const stale = await post('/retry/1');
    expect([stale.status, stale.headers.get('Location')]).toEqual([303, `../../${server.token}`]);
    await server.close();
    server = await startPages({ payment: { status: 'REFUSED' }, retried: 'TOO_MANY' });
    const refused = await post('/retry/1');
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '3600']);
    expect(await refused.text()).toContain('Trop d’essais');
  });

  it('shows the way on where the bank’s page is down', async () => {
    server = await startPages({ payment: { status: 'REFUSED' } });
    const body = await (await post('/retry/1')).text();
    expect(body).toContain('Page de paiement indisponible');
    expect(body).toContain(`href="../../${server.token}"`);
  });

  it('sends a double click once', async () => {
    server = await startPages({ payment: { status: 'REFUSED', version: 3 }, retry: 'OFFERED' });
    const { page } = await openPage(browser, { locale: 'fr-FR' });
    await page.goto(link());
    const held = server.hold();
    await page.locator('#try-again').dblclick({ noWaitAfter: true });
    await held.isAsked;
    held.release();
    await page.waitForURL(/\/retry\/3$/);
    await page.waitForSelector('h1:has-text("indisponible")');
    expect(server.presses).toEqual([3]);
  });

  it('works without scripts, and on a page that turned refused while it was open', async () => {
    server = await startPages({ payment: { status: 'REFUSED' }, retry: 'OFFERED' });
    const { page: plain } = await openPage(browser, { locale: 'fr-FR', javaScriptEnabled: false });
    await plain.goto(link());
    await plain.click('#try-again');
    await plain.waitForURL(/\/retry\/1$/);
    await server.close();
    server = await startPages({ retry: 'OFFERED' });
    const { page } = await openPage(browser, { locale: 'fr-FR' });
    await page.goto(link('/return/refused'));
    server.turn('REFUSED');
    await page.waitForSelector('main[data-status="REFUSED"]');
    await page.click('#try-again');
    await page.waitForURL(/\/retry\/2$/);
    expect(server.presses).toEqual([2]);
  });
});
