import { afterEach, describe, expect, it } from 'vitest';
import { pageTexts, returnTexts, statusTexts } from '../../src/html/texts.ts';
import { isFinal, paymentStatus } from '../../src/kernel/vocabulary.ts';
import { type PagesServer, startPages } from '../support/pages/pages-server.ts';
import { asRead, english, showOn, textOf } from '../support/pages/shown.ts';

let server: PagesServer;
afterEach(() => server.close());
const { show, link } = showOn(() => server);
const resolved = (location: string | null, rest: string): string =>
  new URL(location ?? '', server.origin + link(rest)).href;
async function followed(rest: string): Promise<{ url: string; body: string }> {
  const response = await fetch(server.origin + link(rest));
  return { url: response.url, body: await response.text() };
}

/** Whatever else a page says, it must not sound as if the payment had succeeded. */
const succeeded = new Set<string>(['AUTHORIZED', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED']);
const saysPaid = /effectué\b|accepté|enregistré|merci|remboursé|\bmade\b|accepted|recorded|thank you|refunded/i;

describe.each(['REFUSED', 'FAILED', 'CANCELLED', 'EXPIRED'] as const)(
  'a payment in %s whose customer comes back from paying',
  (status) => {
    it.each(['/return/success', '/return/pending'])('is being confirmed at /pay/{token}%s, followed', async (rest) => {
      server = await startPages({
        payment: { status, returnUrl: 'https://boutique.example/' },
        mayBePaidSince: true,
      });
      for (const language of ['fr', 'en'] as const) {
        const { body } = await show(link(rest), language === 'en' ? english : {});
        for (const text of returnTexts[language].done) expect(textOf(body)).toContain(asRead(text));
        expect(textOf(body)).toContain(asRead(pageTexts[language].doNotPayTwice));
        expect(body).toContain(`<main data-status="${status}"`);
        expect(body).toContain('data-events="../events?awaits=money"');
        expect(body).not.toContain('id="leaving"');
        expect(saysPaid.test(textOf(body))).toBe(false);
      }
    });
  },
);

describe.each(paymentStatus.names.filter((status) => status !== 'REQUIRES_ACTION'))('a payment in %s', (status) => {
  it.each(['', '/return/success', '/return/cancelled'])('is shown as it is at /pay/{token}%s', async (rest) => {
    server = await startPages({ payment: { status } });
    for (const language of ['fr', 'en'] as const) {
      const { body } = await show(link(rest), language === 'en' ? english : {});
      for (const text of statusTexts[language][status]) expect(textOf(body)).toContain(asRead(text));
      expect(body).toContain(`<main data-status="${status}"`);
      expect(saysPaid.test(textOf(body))).toBe(succeeded.has(status));
    }
  });

  it(isFinal(status) ? 'awaits nothing' : 'is followed, without scripts as well', async () => {
    server = await startPages({ payment: { status } });
    const { body, headers } = await show(link('/return/pending'));
    const refresh = '<noscript><meta http-equiv="refresh" content="5"></noscript>';
    expect(body.includes(refresh)).toBe(!isFinal(status));
    expect(body.includes('data-events="../events"')).toBe(!isFinal(status));
    expect(headers.get('Content-Security-Policy')?.includes("connect-src 'self'")).toBe(!isFinal(status));
  });

  it('offers the way back to the client, and leaves by itself only from a final page after the bank', async () => {
    const returnUrl = 'https://boutique.example/merci?commande=45012&langue=fr';
    server = await startPages({ payment: { status, returnUrl } });
    const back = 'href="https://boutique.example/merci?commande=45012&amp;langue=fr"';
    const afterBank = await show(link('/return/success'));
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
  it.each(['success', 'pending'])('by /return/%s waits, and leads no customer to pay again', async (outcome) => {
    server = await startPages();
    const { body, status } = await show(link(`/return/${outcome}`));
    expect(status).toBe(200);
    expect(textOf(body)).toContain('Paiement en cours de confirmation');
    expect(textOf(body)).toContain('Ne payez pas une seconde fois');
    expect(body).not.toContain('id="try-again"');
    expect(body).toContain('data-events="../events"');
    expect(saysPaid.test(textOf(body))).toBe(false);
    expect(textOf((await show(link(`/return/${outcome}`), english)).body)).toContain('Do not pay a second time');
  });

  it.each(['refused', 'cancelled', 'error'])('by /return/%s does not say so, and offers a new try', async (outcome) => {
    server = await startPages();
    const { body } = await show(link(`/return/${outcome}`));
    expect(textOf(body)).toContain('la banque ne nous l’a pas encore confirmé');
    expect(textOf(body)).not.toMatch(/refusé|annulé/);
    expect(body).toContain('<form id="retry" method="post" action="../retry/1"><button id="try-again">');
    expect(textOf((await show(link(`/return/${outcome}`), english)).body)).toContain(
      'has not confirmed that to us yet',
    );
  });

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
