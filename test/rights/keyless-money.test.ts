import { describe, expect, it } from 'vitest';
import { remarksOnKeylessMoney } from '../../src/app/remarks/keyless-money.ts';
import type { Client } from '../../src/config/clients.ts';
import { keylessRefusalOf } from '../../src/config/keyless-money.ts';
import type { InitiatePaymentInput } from '../generated/graphql.ts';
import { clientEntry, configOf, productionFile } from '../support/config-of.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { countPayments, initiate, legacyPath } from '../support/requests.ts';
import { createBelongings } from '../support/rights/belongings.ts';
import { clients, fromAddress, keyOf, startProduction } from '../support/rights/clients.ts';

/**
 * Old systems are known by the network that they call from. Any page that is open in a browser of that network asks with
 * the same address: an image of a foreign page must not start a direct debit, nor record that something was paid.
 */

const page = 'https://intranet.example';
const [right] = clients.filter(({ caller }) => caller.client === 'right');
const keyless = (name: string, network: string, keylessMoney: Client['keylessMoney']): Client => {
  if (!right) throw new Error('there is a client that may do everything');
  return {
    ...{ ...right, keyHashes: [], networks: [network], keylessMoney: keylessMoney ?? null },
    caller: { ...right.caller, client: name, targets: null },
  };
};
const known: readonly Client[] = [
  ...clients.filter(({ caller }) => caller.client === 'booking'),
  ...(right ? [{ ...right, caller: { ...right.caller, targets: null } }] : []),
  keyless('without', '10.1.0.0/16', null),
  keyless('programs', '10.2.0.0/16', { pageOrigins: new Set() }),
  keyless('pages', '10.3.0.0/16', { pageOrigins: new Set([page]) }),
];
const by = {
  without: fromAddress('10.1.0.1'),
  programs: fromAddress('10.2.0.1'),
  pages: fromAddress('10.3.0.1'),
  key: { 'X-API-Key': keyOf('right'), ...fromAddress('10.1.0.1') },
};

type Headers = Readonly<Record<string, string>>;
const browser = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0' };
const crossSite = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'image', ...browser };

/** What a request says of where it comes from, and whether it passes with the setting: alone, and with the page named. */
const ways: readonly (readonly [title: string, headers: Headers, programs: boolean, pages: boolean])[] = [
  ['a program', {}, true, true],
  ['a program of Node', { 'Sec-Fetch-Mode': 'cors', 'User-Agent': 'node' }, true, true],
  [
    'an old program of Windows',
    { 'User-Agent': 'Mozilla/4.0 (compatible; Win32; WinHttp.WinHttpRequest.5)' },
    true,
    true,
  ],
  ['a page of the gateway', { 'Sec-Fetch-Site': 'same-origin', ...browser }, true, true],
  ['a page of the gateway, without Sec-Fetch-Site', { Referer: 'OWN/docs', ...browser }, true, true],
  ['an image of a foreign page', { ...crossSite, Referer: 'https://evil.example/' }, false, false],
  ['an image of a foreign page without its address', crossSite, false, false],
  ['the same in an older browser', { Referer: 'https://evil.example/', ...browser }, false, false],
  ['the same in an older browser, without its address', browser, false, false],
  ['a form of a foreign page', { Origin: 'https://evil.example', ...crossSite }, false, false],
  ['a page in a frame of its own', { Origin: 'null', ...crossSite }, false, false],
  ['a page of a neighbour', { 'Sec-Fetch-Site': 'same-site', Referer: 'https://shop.pay.example/' }, false, false],
  ['a link in a mail', { 'Sec-Fetch-Site': 'none', ...browser }, false, false],
  ['a referrer that is none', { Referer: 'nonsense' }, false, false],
  ['two answers to one question', { 'Sec-Fetch-Site': 'same-origin, cross-site' }, false, false],
  ['the page that is named', { ...crossSite, Referer: `${page}/orders?id=1` }, false, true],
  ['a form of the page that is named', { ...crossSite, Origin: page }, false, true],
  ['the page that is named, by a wrong scheme', { ...crossSite, Referer: 'http://intranet.example/' }, false, false],
  ['a page with a longer name', { ...crossSite, Referer: `${page}.evil.example/` }, false, false],
];

