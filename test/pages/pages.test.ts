import { afterEach, describe, expect, it } from 'vitest';
import { typeTexts } from '../../src/html/texts.ts';
import { paymentType } from '../../src/kernel/vocabulary.ts';
import {
  cardPayment,
  type PagesServer,
  startPages,
  transferPayment,
  trickyFields,
} from '../support/pages/pages-server.ts';
import { bank, english, fieldsOf, form, showOn, textOf, withoutNonce } from '../support/pages/shown.ts';

let server: PagesServer;
afterEach(() => server.close());
const { show, link } = showOn(() => server);

describe('the link of a payment that waits for its customer', () => {
  it('gives the bank’s form: every field in order, each value exactly once escaped', async () => {
    server = await startPages();
    server.setForm(form);
    const { status, body } = await show(link());
    expect(status).toBe(200);
    expect(fieldsOf(body)).toEqual(Object.entries(trickyFields));
    expect(body).toContain(
      '<form id="to-bank" method="POST" action="https://bank.example:8443/cgi/pay?a=1&amp;b=2" accept-charset="utf-8">',
    );
    expect(body).toMatch(/<button>[^<]+<\/button>/);
  });

  it('lets the form go to the bank’s origin and to no other, and loads nothing', async () => {
    server = await startPages();
    server.setForm(form);
    const { headers, body } = await show(link());
    const nonce = /'nonce-([^']+)'/.exec(headers.get('Content-Security-Policy') ?? '')?.[1] ?? '';
    expect(headers.get('Content-Security-Policy')?.split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'nonce-${nonce}'`,
      `script-src 'nonce-${nonce}'`,
      "img-src data: 'self'",
      `form-action ${bank}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(body.match(/nonce="[^"]*"/g)).toEqual([`nonce="${nonce}"`, `nonce="${nonce}"`]);
    expect(body.match(/<(?:script|style)\b/g)).toHaveLength(2);
    expect(body).not.toMatch(/\son\w+=|\sstyle=/);
    const addresses = body.match(/(?:src|href|action)="[^"]*"/g) ?? [];
    expect(addresses.filter((address) => !address.startsWith('href="data:'))).toEqual([
      'action="https://bank.example:8443/cgi/pay?a=1&amp;b=2"',
    ]);
  });

  it('has a nonce of its own for each answer', async () => {
    server = await startPages();
    const policies = await Promise.all(
      [1, 2, 3].map(async () => (await show(link())).headers.get('Content-Security-Policy')),
    );
    expect(new Set(policies).size).toBe(3);
  });

  it('is neither kept, nor indexed, nor sent to the next site', async () => {
    server = await startPages();
    const { headers } = await show(link());
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-language': 'fr',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
      'x-frame-options': 'DENY',
      vary: 'Accept-Language',
    });
  });

  it('opens the attempt in the reader’s language', async () => {
    server = await startPages();
    server.setForm(form);
    expect((await show(link())).body).toContain('<html lang="fr">');
    const { body, headers } = await show(link(), english);
    expect(body).toContain('<html lang="en">');
    expect(body).toContain('€1,234.50');
    expect(headers.get('Content-Language')).toBe('en');
    expect(server.opened).toEqual(['fr', 'en']);
  });

  it('says that the bank’s page is down, and offers to try again', async () => {
    server = await startPages();
    const { status, body } = await show(link());
    expect(status).toBe(200);
    expect(textOf(body)).toContain('Page de paiement indisponible');
    expect(body).toContain(`href="${server.token}"`);
    expect(fieldsOf(body)).toEqual([]);
    expect(textOf((await show(link(), english)).body)).toContain('Payment page not available');
  });

  it('shows amount, order, means, reference and who is paid, and escapes them all', async () => {
    server = await startPages({
      payment: { idCommande: '<b>"45"&é</b>', reference: '<i>4K7M' },
      societeName: `Zoë & Cie <script>alert('x')</script>`,
    });
    server.setForm({ ...form, fields: {} });
    const { body } = await show(link());
    expect(body).toContain('&lt;b&gt;&quot;45&quot;&amp;é&lt;/b&gt;');
    expect(body).not.toMatch(/<b>|<i>|<script>/);
    expect(textOf(body)).toContain(`Zoë & Cie <script>alert('x')</script>`);
    expect(textOf(body)).toContain('1 234,50 €');
    expect(textOf(body)).toContain('Moyen de paiement Carte bancaire');
    expect(textOf(body)).toContain('référence : <i>4K7M');
    expect(textOf(body)).toContain('TEST');
  });

  it.each(paymentType.names)('names %s as a customer would, in both languages', async (typePaiement) => {
    server = await startPages({ payment: { typePaiement, idCommande: '0', effectiveRunMode: 'LIVE' } });
    const shown = textOf((await show(link())).body);
    expect(shown).toContain(typeTexts.fr[typePaiement]);
    expect(shown).not.toMatch(/Commande|TEST/);
    expect(textOf((await show(link(), english)).body)).toContain(typeTexts.en[typePaiement]);
  });
});

