import { afterEach, describe, expect, it } from 'vitest';
import { pageTexts, returnTexts, statusTexts, typeTexts } from '../../src/html/texts.ts';
import { isFinal, type PaymentStatus, paymentStatus, paymentType } from '../../src/kernel/vocabulary.ts';
import {
  cardPayment,
  type PagesServer,
  startPages,
  transferPayment,
  trickyFields,
} from '../support/pages/pages-server.ts';

let server: PagesServer;
afterEach(() => server.close());

const bank = 'https://bank.example:8443';
const form = { method: 'POST', url: `${bank}/cgi/pay?a=1&b=2`, fields: trickyFields, expiresAt: null } as const;

type Shown = { readonly status: number; readonly headers: Headers; readonly body: string };

async function show(path: string, init: RequestInit = {}): Promise<Shown> {
  const response = await fetch(server.origin + path, { redirect: 'manual', ...init });
  return { status: response.status, headers: response.headers, body: await response.text() };
}
const link = (rest = ''): string => `/pay/${server.token}${rest}`;
const resolved = (location: string | null, rest: string): string =>
  new URL(location ?? '', server.origin + link(rest)).href;
async function followed(rest: string): Promise<{ url: string; body: string }> {
  const response = await fetch(server.origin + link(rest));
  return { url: response.url, body: await response.text() };
}
const english = { headers: { 'Accept-Language': 'en-GB,en;q=0.9' } };

const withoutNonce = ({ body }: Shown): string => body.replaceAll(/nonce="[^"]*"/g, '');
/** What the parser of a browser makes of an attribute or a text. Every entity that we write, and no other. */
const decode = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|amp|#39);/g, (entity) => {
    return { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&', '&#39;': "'" }[entity] ?? '';
  });
const fieldsOf = (body: string): [string, string][] =>
  [...body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
    decode(name),
    decode(value),
  ]);
/** What a person reads, whatever the mark-up. */
const textOf = (body: string): string => {
  const content = body.replace(/^.*<body>/s, '').replace(/<script.*$/s, '');
  return decode(content.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/[\s\u00a0\u202f]+/g, ' ');
};