const booking: Partial<InitiatePaymentInput> = {
  ...{ paymentTarget: 'MILLIET', paymentType: 'COMPTABILITE', typePaiement: 'CB', paymentRunMode: 'LIVE' },
};
const debit: Partial<InitiatePaymentInput> = {
  ...{ paymentTarget: 'MILLIET', paymentType: 'DIRECT_SEPA', paymentRunMode: 'LIVE' },
};

describe.each(drawnDatabases())('real money without a key on $name', ({ open }) => {
  const gateway = openForGroup(() => startProduction({ open, config: { clients: known } }));

  let count = 0;
  /** By the old door, as JSON: the status, the error, and how many payments there are afterwards. */
  const ask = async (change: Partial<InitiatePaymentInput>, headers: Headers, query = 'format=json') => {
    const idCommande = `order-${count++}`;
    const path = `${legacyPath({ ...change, idCommande, commentaire: null })}?${query}`;
    const referer = headers.Referer?.replace('OWN', gateway.url);
    const response = await gateway.get(path, { headers: { ...headers, ...(referer && { Referer: referer }) } });
    const text = await response.text();
    return { status: response.status, text, recorded: await countPayments(gateway, { idCommande }) };
  };
  const refused = { status: 403, recorded: 0, text: expect.stringContaining('"errorCode":"NotAllowed"') };
  const recorded = { status: 200, recorded: 1, text: expect.stringContaining('"effective_run_mode":"LIVE"') };
  const noMandate = { status: 400, recorded: 0, text: expect.stringContaining('MandateRequired') };

  it.each(ways)('is booked by who may: %s', async (_title, headers, programs, pages) => {
    expect(await ask(booking, { ...headers, ...by.without })).toMatchObject(refused);
    expect(await ask(booking, { ...headers, ...by.programs })).toMatchObject(programs ? recorded : refused);
    expect(await ask(booking, { ...headers, ...by.pages })).toMatchObject(pages ? recorded : refused);
    expect(await ask(booking, { ...headers, ...by.key })).toMatchObject(recorded);
  });

  it.each(ways)('is asked for by direct debit by who may: %s', async (_title, headers, programs, pages) => {
    expect(await ask(debit, { ...headers, ...by.without })).toMatchObject(refused);
    expect(await ask(debit, { ...headers, ...by.programs })).toMatchObject(programs ? noMandate : refused);
    expect(await ask(debit, { ...headers, ...by.pages })).toMatchObject(pages ? noMandate : refused);
  });

  it('is refused through the other door as well, with what to do about it', async () => {
    for (const change of [booking, debit]) {
      expect(await initiate(gateway, change, by.without)).toMatchObject({
        __typename: 'NotAllowedError',
        message: expect.stringContaining('keylessMoney'),
      });
    }
    expect((await initiate(gateway, booking, by.programs)).__typename).toBe('InitiatePaymentSuccess');
  });

  it('is refused inside a script as well, and a repeat of what a key booked shows nothing', async () => {
    const script = await ask(booking, { ...crossSite, ...by.pages }, 'callback=cb');
    expect([script.recorded, script.text]).toEqual([0, expect.stringMatching(/^\/\*\*\/cb\(.*NotAllowed/)]);
    const path = legacyPath({ ...booking, idCommande: 'once', commentaire: null });
    for (const [headers, status] of [
      [by.key, 200],
      [by.without, 403],
    ] as const) {
      expect((await gateway.get(`${path}?format=json`, { headers })).status).toBe(status);
    }
  });

  it('is in a file of direct debits: a refused download is not the first one', async () => {
    const { batch } = await createBelongings(gateway);
    const image = { ...crossSite, Referer: 'https://evil.example/' };
    const refusedTo = [
      by.without,
      { ...image, ...by.without },
      { ...image, ...by.programs },
      { ...image, ...by.pages },
    ];
    for (const headers of refusedTo) {
      const answer = await gateway.get(`/direct-debit-batches/${batch.id}/file`, { headers });
      expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'NOT_ALLOWED' }]);
    }
    expect((await gateway.store.directDebitBatch(batch.id))?.firstDownloadedAt).toBeNull();
    for (const headers of [by.programs, by.key]) {
      expect((await gateway.get(`/direct-debit-batches/${batch.id}/file`, { headers })).status).toBe(200);
    }
  });

  it.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)(
    'is no hosted page: the customer confirms it at %s, and foreign pages include the answer as a script',
    async (paymentTarget) => {
      for (const headers of [by.without, by.programs, by.pages]) {
        const answer = await ask(
          { paymentTarget, paymentRunMode: 'LIVE' },
          { ...crossSite, ...headers },
          'callback=cb',
        );
        expect(answer).toMatchObject({ status: 200, recorded: 1, text: expect.stringMatching(/^\/\*\*\/cb\(\{/) });
      }
    },
  );

  it('is no test: TEST is booked as before', async () => {
    const test = await ask({ ...booking, paymentRunMode: 'TEST' }, { ...crossSite, ...by.without });
    expect(test).toMatchObject({ status: 200, recorded: 1 });
  });
});

