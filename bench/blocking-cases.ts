import { type WrittenEntry, writtenReport, writtenStatement } from '../test/support/bank-statements/written-files.ts';
import { hostileFiles } from '../test/support/hostile/back-office.ts';
import { hostileBodies, hostileDocuments } from '../test/support/hostile/documents.ts';
import { hostileTargets } from '../test/support/hostile/requests.ts';
import { goodPath } from '../test/support/rest/requests.ts';

/** One request to the gateway. */
export type BlockingCase = { readonly name: string; readonly path: string; readonly init: RequestInit };
export type BlockingGroup = { readonly name: string; readonly cases: readonly BlockingCase[] };

const megabyte = 1024 * 1024;
const fileOf = (name: string, content: string): BlockingCase => ({
  name,
  path: `/bank-files?name=${encodeURIComponent(name.slice(0, 60))}.xml`,
  init: { method: 'POST', headers: { 'Content-Type': 'application/xml' }, body: Buffer.from(content) },
});

const transfer: WrittenEntry = { amount: '12.34', details: [{ amount: '12.34', texts: ['MERCI'] }] };
const statement = (entries: number, details = 1): string =>
  writtenStatement({
    id: `S-${entries}-${details}`,
    entries: Array.from({ length: entries }, (_, index) => ({
      amount: ((1234 * details) / 100).toFixed(2),
      bankReference: `B-${entries}-${index}`,
      details: Array.from({ length: details }, () => ({ amount: '12.34', texts: ['MERCI'] })),
    })),
  });