describe('the link of a payment that waits for its customer', () => {
  it('gives the bank’s form: every field in order, each value exactly once escaped', async () => {
    server = await startPages();
    server.setForm(form);
    const { status, body } = await show(link());
    expect(status).toBe(200);
    expect(fieldsOf(body)).toEqual(trickyFields);
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
    server.setForm({ ...form, fields: [] });
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

/** Whatever else a page says, it must not sound as if the payment had succeeded. */
const succeeded = new Set<string>(['AUTHORIZED', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED']);
const saysPaid = /effectué\b|accepté|enregistré|merci|remboursé|\bmade\b|accepted|recorded|thank you|refunded/i;

/** The customer may have tried again on the bank's own page since, and its message may be on its way. */
const mayBePaidSince = new Set<string>(['REFUSED', 'FAILED', 'EXPIRED']);

describe.each([...mayBePaidSince] as PaymentStatus[])(
  'a payment in %s whose customer comes back from paying',
  (status) => {
    it.each(['/return/success', '/return/pending'])(
      'is being confirmed at /pay/{token}%s, and followed',
      async (rest) => {
        server = await startPages({ payment: { status, returnUrl: 'https://boutique.example/' } });
        for (const language of ['fr', 'en'] as const) {
          const { body } = await show(link(rest), language === 'en' ? english : {});
          for (const text of returnTexts[language].done) expect(textOf(body)).toContain(text);
          expect(textOf(body)).toContain(pageTexts[language].doNotPayTwice);
          expect(body).toContain(`<main data-status="${status}"`);
          expect(body).toContain('data-events="../events?awaits=money"');
          expect(body).not.toContain('id="leaving"');
          expect(saysPaid.test(textOf(body))).toBe(false);
        }
      },
    );

    it('is shown as it is where only an authorisation ran out, or the bank says that nothing was paid', async () => {
      server = await startPages({ payment: { status: 'EXPIRED', capture: 'LATER' } });
      const { body } = await show(link('/return/success'));
      for (const text of statusTexts.fr.EXPIRED) expect(textOf(body)).toContain(text);
    });
  },
);

describe.each(paymentStatus.names.filter((status) => status !== 'REQUIRES_ACTION'))('a payment in %s', (status) => {
  const isDoubted = mayBePaidSince.has(status);
  it.each(isDoubted ? ['', '/return/cancelled'] : ['', '/return/success', '/return/cancelled'])(
    'is shown as it is at /pay/{token}%s',
    async (rest) => {
      server = await startPages({ payment: { status } });
      for (const language of ['fr', 'en'] as const) {
        const { body } = await show(link(rest), language === 'en' ? english : {});
        for (const text of statusTexts[language][status]) expect(textOf(body)).toContain(text);
        expect(body).toContain(`<main data-status="${status}"`);
        expect(saysPaid.test(textOf(body))).toBe(succeeded.has(status));
      }
    },
  );

  it(isFinal(status) ? 'awaits nothing' : 'is followed, without scripts as well', async () => {
    server = await startPages({ payment: { status } });
    const { body, headers } = await show(link(isDoubted ? '/return/refused' : '/return/pending'));
    const refresh = '<noscript><meta http-equiv="refresh" content="5"></noscript>';
    expect(body.includes(refresh)).toBe(!isFinal(status));
    expect(body.includes('data-events="../events"')).toBe(!isFinal(status));
    expect(headers.get('Content-Security-Policy')?.includes("connect-src 'self'")).toBe(!isFinal(status));
  });

  it('offers the way back to the client, and leaves by itself only from a final page after the bank', async () => {
    const returnUrl = 'https://boutique.example/merci?commande=45012&langue=fr';
    server = await startPages({ payment: { status, returnUrl } });
    const back = 'href="https://boutique.example/merci?commande=45012&amp;langue=fr"';
    const afterBank = await show(link(isDoubted ? '/return/refused' : '/return/success'));
    const atLink = await show(link());
    for (const { body } of [afterBank, atLink]) expect(body).toContain(back);
    expect(textOf(afterBank.body)).toContain('Retour à la boutique (boutique.example)');
    expect(afterBank.body.includes('id="leaving"')).toBe(isFinal(status));
    expect(atLink.body).not.toContain('id="leaving"');
  });
});

it('a payment that was given back in part says how much', async () => {
  server = await startPages({ payment: { status: 'PARTIALLY_REFUNDED' }, refundedCents: 1000 });
  expect(textOf((await show(link())).body)).toContain('1 234,50 € Dont remboursé : 10,00 €');
  expect(textOf((await show(link(), english)).body)).toContain('Refunded: €10.00');
});

describe('the browser’s return before the bank’s message', () => {
  it.each(['success', 'pending'])(
    'by /return/%s waits, and does not lead the customer to pay again',
    async (outcome) => {
      server = await startPages();
      const { body, status } = await show(link(`/return/${outcome}`));
      expect(status).toBe(200);
      expect(textOf(body)).toContain('Paiement en cours de confirmation');
      expect(textOf(body)).toContain('Ne payez pas une seconde fois');
      expect(body).not.toContain('id="try-again"');
      expect(body).toContain('data-events="../events"');
      expect(saysPaid.test(textOf(body))).toBe(false);
      expect(textOf((await show(link(`/return/${outcome}`), english)).body)).toContain('Do not pay a second time');
    },
  );

  it.each(['refused', 'cancelled', 'error'])(
    'by /return/%s does not call it so, and offers to try again',
    async (outcome) => {
      server = await startPages();
      const { body } = await show(link(`/return/${outcome}`));
      expect(textOf(body)).toContain('la banque ne nous l’a pas encore confirmé');
      expect(textOf(body)).not.toMatch(/refusé|annulé/);
      expect(body).toContain('<form id="retry" method="post" action="../retry/1"><button id="try-again">');
      expect(textOf((await show(link(`/return/${outcome}`), english)).body)).toContain(
        'has not confirmed that to us yet',
      );
    },
  );

  it('opens nothing and believes nothing that the browser brings, and does not keep it', async () => {
    server = await startPages();
    const query =
      '?Mt=123450&Ref=x&Auto=XXXXXX&Erreur=00000&vads_trans_status=AUTHORISED&status=PAID&x=<script>alert(1)</script>';
    const answer = await show(link(`/return/refused${query}`));
    expect([answer.status, answer.body]).toEqual([303, '']);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    const { url, body } = await followed(`/return/refused${query}`);
    expect(url).toBe(server.origin + link('/return/refused'));
    expect(body).toContain('<main data-status="REQUIRES_ACTION"');
    expect(body).toContain('id="try-again"');
    expect(server.opened).toEqual([]);
  });

  it('by POST is asked for again by GET; nothing of what was posted goes on', async () => {
    server = await startPages();
    const answer = await show(link('/return/success?vads_trans_status=AUTHORISED'), {
      method: 'POST',
      body: new URLSearchParams({ vads_trans_status: 'AUTHORISED', vads_amount: '1' }),
    });
    expect(answer.status).toBe(303);
    expect(resolved(answer.headers.get('Location'), '/return/success')).toBe(server.origin + link('/return/success'));
    expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
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
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    '%s is not allowed on the link and its events',
    async (method) => {
      server = await startPages();
      for (const rest of ['', '/events']) {
        const { status, headers } = await show(link(rest), { method });
        expect([status, headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
      }
      expect(server.opened).toEqual([]);
    },
  );

  it.each(['PUT', 'DELETE'])('%s is not allowed on the return', async (method) => {
    server = await startPages();
    const { status, headers } = await show(link('/return/success'), { method });
    expect([status, headers.get('Allow')]).toEqual([405, 'GET, HEAD, POST']);
  });
});
