/** Hostile requests, byte by byte. */

const good = ['PAYBOX', 'TEST', 'CB', 'web', '1', '2263', '45012', 'CB', '1250', 'a@b.fr'];
const legacy = (changes: Readonly<Record<number, string>>, rest = ''): string =>
  `/payment_initiate/${good.map((value, index) => changes[index] ?? value).join('/')}${rest}`;
const target = 0;
const origin = 3;
const client = 5;
const amount = 8;
const email = 9;

/** Targets of GET requests that may never become a payment. */
export const hostileTargets: readonly string[] = [
  ...['__proto__', 'constructor', 'toString', '3', '-1', '00', '1e0', 'PAYBOX%00', 'PAYBOX%0d%0aX:y', '%2e%2e'].map(
    (value) => legacy({ [target]: value }),
  ),
  ...[
    '0',
    '-5',
    '+5',
    '1e3',
    '0x10',
    '5.0',
    '%201250',
    '1250%20',
    '12abc',
    '%D9%A1%D9%A2',
    '%EF%BC%91',
    '1'.repeat(13),
    'NaN',
    '1250%00',
    '1%2f2',
  ].map((value) => legacy({ [amount]: value })),
  ...[
    'a',
    'a@b',
    'a%00@b.fr',
    'a@b.fr%0d%0aBcc:x',
    '%EF%AC%80@b.fr',
    'a%EF%BC%A0b.fr',
    '%3Cscript%3E@b.fr',
    `${'a'.repeat(65)}@b.fr`,
    'a@b.fr%ff',
  ].map((value) => legacy({ [email]: value })),
  ...[
    '%00',
    '%0d%0aSet-Cookie:%20a=b',
    '%zz',
    '%',
    '%c0%ae%c0%ae',
    '%ff%fe',
    '%u0041',
    '..',
    '.',
    '%2e%2e%2fetc%2fpasswd',
    'a'.repeat(200),
    '%E2%80%AE',
    '%F0%9F%92%B3',
    "'%20OR%201=1--",
    '%3Cimg%20src=x%20onerror=alert(1)%3E',
    '=cmd',
  ].map((value) => legacy({ [client]: value })),
  ...['%00', '../..', '%2e%2e', '$%7B7*7%7D', '{{7*7}}'].map((value) => legacy({ [origin]: value })),
  legacy({ [amount]: '0' }, '?callback=alert(1)//'),
  legacy({ [amount]: '0' }, `?callback=${'a'.repeat(5000)}`),
  legacy({ [amount]: '0' }, '?callback=%3C/script%3E%3Cscript%3Ealert(1)//'),
  legacy({ [amount]: '0' }, '?callback=cb&callback=cc'),
  legacy({}, '?amount=1&amount=2'),
  legacy({}, '?amount=9999'),
  legacy({}, '?email=x@y.fr'),
  legacy({}, '?payment_target=MILLIET'),
  legacy({}, '?payment_run_mode=LIVE'),
  legacy({}, '?return_url=javascript:alert(1)'),
  legacy({}, '?return_url=https://evil.example/'),
  legacy({}, '?idempotency_key=a%0ab'),
  legacy({ 1: 'FORCE_LIVE' }),
  legacy({ [amount]: '0' }, '/'.repeat(5000)),
  `/${'payment_initiate/'.repeat(500)}`,
  '/payment_initiate',
  '/payment_initiate/',
  '/json/reply/payment_initiate[]',
  '/json/reply/__proto__',
  '/xml/reply/payment_initiate',
  '/api/payment_initiate',
  '/../../../../etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..%2f..%2fetc%2fpasswd',
  '/..%5c..%5cwindows%5cwin.ini',
  '/pay/..%2f..%2fetc%2fpasswd',
  '/pay/%00',
  '/pay/%zz',
  '/pay/AAAAAAAAAAAAAAAAAAAAAAAA',
  `/pay/${'A'.repeat(8000)}`,
  '/pay/AAAAAAAAAAAAAAAAAAAAAAAA/return/__proto__',
  '/pay/AAAAAAAAAAAAAAAAAAAAAAAA/events',
  '/bank-files?name=../../etc/passwd',
  '/bank-files/..%2f..%2fetc%2fpasswd',
  '/direct-debit-batches/__proto__/file',
  '/direct-debit-batches/..%2f..%2fetc%2fpasswd/file',
  '/direct-debit-batches/%00/file',
  `/direct-debit-batches/bat_${'0'.repeat(32)}/file%0d%0aX:y`,
  '/mandates/%00',
  '/mandates/..%2f..%2fetc%2fpasswd',
  '/mandates/AAAAAAAAAAAAAAAAAAAAAAAA',
  `/mandates/${'A'.repeat(8000)}`,
  '/payment_status/%00.json',
  `/payment_status/${'9'.repeat(5000)}?callback=alert(1)//`,
  '/payment_status/__proto__?format=xml',
  '/sandbox/../graphql',
  '/sandbox/paybox/pay',
  '/sandbox/labanquepostale/vads-payment/',
  '/sandbox/%00',
  '/notify/paybox',
  '/notify/paybox?sign=AAAA&sign=BBBB&montant=1',
  `/notify/paybox?${'a=b&'.repeat(2000)}`,
  '/notify/paybox/..%2f1?sign=%00',
  '/notify/labanquepostale?signature[]=x&vads_hash[__proto__]=y',
  '/notify/paybox/__proto__?sign=x',
  '/docs/..%2f..%2fpackage.json',
  '/metadata?__proto__[x]=y',
  '/openapi.json?callback=alert(1)',
  '/graphql/../../etc/passwd',
  '/graphql?query=%7B__typename%7D&variables=%7B',
  '/graphql?query=%7B__typename%7D&variables=%00',
  '/graphql?query[]=%7B__typename%7D',
  '/graphql?__proto__[query]=%7B__typename%7D',
  `/graphql?query=${'%7Ba'.repeat(2000)}`,
  '/graphql?query=mutation%7BinitiatePayment(input:%7BpaymentTarget:PAYBOX%20paymentRunMode:TEST%20paymentType:CB%20idOrigin:%22web%22%20idSociete:%221%22%20idClient:%221%22%20email:%22a@b.fr%22%20amount:1250%7D)%7B__typename%7D%7D',
  '/graphql/',
  '//graphql',
  '//evil.example/graphql?query=%7B__typename%7D',
  '/graphql%00',
  '/GRAPHQL?query=%7B__typename%7D',
  '/health/live%00',
  '/.git/config',
  '/.env',
  '/node_modules/express/package.json',
  '/%',
  '/?%',
  '/%f0%90%28%bc',
  '/\\..\\..\\etc\\passwd',
  '/*',
];

