/** Attacks on the back office: mandates, files of banks, books, webhooks. None of it may succeed. */

type Attack = readonly [title: string, field: string];

const mandateId = `mdt_${'0'.repeat(32)}`;
const goodIban = 'FR7630006000011234567890189';
const text = (value: string): string => JSON.stringify(value);
const mandate = (change: string): string =>
  `createMandate(input: { idSociete: "1", idClient: "7", runMode: TEST, scheme: CORE, ${change} }) { __typename ... on PaymentError { message path } }`;
const debtor = (name: string, iban: string): string => `debtor: { name: ${text(name)}, iban: ${text(iban)} }`;

const ibans: readonly string[] = [
  '',
  'FR',
  'FR7630006000011234567890188',
  'FR763000600001123456789018９',
  'FR76 3000 6000 0112 3456 7890 189\0',
  'ＦＲ7630006000011234567890189',
  'GB29NWBK60161331926819\n',
  'US64SVBKUS6S3300958879',
  'FR00'.padEnd(34, '0'),
  '9'.repeat(60_000),
  ' '.repeat(60_000),
  '__proto__',
  '4970101122334455',
];
const names: readonly string[] = [
  '',
  ' ',
  'A\u0000B',
  'A\r\nBcc: x',
  '4970 1011 2233 4455',
  '\ud800',
  'x'.repeat(71),
  '\u202e'.repeat(80),
];
const rums: readonly string[] = [
  '',
  '/',
  'A//B',
  'A/',
  'é',
  'A B',
  "'; DROP TABLE mandates; --",
  'x'.repeat(36),
  '4970101122334455',
];
const days: readonly string[] = [
  '',
  '2026-02-30',
  '2026-13-01',
  '9999-12-31',
  '-2026-01-01',
  '٢٠٢٦-١٢-١١',
  '2026-12-11T00:00:00Z',
  '1e9',
  'x'.repeat(50_000),
];

const base64 = (content: string): string => Buffer.from(content, 'latin1').toString('base64');
const entityBomb = `<!DOCTYPE a [<!ENTITY a "${'a'.repeat(50)}">${Array.from({ length: 9 }, (_, index) => `<!ENTITY b${index} "${`&${index === 0 ? 'a' : `b${index - 1}`};`.repeat(10)}">`).join('')}]><Document>&b8;</Document>`;
const statement = 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.08';

/** Files that no bank wrote. */
export const hostileFiles: Readonly<Record<string, string>> = {
  'an entity bomb': entityBomb,
  'an entity of another machine': '<!DOCTYPE a [<!ENTITY x SYSTEM "http://evil.example/x">]><Document>&x;</Document>',
  'an entity of this machine': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document>&x;</Document>',
  'elements nested 8,000 deep': `<Document xmlns="${statement}">${'<a>'.repeat(8_000)}`,
  '5,000 attributes': `<Document ${Array.from({ length: 5_000 }, (_, index) => `a${index}=""`).join(' ')}/>`,
  'an attribute of 40,000 letters': `<Document xmlns="${statement}" a="${'x'.repeat(40_000)}"/>`,
  'another charset': '<?xml version="1.0" encoding="UTF-7"?><Document/>',
  'bytes that are no text': '\xff\xfe\x00\x01'.repeat(2_000),
  'a compressed file': '\x1f\x8b\x08\x00\x00\x00\x00\x00',
  'a stylesheet': '<?xml-stylesheet href="http://evil.example/x.xsl"?><Document/>',
  'an inclusion': '<Document xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/passwd"/></Document>',
  nothing: '',
  'a statement that ends in the middle': `<Document xmlns="${statement}"><BkToCstmrStmt><GrpHdr><MsgId>1`,
};