/** Fills a text up to so many bytes with copies of what `make` gives. */
function filled(bytes: number, make: (index: number) => string): string {
  const parts: string[] = [];
  for (let length = 0; length < bytes; ) {
    const part = make(parts.length);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

/** What costs a parser most, as content of an entry: each is repeated until the file has its size. */
const attacks: Readonly<Record<string, (index: number) => string>> = {
  '90,000 attributes of each element': () => `<A${filled(600_000, (index) => ` a${index}=""`)}/>`,
  '32 attributes of each element': () => `<A${filled(250, (index) => ` a${index}=""`)}/>`,
  '32 namespaces of each element': () => `<A${filled(600, (index) => ` xmlns:n${index}="u"`)}/>`,
  'attributes of one name': () => `<A${' a=""'.repeat(1000)}/>`,
  'values of 4,096 characters': () => `<A a="${'x'.repeat(4096)}"/>`,
  'values of references': () => `<A a="${'&#65;'.repeat(4000)}"/>`,
  'empty elements': () => '<A/>',
  'long names': () => `<${'x'.repeat(100)}/>`,
  'names without end': () => `<${'x'.repeat(megabyte)}`,
  'nested elements': () => `${'<A>'.repeat(28)}${'</A>'.repeat(28)}`,
  'nested elements without end': () => '<A>',
  'texts of 64 KB': () => `<A>${'x'.repeat(65_000)}</A>`,
  'texts of line ends': () => `<A>${'\r\n'.repeat(30_000)}</A>`,
  'texts of references': () => `<A>${'&amp;'.repeat(60_000)}</A>`,
  'texts of closing brackets': () => `<A>${']'.repeat(60_000)}</A>`,
  'pieces of CDATA': () => `<A>${'<![CDATA[x]]>'.repeat(5_000)}</A>`,
  'empty pieces of CDATA': () => '<![CDATA[]]>',
  comments: () => '<!-- x -->',
  'comments of hyphens': () => `<!--${'- '.repeat(5_000)}-->`,
  'processing instructions': () => '<?p x?>',
  'processing instructions of question marks': () => `<?p ${'?'.repeat(10_000)}?>`,
  blanks: () => ' '.repeat(10_000),
  'line ends': () => '\n'.repeat(10_000),
  'closing tags': () => '</A>',
  'entries in entries': () => '<Ntry>',
  'empty details': () => '<NtryDtls><TxDtls/></NtryDtls>',
  'details of junk': () => `<NtryDtls><TxDtls>${'<A/>'.repeat(4_900)}</TxDtls></NtryDtls>`,
  'envelopes of attributes': () =>
    `<SplmtryData><Envlp><A${filled(250, (index) => ` a${index}=""`)}/></Envlp></SplmtryData>`,
  'envelopes of other namespaces': () => '<SplmtryData><Envlp><n:A xmlns:n="urn:x"/></Envlp></SplmtryData>',
  'remittance texts': () => `<RmtInf>${'<Ustrd></Ustrd>'.repeat(4_900)}</RmtInf>`,
};

const good = writtenStatement({ entries: [transfer] });
const places: Readonly<Record<string, (content: string) => string>> = {
  'in an entry': (content) => good.replace('<NtryDtls>', `${content}<NtryDtls>`),
  'in a detail': (content) => good.replace('</TxDtls>', `${content}</TxDtls>`),
  'behind an entry': (content) => good.replace('</Stmt>', `${content}</Stmt>`),
  'before the document': (content) => good.replace('<Document', `${content}<Document`),
  'in a status report': (content) =>
    writtenReport({ messageId: 'M', blocks: [{ id: 'B' }] }).replace(
      '</OrgnlPmtInfAndSts>',
      `${content}</OrgnlPmtInfAndSts>`,
    ),
};

/** Each attack at each place. */
export const hostileXml = (bytes: number): BlockingGroup => ({
  name: `hostile files of a bank, ${bytes / megabyte} MB`,
  cases: Object.entries(attacks).flatMap(([name, make]) =>
    Object.entries(places).map(([where, put]) => fileOf(`${name} ${where}`, put(filled(bytes, make)))),
  ),
});

/** A file that the reader takes and the schema does not: each text is a fault. */
const faults = (bytes: number): string =>
  statement(Math.ceil(bytes / 70_000)).replaceAll('<Ustrd>MERCI</Ustrd>', '<Ustrd></Ustrd>'.repeat(4_600));

const mebibytes = (content: string): string => `${(content.length / megabyte).toFixed(1)} MB`;
const honest = (name: string, content: string): BlockingCase => fileOf(`${name}, ${mebibytes(content)}`, content);

const graphql = (name: string, body: string): BlockingCase => ({
  name,
  path: '/graphql',
  init: { method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body },
});
const legacy = (type: string, name: string, body: string): BlockingCase => ({
  name: `${type}: ${name}`,
  path: goodPath,
  init: { method: 'POST', headers: { 'Content-Type': type }, body: body.slice(0, 16_000) },
});
const page = (path: string): BlockingCase => ({ name: path, path, init: { headers: { Accept: 'text/html' } } });

const inLegacy: Readonly<Record<string, readonly [type: string, piece: string, begin?: string]>> = {
  'numbers in JSON': ['application/json', '"amount":1,', '{'],
  'lists in JSON': ['application/json', '['],
  'escapes in JSON': ['application/json', '\\u0041', '{"email":"'],
  'members in JSV': ['application/jsv', 'amount:1,', '{'],
  'brackets in JSV': ['application/jsv', '{a:['],
  'quotes in JSV': ['application/jsv', '""', '{a:"'],
  'columns in CSV': ['text/csv', 'amount,'],
  'quotes in CSV': ['text/csv', '"",'],
  'lines in CSV': ['text/csv', 'a\n'],
  'pairs in a form': ['application/x-www-form-urlencoded', 'amount=1&'],
  'percents in a form': ['application/x-www-form-urlencoded; charset=iso-8859-1', '%e9', 'email='],
  'elements in XML': ['application/xml', '<amount>1</amount>', '<payment_initiate>'],
  'attributes in XML': ['application/xml', ' a="1"', '<payment_initiate'],
  'references in XML': ['application/xml', '&#65;', '<payment_initiate><email>'],
  'comments in XML': ['application/xml', '<!---->', '<payment_initiate>'],
  'parts of a form': [
    'multipart/form-data; boundary=X',
    '--X\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n',
  ],
  'headers of a part': ['multipart/form-data; boundary=X', 'A: b\r\n', '--X\r\n'],
  'hyphens in a form': [
    'multipart/form-data; boundary=X',
    '\r\n--',
    '--X\r\nContent-Disposition: form-data; name="a"\r\n\r\n',
  ],
};

export const groups = (): readonly BlockingGroup[] => [
  {
    name: 'pages at their first visit',
    cases: ['/graphql', '/docs', '/docs/swagger-ui-bundle.js', '/openapi.json', '/metadata', '/types/typescript'].map(
      page,
    ),
  },
  { name: 'the same pages again', cases: ['/graphql', '/docs', '/openapi.json', '/metadata'].map(page) },
  {
    name: 'hostile GraphQL documents',
    cases: Object.entries(hostileDocuments).map(([name, query]) => graphql(name, JSON.stringify({ query }))),
  },
  { name: 'hostile GraphQL bodies', cases: Object.entries(hostileBodies).map(([name, body]) => graphql(name, body)) },
  { name: 'hostile targets', cases: hostileTargets.filter((path) => path.startsWith('/')).map(page) },
  {
    name: 'hostile bodies of the old interface',
    cases: Object.entries(inLegacy).map(([name, [type, piece, begin = '']]) =>
      legacy(type, name, begin + piece.repeat(16_000 / piece.length)),
    ),
  },
  {
    name: 'hostile small files of a bank',
    cases: Object.entries(hostileFiles).map(([name, file]) => fileOf(name, file)),
  },
  hostileXml(megabyte),
  hostileXml(8 * megabyte),
  {
    name: 'files that are made of faults for the schema',
    cases: [200_000, 4 * megabyte, 15 * megabyte].map((bytes) => honest('faults', faults(bytes))),
  },
  {
    name: 'honest files',
    cases: [
      honest('a statement of 1,000 entries', statement(1_000)),
      honest('a statement of 20,000 entries', statement(20_000)),
      honest('an entry of 10,000 details', statement(1, 10_000)),
      honest('an entry of 50,000 details', statement(1, 50_000)),
    ],
  },
];