const head = (line: string, ...headers: string[]): string =>
  `${[line, 'Host: 127.0.0.1', ...headers].join('\r\n')}\r\n\r\n`;
const json = 'Content-Type: application/json';
const initiation =
  '{"query":"mutation{initiatePayment(input:{paymentTarget:PAYBOX paymentRunMode:TEST paymentType:CB idOrigin:\\"web\\" idSociete:\\"1\\" idClient:\\"1\\" email:\\"a@b.fr\\" amount:1250}){__typename}}"}';
const smuggled = `${head('POST /graphql HTTP/1.1', json, `Content-Length: ${initiation.length}`)}${initiation}`;

const multipart = (path: string, body: string): string =>
  `${head(`POST ${path} HTTP/1.1`, 'Content-Type: multipart/form-data; boundary=x', `Content-Length: ${body.length}`)}${body}`;
const filePart = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.xml"\r\n\r\n<a';
const fieldPart = '--x\r\nContent-Disposition: form-data; name="amount"\r\n\r\n12';

/** Bytes of whole connections. After the first request comes one more that would initiate a payment. */
export const hostileConnections: Readonly<Record<string, string>> = {
  'two Host headers': `GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n${smuggled}`,
  'a Host that is none': `GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: [::1\r\n\r\n${smuggled}`,
  'a Host with a port that is none': `GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: a:99999\r\n\r\n${smuggled}`,
  'HTTP/0.9': `GET /\r\n\r\n${smuggled}`,
  'HTTP/0.9 by name': `GET / HTTP/0.9\r\nHost: a\r\n\r\n${smuggled}`,
  'a coding that is listed twice': `${head('POST /graphql HTTP/1.1', json, 'Transfer-Encoding: chunked', 'Transfer-Encoding: identity')}0\r\n\r\n${smuggled}`,
  'a coding and a length': `${head('POST /graphql HTTP/1.1', json, 'Content-Length: 4', 'Transfer-Encoding: chunked')}0\r\n\r\n${smuggled}`,
  'a coding hidden by a tab': `${head('POST /graphql HTTP/1.1', json, 'Content-Length: 4', 'Transfer-Encoding:\tchunked')}0\r\n\r\n${smuggled}`,
  'a coding in a name with a blank': `${head('POST /graphql HTTP/1.1', json, 'Content-Length: 4', 'Transfer-Encoding : chunked')}0\r\n\r\n${smuggled}`,
  'two lengths': `${head('POST /graphql HTTP/1.1', json, 'Content-Length: 0', `Content-Length: ${smuggled.length}`)}${smuggled}`,
  'a negative length': `${head('POST /graphql HTTP/1.1', json, 'Content-Length: -1')}${smuggled}`,
  'a length that is no number': `${head('POST /graphql HTTP/1.1', json, 'Content-Length: 0x10')}${smuggled}`,
  'a huge length': head('POST /graphql HTTP/1.1', json, 'Content-Length: 99999999999999'),
  'a chunk with 20,000 letters of extension': `${head('POST /graphql HTTP/1.1', json, 'Transfer-Encoding: chunked')}1;${'a'.repeat(20_000)}\r\n{\r\n0\r\n\r\n`,
  'a form in chunks without end': `${head('POST /json/reply/payment_initiate HTTP/1.1', 'Content-Type: application/x-www-form-urlencoded', 'Transfer-Encoding: chunked')}${'4\r\na=b&\r\n'.repeat(20_000)}`,
  'a notification in chunks without end': `${head('POST /notify/paybox HTTP/1.1', 'Transfer-Encoding: chunked')}${'4\r\na=b&\r\n'.repeat(20_000)}`,
  'chunks without end': `${head('POST /graphql HTTP/1.1', json, 'Transfer-Encoding: chunked')}${'1\r\n{\r\n'.repeat(70_000)}`,
  'a header of 20,000 letters': head('GET / HTTP/1.1', `X: ${'a'.repeat(20_000)}`),
  '3,000 headers': head('GET / HTTP/1.1', ...Array<string>(3_000).fill('X: y')),
  'a target of 20,000 letters': head(`GET /${'a'.repeat(20_000)} HTTP/1.1`),
  'a header that is folded': head('GET / HTTP/1.1', 'X: a', ' b'),
  'a header without a name': head('GET / HTTP/1.1', ': a'),
  'a NUL in a header': head('GET / HTTP/1.1', 'X: a\0b'),
  'a NUL in the target': head('GET /\0 HTTP/1.1'),
  'a line end in a key': head('GET /graphql?query=%7B__typename%7D HTTP/1.1', 'Authorization: Bearer a\rX: y'),
  'bytes that are no text': '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'.repeat(20),
  'a greeting of HTTP/2': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'an upgrade': head(
    'GET /graphql HTTP/1.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  ),
  'an upgrade to HTTP/2': head(
    'GET / HTTP/1.1',
    'Connection: Upgrade, HTTP2-Settings',
    'Upgrade: h2c',
    'HTTP2-Settings: AAMAAABk',
  ),
  'a tunnel': head('CONNECT evil.example:443 HTTP/1.1'),
  'a trace': head('TRACE / HTTP/1.1'),
  'an expectation that nobody meets': `${head('POST /graphql HTTP/1.1', json, 'Expect: 200-maybe', 'Content-Length: 2')}{}`,
  'an unknown method': head('HACK / HTTP/1.1'),
  'a compressed body': `${head('POST /graphql HTTP/1.1', json, 'Content-Encoding: gzip', 'Content-Length: 4')}abcd`,
  'a form': `${head('POST /graphql HTTP/1.1', 'Content-Type: application/x-www-form-urlencoded', 'Content-Length: 21')}query=%7B__typename%7D`,
  'a file': `${head('POST /graphql HTTP/1.1', 'Content-Type: multipart/form-data; boundary=x', 'Content-Length: 80')}--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{"query":"{a}"}\r\n--x--`,
  'a form whose file is cut off': multipart('/json/reply/payment_initiate', filePart),
  'a form whose field is cut off': multipart('/json/reply/payment_initiate', fieldPart),
  'a form whose part is cut off in its head': multipart('/json/reply/payment_initiate', fieldPart.slice(0, 30)),
  'a bank file that is cut off': multipart('/sandbox/house-bank/files', filePart),
  'an Accept of 15,000 letters': head(
    'GET /graphql?query=%7B__typename%7D HTTP/1.1',
    `Accept: ${'a/b;q=0.1,'.repeat(1_500)}`,
  ),
  'an Accept that nobody can meet': head(
    'GET /graphql?query=%7B__typename%7D HTTP/1.1',
    'Accept: image/png;charset=utf-7',
  ),
  'languages without end': head('GET /pay/x HTTP/1.1', `Accept-Language: ${'fr;q=0.1,'.repeat(1_500)}`),
  'addresses without end': head('GET / HTTP/1.1', `X-Forwarded-For: ${'1.2.3.4,'.repeat(1_500)}`),
  'a forwarded host': head(
    'GET /graphql?query=%7B__typename%7D HTTP/1.1',
    'X-Forwarded-Host: evil.example',
    'X-Forwarded-Proto: javascript',
  ),
  'a cookie': head(`GET ${legacy({ [amount]: '0' })} HTTP/1.1`, 'Cookie: __proto__=1; a=b'),
  'a range': head('GET /graphql?query=%7B__typename%7D HTTP/1.1', `Range: bytes=${'0-1,'.repeat(1_500)}0-1`),
  'XML with an entity bomb': (() => {
    const body =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><payment_initiate><amount>&b;</amount></payment_initiate>';
    return `${head('POST /xml/reply/payment_initiate HTTP/1.1', 'Content-Type: application/xml', `Content-Length: ${body.length}`)}${body}`;
  })(),
  'XML nested 2,000 deep': (() => {
    const body = `${'<a>'.repeat(2_000)}${'</a>'.repeat(2_000)}`;
    return `${head('POST /xml/reply/payment_initiate HTTP/1.1', 'Content-Type: application/xml', `Content-Length: ${body.length}`)}${body}`;
  })(),
  'a notification that is no form': `${head('POST /notify/paybox HTTP/1.1', 'Content-Type: application/json', 'Content-Length: 15')}{"__proto__":{}}`,
  'a notification of 70,000 letters': `${head('POST /notify/labanquepostale HTTP/1.1', 'Content-Type: application/x-www-form-urlencoded', 'Content-Length: 70000')}${'a'.repeat(70_000)}`,
};

/** A body that costs far more to take in than it is long: one of them is nothing, and many are held open at a time. */
export const bodyOfSingleBytes = (path: string): string =>
  `${head(`POST ${path} HTTP/1.1`, 'Content-Type: application/x-www-form-urlencoded', 'Transfer-Encoding: chunked')}${'1\r\na\r\n'.repeat(60_000)}`;

/** Far more is requested than is read. */
export const requestsThatNobodyReads = head('GET /openapi.json HTTP/1.1').repeat(500);

/** Nothing of them is wrong yet: what is to come is waited for, as long as a request may take. */
export const unfinishedConnections: Readonly<Record<string, string>> = {
  'a chunk of a huge size': `${head('POST /graphql HTTP/1.1', json, 'Transfer-Encoding: chunked')}ffffffffffffffff\r\n`,
  'a body that does not come': head('POST /graphql HTTP/1.1', json, 'Content-Length: 100'),
  'a head that does not end': 'GET / HTTP/1.1\r\nHost: a\r\n',
};