describe('the link of a transfer', () => {
  it('shows where to, how much and under which reference, in groups of four, with a QR code', async () => {
    server = await startPages({ payment: transferPayment });
    const { body, headers } = await show(link());
    const shown = textOf(body);
    expect(shown).toContain('Virement à effectuer');
    expect(shown).toContain('J. MILLIET BBC');
    expect(shown).toContain('FR14 2004 1010 0505 0001 3M02 606');
    expect(shown).toContain('PSSTFRPPPAR');
    expect(shown).toContain('RF18 4K7M 9QXT');
    expect(shown).toContain('1 234,50 €');
    expect(shown).not.toContain('Nous avons reçu');
    expect(body).toContain('data-copy="FR1420041010050500013M02606"');
    expect(body).toContain('data-copy="RF184K7M9QXT"');
    expect(body).toMatch(/<div role="img" aria-label="QR code du virement"><svg /);
    expect(headers.get('Content-Security-Policy')).toContain("connect-src 'self'; ");
    // It may turn into a page with the button that tries again.
    expect(headers.get('Content-Security-Policy')).toContain("form-action 'self'");
    expect(body).toContain(`data-events="${server.token}/events"`);
    expect(body).not.toContain('http-equiv="refresh"');
  });

  it('shows the same where a bank’s return address is asked for', async () => {
    server = await startPages({ payment: transferPayment });
    const { body } = await show(link('/return/success'));
    expect(textOf(body)).toContain('RF18 4K7M 9QXT');
    expect(body).toContain('data-events="../events"');
  });
});

describe('a link with a slash at its end', () => {
  it('leads to the link, and opens nothing on its way', async () => {
    server = await startPages();
    server.setForm(form);
    const { status, headers } = await show(link('/'));
    expect([status, new URL(headers.get('Location') ?? '', server.origin + link('/')).pathname]).toEqual([303, link()]);
    expect([headers.get('Cache-Control'), headers.get('Referrer-Policy')]).toEqual(['no-store', 'no-referrer']);
    expect(server.opened).toEqual([]);
    expect(textOf((await show('/pay/x/')).body)).toContain('Lien inconnu ou expiré');
  });
});

describe('an unintended look', () => {
  it('by HEAD tells whether the link is known, and opens nothing', async () => {
    server = await startPages();
    server.setForm(form);
    expect(await show(link(), { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    expect(await show(link('/return/success'), { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    expect(await show(link('/events'), { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    expect((await show(`/pay/${'x'.repeat(22)}`, { method: 'HEAD' })).status).toBe(404);
    expect(server.opened).toEqual([]);
    expect(server.followers()).toBe(0);
  });

  it.each([
    ['Sec-Purpose', 'prefetch'],
    ['Sec-Purpose', 'prefetch;prerender'],
    ['Purpose', 'prefetch'],
    ['X-Purpose', 'preview'],
    ['X-Moz', 'prefetch'],
    ['Service-Worker', 'script'],
  ])('with %s: %s gets nothing and opens nothing', async (name, value) => {
    server = await startPages();
    server.setForm(form);
    const answer = await show(link(), { headers: { [name]: value } });
    expect(answer).toMatchObject({ status: 403, body: '' });
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(server.opened).toEqual([]);
  });

  it('for the preview of a link shows what is to be paid and a button, and opens nothing', async () => {
    server = await startPages();
    server.setForm(form);
    const { status, body } = await show(link(), { headers: { 'User-Agent': 'Slackbot-LinkExpanding 1.0' } });
    expect([status, textOf(body)]).toEqual([200, expect.stringContaining('Paiement à effectuer')]);
    expect(body).toMatch(
      /<form id="retry" method="post" action="[^"]+\/retry\/\d+"><button[^>]*>Continuer vers la banque</,
    );
    expect(fieldsOf(body)).toEqual([]);
    expect(server.opened).toEqual([]);
  });
});

describe('an unknown link', () => {
  it.each([
    `/pay/${'x'.repeat(22)}`,
    '/pay/x',
    '/pay/%00',
    '/pay/..%2F..%2Fetc%2Fpasswd',
    '/pay/%3Cscript%3Ealert(1)%3C%2Fscript%3E',
    `/pay/${'x'.repeat(22)}/return/success`,
    `/pay/${cardPayment.token}/return/paid`,
    `/pay/${cardPayment.token}/return/__proto__`,
  ])('%s is a friendly 404 that echoes nothing', async (path) => {
    server = await startPages();
    const answer = await show(path);
    expect(answer.status).toBe(404);
    expect(withoutNonce(answer)).toBe(withoutNonce(await show('/pay/x')));
    expect(textOf(answer.body)).toContain('Lien inconnu ou expiré');
    expect(answer.headers.get('Content-Security-Policy')).not.toContain('script-src');
    expect(textOf((await show(path, english)).body)).toContain('Unknown or expired link');
    expect(server.opened).toEqual([]);
  });

  it('is 404 by POST at the return address as well', async () => {
    server = await startPages();
    expect((await show('/pay/x/return/success', { method: 'POST' })).status).toBe(404);
    expect((await show(link('/return/paid'), { method: 'POST' })).status).toBe(404);
  });
});

describe('another verb', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is not allowed on link and events', async (method) => {
    server = await startPages();
    for (const rest of ['', '/events']) {
      const { status, headers } = await show(link(rest), { method });
      expect([status, headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
    }
    expect(server.opened).toEqual([]);
  });

  it.each(['PUT', 'DELETE'])('%s is not allowed on the return', async (method) => {
    server = await startPages();
    const { status, headers } = await show(link('/return/success'), { method });
    expect([status, headers.get('Allow')]).toEqual([405, 'GET, HEAD, POST']);
  });
});
