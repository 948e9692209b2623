import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildUrl, type LegacyRequest, LegacyUrlError, parseUrl } from '../../clients/typescript/src/legacy.ts';
import { paymentTarget } from '../../src/kernel/vocabulary.ts';
import { runGatewayHere } from '../support/cli/run-gateway.ts';
import { openDatabase } from '../support/drawn-databases.ts';
import { openForGroup } from '../support/open-for.ts';

/** What the client writes and reads is what `gateway explain-url` says. */

const database = openForGroup(openDatabase);
beforeAll(() => runGatewayHere(['db', 'migrate'], environment()));

const environment = () => ({ DATABASE_URL: database.databaseUrl, LOG_LEVEL: 'silent' });

type Explained = {
  readonly kind: string;
  readonly format?: string;
  readonly callback?: string;
  readonly fields?: readonly { readonly name: string; readonly value: string }[];
};

async function explain(url: string): Promise<Explained> {
  const { stdout, stderr } = await runGatewayHere(['explain-url', url, '--json'], environment());
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Explained;
}
const fieldsOf = ({ fields = [] }: Explained) => Object.fromEntries(fields.map(({ name, value }) => [name, value]));

const request: LegacyRequest = {
  ...{ payment_target: 'PAYBOX', payment_run_mode: 'TEST', payment_type: 'CB', id_origin: 'web', id_societe: '1' },
  ...{ id_client: '2263', id_commande: '45012', type_paiement: 'CB', amount: 1250, email: 'client@example.fr' },
};

const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.constantFrom('a/b', '..', '.', '%2F', 'a.json', 'été + 1', '?x=1', '#', 'a&b=c', '1\r\n2', 'a@b.xml', '\ud800'),
  fc.stringMatching(/^[\w .:-]{1,20}$/),
);
const anyRequest: fc.Arbitrary<LegacyRequest> = fc.record(
  {
    payment_target: fc.constantFrom(...paymentTarget.names),
    payment_run_mode: fc.constantFrom('TEST', 'LIVE', 'FORCE_LIVE'),
    payment_type: fc.constantFrom('DIRECT_SEPA', 'SEPA', 'CB', 'AMEX', 'COMPTABILITE'),
    type_paiement: fc.constantFrom('DIRECT_SEPA', 'SEPA', 'CB', 'AMEX', 'COMPTABILITE'),
    ...{ id_origin: text, id_societe: text, id_client: text, id_commande: text, email: text },
    amount: fc.oneof(fc.nat(), fc.bigInt({ min: 0n, max: 10n ** 13n }), text),
    ...{ commentaire: text, idempotency_key: text, mandate: text, return_url: text },
  },
  {
    requiredKeys: [
      ...(['payment_target', 'payment_run_mode', 'payment_type', 'id_origin', 'id_societe', 'id_client'] as const),
      ...(['type_paiement', 'amount', 'email'] as const),
    ],
  },
);

/** What a URL says of a request: texts, with the order's number, and a comment on one line. */
const said = (given: LegacyRequest) =>
  Object.fromEntries(
    Object.entries({ ...given, id_commande: given.id_commande ?? '0' })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [
        name,
        name === 'commentaire' ? String(value).replaceAll(/[\r\n]+/g, ' ') : String(value),
      ]),
  );

const orNull = <Value>(work: () => Value): Value | null => {
  try {
    return work();
  } catch (error) {
    if (error instanceof LegacyUrlError) return null;
    throw error;
  }
};