describe('a page of the gateway', () => {
  it('is not one that only has the name of a host that is not accepted', () => {
    const rule = { pageOrigins: new Set<string>() };
    const headers = { host: 'evil.example', 'sec-fetch-site': 'same-origin' };
    expect(keylessRefusalOf(rule, { headers }, () => false)).toBe('FOREIGN_PAGE');
    expect(keylessRefusalOf(rule, { headers }, () => true)).toBeNull();
    const old = { host: 'evil.example', referer: 'http://evil.example/' };
    expect(keylessRefusalOf(rule, { headers: old }, () => false)).toBe('FOREIGN_PAGE');
  });
});

describe('the config', () => {
  const dcp = (change: object) =>
    clientEntry('dcp', { keyHashes: [], networks: ['10.1.0.0/16'], runModes: ['LIVE'], ...change });
  const remarks = (change: object, file: object = productionFile) =>
    remarksOnKeylessMoney(configOf({ ...file, clients: [dcp(change)] }));

  it.each<[object, string]>([
    [{}, 'direct debits'],
    [
      { scopes: ['initiate', 'read', 'operations'] },
      'direct debits, bookings, files of direct debits, files of the bank',
    ],
    [{ scopes: ['refund'], targets: ['PAYBOX'] }, 'refunds'],
    [{ scopes: ['mandates'], keyHashes: [{ hash: 'ab'.repeat(32) }] }, 'mandates'],
  ])('has a remark on a client that is refused: %j', (change, list) => {
    expect(remarks(change)).toEqual([
      expect.stringContaining(`dcp: is known by its networks. Without a key it is refused in LIVE: ${list}`),
    ]);
  });

  it.each<[string, object]>([
    ['that only asks for hosted pages', { targets: ['PAYBOX', 'LABANQUEPOSTALE'], scopes: ['initiate', 'read'] }],
    ['that only reads', { scopes: ['read'] }],
    ['that only tests', { runModes: ['TEST'] }],
    ['that has keys alone', { networks: [], keyHashes: [{ hash: 'ab'.repeat(32) }] }],
    ['that has the setting', { keylessMoney: {} }],
  ])('has none on one %s', (_title, change) => expect(remarks(change)).toEqual([]));

  it('has one on a development deployment where real money moves on it', () => {
    const { publicUrl: _public, ...development } = { ...productionFile, deployment: 'development' };
    expect(remarks({}, development)).toEqual([]);
    expect(remarks({ runModes: ['FORCE_LIVE'] }, development)).toHaveLength(1);
  });

  it.each([
    [{ keylessMoney: true }],
    [{ keylessMoney: { pageOrigins: ['https://intranet.example/path'] } }],
    [{ keylessMoney: { pageOrigins: ['*'] } }],
    [{ keylessMoney: { pages: [] } }],
    [{ keylessMoney: {}, networks: [], keyHashes: [{ hash: 'ab'.repeat(32) }] }],
  ])('is refused with %j', (change) => expect(() => remarks(change)).toThrow(/^clients\.0\.keylessMoney/));
});