export const hostileChanges: readonly Attack[] = [
  ...ibans.map((iban): Attack => [`the IBAN ${text(iban).slice(0, 40)}`, mandate(debtor('A', iban))]),
  ...names.map((name): Attack => [`the debtor ${text(name).slice(0, 40)}`, mandate(debtor(name, goodIban))]),
  ...rums.map(
    (rum): Attack => [
      `the reference ${text(rum).slice(0, 40)}`,
      mandate(`rum: ${text(rum)}, ${debtor('A', goodIban)}`),
    ],
  ),
  ...days.map(
    (day): Attack => [
      `the day ${text(day).slice(0, 40)}`,
      `createDirectDebitBatch(input: { idSociete: "1", runMode: TEST, cutOff: ${text(day)} }) { __typename }`,
    ],
  ),
  ...['__proto__', '9'.repeat(400), '../2'].map(
    (societe): Attack => [
      `the société ${societe.slice(0, 20)} of a batch`,
      `createDirectDebitBatch(input: { idSociete: "${societe}", runMode: TEST, cutOff: "2026-11-25" }) { __typename }`,
    ],
  ),
  ...Object.entries(hostileFiles).map(
    ([title, content]): Attack => [
      `a file: ${title}`,
      `importBankFile(input: { name: "../../etc/passwd", content: "${base64(content)}" }) { __typename ... on ImportBankFileSuccess { bankFile { status reason } } }`,
    ],
  ),
  ['a file that is no base64', 'importBankFile(input: { name: "a", content: "====\\u0000é" }) { __typename }'],
  [
    'a signature of the future',
    `signMandate(input: { id: "${mandateId}", signedOn: "2999-01-01", method: "x" }) { __typename }`,
  ],
  ['an id that is a pattern', 'revokeMandate(input: { id: "mdt_%" }) { __typename }'],
  ['an id of 60,000 letters', `refundPayment(input: { id: "pay_${'0'.repeat(60_000)}" }) { __typename }`],
  ['a refund of less than nothing', `refundPayment(input: { id: "pay_${'0'.repeat(32)}", amount: -1 }) { __typename }`],
  [
    'an exception decided for a script',
    `resolveBankException(input: { id: "bkx_${'0'.repeat(32)}", resolution: HANDLED, reason: "<script>alert(1)</script>" }) { __typename }`,
  ],
  [
    'a reason with a card number',
    `reverseJournalEntry(input: { id: "jrn_${'0'.repeat(32)}", reason: "4970 1011 2233 4455" }) { __typename }`,
  ],
  ['an endpoint that is a property', 'pingWebhookEndpoint(input: { endpoint: "__proto__" }) { __typename }'],
  [
    'an endpoint that is an address',
    'pingWebhookEndpoint(input: { endpoint: "http://169.254.169.254/" }) { __typename }',
  ],
  [
    'webhooks of all time',
    'replayWebhooks(input: { endpoint: "x", from: "0000-01-01T00:00:00Z", to: "9999-12-31T23:59:59Z" }) { __typename }',
  ],
  [
    'a customer with a version that is none',
    'upsertCustomer(input: { idSociete: "1", idClient: "7", city: "Paris", version: 2147483647 }) { __typename }',
  ],
  [
    'a customer with a card for a name',
    'upsertCustomer(input: { idSociete: "1", idClient: "7", lastName: "4970101122334455" }) { __typename }',
  ],
  ['a customer of nothing', 'upsertCustomer(input: { idSociete: "1", idClient: "7" }) { __typename }'],
];

/** Questions that ask for too much, or for what is no question. */
export const hostileQuestions: readonly Attack[] = [
  [
    'a balance of ten thousand years',
    'trialBalance(idSociete: "1", runMode: TEST, from: "0001-01-01", to: "9999-12-31") { __typename }',
  ],
  [
    'thirty balances of three years',
    Array.from(
      { length: 30 },
      (_, index) =>
        `a${index}: trialBalance(idSociete: "1", runMode: TEST, from: "2024-01-01", to: "2026-12-31") { __typename }`,
    ).join(' '),
  ],
  [
    'a balance backwards',
    'trialBalance(idSociete: "1", runMode: TEST, from: "2026-12-31", to: "2026-01-01") { __typename }',
  ],
  ['a cursor that is SQL', `journalEntries(idSociete: "1", runMode: TEST, after: "' OR 1=1 --") { __typename }`],
  ['a cursor that is a property', 'customers(after: "__proto__") { edges { cursor } }'],
  ['a cursor of 50,000 letters', `mandates(after: "${'x'.repeat(50_000)}") { edges { cursor } }`],
  ['a cursor with a NUL', 'bankFiles(after: "bkf_\\u0000") { edges { cursor } }'],
  ['a page of fewer than none', 'bankExceptions(first: -1) { edges { cursor } }'],
  ['a mandate by a pattern', 'mandate(rum: "%") { id }'],
  ['notifications of a property', 'notifications(filter: { payment: "constructor" }) { edges { cursor } }'],
  ['a customer by a path', 'customer(idSociete: "../1", idClient: "..%2f") { idClient }'],
];