describe('a URL that the client builds', () => {
  it('says to the gateway just what was meant, or is not built', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest, fc.constantFrom('json', 'xml', 'html', 'csv'), async (meant, format) => {
        const url = orNull(() => buildUrl('https://pay.example', meant, { format }));
        if (url === null) return;
        const explained = await explain(url);
        expect([explained.format, fieldsOf(explained)]).toEqual([format, said(meant)]);
        // No program on the way changes it.
        expect(new URL(url).href).toBe(url);
        expect(parseUrl(url)).toEqual({ request: said(meant), format, callback: null });
      }),
      { numRuns: 60 },
    );
  });

  it('is what the documentation shows', async () => {
    const url = buildUrl('https://pay.example/', request, { format: 'json', callback: 'shop.paid' });
    expect(url).toBe(
      'https://pay.example/payment_initiate/PAYBOX/TEST/CB/web/1/2263/45012/CB/1250/client%40example.fr.json?callback=shop.paid',
    );
    expect(await explain(url)).toMatchObject({ kind: 'OPERATION', callback: 'shop.paid', fault: null });
  });

  it.each<[string, Partial<LegacyRequest>, string]>([
    ['a control character', { id_client: 'a\u0007' }, 'id_client'],
    ['half a character', { id_client: '\ud800' }, 'id_client'],
    ['points alone, which programs take out of a path', { id_origin: '..' }, 'id_origin'],
    ['nothing', { email: '' }, 'email'],
  ])('does not hold %s', (_what, part, field) => {
    expect(() => buildUrl('https://pay.example', { ...request, ...part })).toThrow(
      expect.objectContaining({ name: 'LegacyUrlError', field }),
    );
  });

  it('names a function that a script can call, or none', () => {
    expect(() => buildUrl('https://pay.example', request, { callback: 'alert(1)' })).toThrow(LegacyUrlError);
  });
});

/** As old systems write them. */
const written = fc
  .record({
    target: fc.constantFrom('PAYBOX', 'paybox', '1', '%22PayBox%22', ' 1 ', '01', '7', 'PAYBOX,MILLIET'),
    mode: fc.constantFrom('TEST', 'test', '0', 'LIVE'),
    type: fc.constantFrom('CB', 'cb', '2', 'VISA'),
    client: fc.constantFrom('2263', 't%C3%A9l%C3%A9', '%E9', 'a%2Fb', 'a+b', ''),
    order: fc.constantFrom('0', '45012', 'A%20B'),
    amount: fc.constantFrom('1250', '12.50', '-1'),
    end: fc.constantFrom(
      ...['a@b.fr', 'a@b.fr.json', 'a+c@b.fr/', 'a@b.fr/un+deux', 'a@b.fr/x.y.xml', 'a@b.fr/.json', 'a@b.fr/a/b'],
      ...['a@b.fr/un%2Fdeux.html', 'a@b.fr//x', 'a@b.fr/%0A', 'a@b.json', 'a@b.fr/%20un+.json', 'a@b.fr/%20'],
    ),
    query: fc.array(
      fc.constantFrom(
        ...[
          'amount=1250',
          'amount=99',
          'AMOUNT=1250',
          'id_client=7',
          'id_client=',
          'commentaire=a%0Ab',
          'Commentaire=c',
          'commentaire=+a%20',
        ],
        ...[
          'mandate=RUM+1',
          'mandate=',
          'mandate',
          'idempotency_key=k%26',
          'other=1',
          'format=xml',
          'callback=f',
          '%zz=1',
        ],
      ),
      { maxLength: 2 },
    ),
  })
  .map(({ target, mode, type, client, order, amount, end, query }) => ({
    isPlain: query.length === 0,
    url: `/payment_initiate/${target}/${mode}/${type}/web/1/${client}/${order}/${type}/${amount}/${end}${query.length > 0 ? `?${query.join('&')}` : ''}`,
  }));

describe('a URL that the client reads', () => {
  it('means what the gateway takes it for, or is refused', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(written, async ({ url, isPlain }) => {
        const parsed = orNull(() => parseUrl(url));
        const explained = await explain(url);
        if (parsed) {
          read++;
          expect(fieldsOf(explained)).toEqual(parsed.request);
          if (parsed.format) expect(explained.format).toBe(parsed.format);
        } else if (isPlain) {
          // Without a query, the gateway refuses what the client refuses.
          expect(explained).not.toMatchObject({ kind: 'OPERATION', fault: null });
        }
      }),
      { numRuns: 150 },
    );
    expect(read).toBeGreaterThan(0);
  });

  it.each(['/payment_status/4K7M-9QXT.json', 'https://pay.example/', '/json/reply/payment_initiate', 'nonsense'])(
    'is no other URL: %s',
    (url) => {
      expect(parseUrl(url)).toBeNull();
    },
  );
});
