/** Hostile documents. None of them may cost more than a refusal. */

const times = (count: number, text: (index: number) => string, joint = ' '): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(joint);
const nested = (open: string, inner: string, close: string, depth: number): string =>
  open.repeat(depth) + inner + close.repeat(depth);

/** Everything that `initiatePayment` needs but an amount that can be paid. */
export const unpayableInput =
  'paymentTarget:PAYBOX paymentRunMode:TEST paymentType:CB idOrigin:"web" idSociete:"1" idClient:"1" email:"a@b.fr" amount:0';
const unpayable = `initiatePayment(input:{${unpayableInput}}){__typename}`;
const payable = `initiatePayment(input:{${unpayableInput.replace('amount:0', 'amount:1250')}}){__typename}`;

/** Fragments that each spread the next one twice: 2 to the power of their number. */
const fragmentBomb = (count: number, type: string, field: string): string =>
  `query{${field}{...f0}} ${times(count, (index) => `fragment f${index} on ${type}{a:${index + 1 < count ? `${field}{...f${index + 1}} b:${field}{...f${index + 1}}` : '__typename'}}`)}`;

const scalars =
  'id reference status isFinal paymentUrl paymentTarget paymentType idOrigin idSociete idClient email createdAt';

export const hostileDocuments: Readonly<Record<string, string>> = {
  'nothing but blanks': ' '.repeat(60_000),
  'nothing but commas': ','.repeat(60_000),
  'nothing but comments': '#\n'.repeat(15_000),
  'one long comment': `#${'x'.repeat(60_000)}`,
  'selections nested 10,000 deep': nested('{a', '', '}', 10_000),
  'selections that never end': '{a'.repeat(10_000),
  'inline fragments nested 10,000 deep': `{${nested('...{', 'a', '}', 10_000)}}`,
  'lists nested 10,000 deep': `{payments(filter:{status:${nested('[', '', ']', 10_000)}}){edges{cursor}}}`,
  'objects nested 5,000 deep': `{payments(filter:${nested('{a:', '1', '}', 5_000)}){edges{cursor}}}`,
  'types nested 10,000 deep': `query($a:${nested('[', 'Int', ']', 10_000)}){__typename}`,
  'brackets that do not match': `{${'(['.repeat(500)}`,
  'closing brackets first': '}'.repeat(10_000),
  'a name of 60,000 letters': `{${'a'.repeat(60_000)}}`,
  'a number of 60,000 digits': `{payments(first:${'9'.repeat(60_000)}){edges{cursor}}}`,
  'a number with a large exponent': '{payments(first:1e999999){edges{cursor}}}',
  'a string of 60,000 letters': `{payment(id:"${'a'.repeat(60_000)}"){id}}`,
  'a string that never ends': `{payment(id:"${'a'.repeat(60_000)}`,
  'a block string of 60,000 quotes': `{payment(id:"""${'\\"""'.repeat(12_000)}"""){id}}`,
  'a block string of 20,000 lines': `{payment(id:"""${' \n'.repeat(20_000)}"""){id}}`,
  'escapes of half a character': '{payment(id:"\\ud800"){id}}',
  'escapes that are none': '{payment(id:"\\u{110000}\\x"){id}}',
  'a NUL': '{payment(id:"\0"){id}}',
  'a byte order mark and marks of direction': '\ufeff{payment(id:"\u202e\u2066\ufeff"){id}}',
  'letters that look like others': '{рayment(id:"x"){іd}}',
  '20,000 names': `{${'a '.repeat(20_000)}}`,
  '5,000 aliases of one field': `{${times(5_000, (index) => `a${index}:__typename`)}}`,
  '30 aliases of a page of everything': `{${times(30, (index) => `a${index}:payments(first:100){edges{node{${scalars}}}}`)}}`,
  '30 aliases in 30 aliases': `{${times(30, (index) => `a${index}:payments{${times(30, (inner) => `b${inner}:edges{cursor}`)}}`)}}`,
  'a page of pages': `{payments(first:100){edges{node{${scalars} attempts{id number reference status} events(first:100){edges{cursor node{id type}}}}}}}`,
  'a page of 2,147,483,647': '{payments(first:2147483647){edges{cursor}}}',
  'a page of fewer than none': '{payments(first:-2147483648){edges{cursor}}}',
  'a bomb of 22 fragments': fragmentBomb(22, 'Query', 'payments'),
  'a bomb of 15 fragments': fragmentBomb(15, 'PaymentConnection', 'payments'),
  'a bomb of fragments without fields': `{...f0} ${times(14, (index) => `fragment f${index} on Query{...f${index + 1} ...f${index + 1}}`)} fragment f14 on Query{__typename}`,
  'a bomb of 1,000 fragments': `{...f0} ${times(1_000, (index) => `fragment f${index} on Query{...f${index + 1} ...f${index + 1}}`)} fragment f1000 on Query{__typename}`,
  'a fragment of itself': '{...f} fragment f on Query{...f}',
  'fragments in a circle': '{...f} fragment f on Query{...g} fragment g on Query{...h} fragment h on Query{...f}',
  'fragments named like properties':
    '{...__proto__ ...constructor ...toString} fragment __proto__ on Query{__typename} fragment constructor on Query{__typename} fragment toString on Query{__typename}',
  'a fragment that nobody defined, named like a property': '{...constructor ...hasOwnProperty}',
  'fragments that nobody spreads': `{__typename} ${times(15, (index) => `fragment f${index} on Query{__typename}`)}`,
  'fields named like properties': '{__proto__{constructor{prototype}} hasOwnProperty toString valueOf}',
  'arguments named like properties': '{payment(__proto__:1,constructor:2,id:"x"){id}}',
  'variables named like properties':
    'query($__proto__:ID!,$constructor:ID){payment(id:$__proto__){id} node(id:$constructor){id}}',
  'an input with fields named like properties': `mutation{initiatePayment(input:{${unpayableInput} __proto__:{amount:1} constructor:{}}){__typename}}`,
  'an input that says each field twice': `mutation{initiatePayment(input:{${unpayableInput} amount:1250 amount:1}){__typename}}`,
  'an argument given twice': '{payment(id:"a",id:"b"){id}}',
  'an enum that is a property': `mutation{initiatePayment(input:{${unpayableInput.replace('PAYBOX', '__proto__')}}){__typename}}`,
  '200 payments under 200 names': `mutation{${times(200, (index) => `a${index}:${payable}`)}}`,
  'two payments under two names': `mutation{a:${payable} b:${payable}}`,
  'two payments in fragments': `mutation{...f ...g} fragment f on Mutation{a:${payable}} fragment g on Mutation{b:${payable}}`,
  'a payment in a second operation': `query a{__typename} mutation b{${payable}}`,
  '100 operations': times(100, (index) => `query q${index}{__typename}`),
  'a payment of nothing': `mutation{${unpayable}}`,
  '150 directives': `{__typename ${'@include(if:true) '.repeat(150)}}`,
  'directives that nobody knows': `{__typename ${times(240, (index) => `@d${index}`)}}`,
  'defer and stream': '{...@defer{payments{edges @stream{cursor}}}}',
  '200 variables that nobody uses': `query(${times(200, (index) => `$v${index}:Int`)}){__typename}`,
  'a variable as its own default': 'query($a:Int=$a){payments(first:$a){edges{cursor}}}',
  'fields that cannot be merged': `{${times(14, (index) => `payment(id:"${index}"){${times(3, (inner) => `x:${scalars.split(' ')[inner]}`)}}`)}}`,
  'the schema 30 times': `{${times(30, (index) => `a${index}:__schema{types{name fields{name}}}`)}}`,
  'the schema in the schema': '{__schema{types{fields{type{fields{type{fields{type{name}}}}}}}}}',
  'the schema under 30 names': `{__schema{types{${times(30, (index) => `a${index}:fields{name}`)}}}}`,
  'a type of a type of a type': `{__type(name:"Payment"){${nested('ofType{', 'name', '}', 25)}}}`,
  'a schema of their own': 'type Query{a:Int} schema{query:Query}',
  'an extension of ours': 'extend type Mutation{free:Int} {__typename}',
  'a subscription to two things': 'subscription{a:paymentUpdated(id:"x"){id} b:paymentUpdated(id:"y"){id}}',
  'a subscription to nothing': 'subscription{paymentUpdated(id:"pay_00000000000000000000000000000000"){id}}',
  'a script': '<script>alert(1)</script>',
  SQL: `{payment(id:"' OR 1=1; DROP TABLE payments; --"){id} paymentByReference(reference:"' UNION SELECT 1"){id}}`,
  'a locale that is none': '{payments{edges{node{amount{formatted(locale:"../../etc/passwd")}}}}}',
};

/** Bodies that are not even a document in JSON as it should be. */
export const hostileBodies: Readonly<Record<string, string>> = {
  'JSON nested 30,000 deep': `{"query":"{__typename}","variables":${nested('[', '', ']', 30_000)}}`,
  'objects nested 10,000 deep': `{"query":"{__typename}","variables":${nested('{"a":', '1', '}', 10_000)}}`,
  'variables nested 5,000 deep for an input': `{"query":"mutation($i:InitiatePaymentInput!){initiatePayment(input:$i){__typename}}","variables":{"i":${nested('{"payer":', '{}', '}', 5_000)}}}`,
  'keys given twice': '{"query":"{__typename}","query":"mutation{__typename}","variables":{},"variables":[]}',
  'prototype keys': '{"query":"{__typename}","__proto__":{"variables":1},"constructor":{"prototype":{"isAdmin":true}}}',
  'prototype keys in variables':
    '{"query":"query($id:ID!){payment(id:$id){id}}","variables":{"__proto__":{"id":"x"},"constructor":1}}',
  'a prototype for an input':
    '{"query":"mutation($i:InitiatePaymentInput!){initiatePayment(input:$i){__typename}}","variables":{"i":{"__proto__":{"amount":1250,"email":"a@b.fr"}}}}',
  'a batch of 1,000': `[${times(1_000, () => '{"query":"{__typename}"}', ',')}]`,
  'an operation that is not there': '{"query":"query a{__typename}","operationName":"__proto__"}',
  'an operation name that is an object': '{"query":"{__typename}","operationName":{"a":1}}',
  'extensions nested 10,000 deep': `{"query":"{__typename}","extensions":${nested('{"a":', '1', '}', 10_000)}}`,
  'a persisted query': '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}',
  'a document as an object': '{"query":{"kind":"Document","definitions":[]}}',
  '3,000 variables': `{"query":"{__typename}","variables":{${times(3_000, (index) => `"v${index}":1`, ',')}}}`,
  'a number too large for a number':
    '{"query":"query($n:Int){payments(first:$n){edges{cursor}}}","variables":{"n":1e400}}',
  'a NUL in JSON': '{"query":"{__typename}\0"}',
  'two values': '{"query":"{__typename}"}{"query":"{__typename}"}',
  'a value after a comma': '{"query":"{__typename}",}',
  NaN: '{"query":"{__typename}","variables":{"a":NaN}}',
  'half of a body': '{"query":"{__typena',
};

const email = (value: string): [string, object] => [
  `the e-mail ${JSON.stringify(value).slice(0, 60)}`,
  { email: value },
];
const amount = (value: unknown): [string, object] => [
  `the amount ${JSON.stringify(value)?.slice(0, 60)}`,
  { amount: value },
];
const returnUrl = (value: string): [string, object] => [
  `the return URL ${JSON.stringify(value).slice(0, 60)}`,
  { returnUrl: value },
];

/** Inputs that may never become a payment, each a change to a good one. */
export const hostileInputs: readonly (readonly [string, object])[] = [
  ...[
    '0',
    '00',
    '-5',
    '+5',
    '1e3',
    '0x10',
    '5.0',
    '1,250',
    ' 1250',
    '1250 ',
    '12abc',
    '',
    'NaN',
    'Infinity',
    '1'.repeat(13),
    '١٢٥٠',
    '１２５０',
    '1\u00002',
    '1\n',
  ].map(amount),
  ...[0, -1, 1.5, 1e21, 2 ** 53, true, null, [], ['1250'], { cents: 1250 }].map(amount),
  ...[
    '',
    'a',
    'a@b',
    '@b.fr',
    'a@',
    'a@b..fr',
    'a@-b.fr',
    'a b@c.fr',
    'a@b.fr\r\nBcc: x@y.fr',
    'a@b.fr\0',
    '"a"@b.fr',
    'a@[127.0.0.1]',
    'a@127.0.0.1',
    'a＠b.fr',
    'ﬀ@b.fr',
    'é@b.fr',
    'a@ｂ.fr',
    '<script>@b.fr',
    'a@b.fr,c@d.fr',
    `${'a'.repeat(65)}@b.fr`,
    `a@${'b'.repeat(250)}.fr`,
    'a\u202e@b.fr',
  ].map(email),
  ...[
    'javascript:alert(1)',
    'data:text/html,x',
    'https://evil.example/',
    '//evil.example',
    'https://user:pass@evil.example',
    'https://127.0.0.1@evil.example/',
    'https://evil.example\\@127.0.0.1',
    'file:///etc/passwd',
    'http://[::ffff:1.2.3.4]/',
    'http://169.254.169.254/',
    'https://a.example/\r\nX: y',
    `https://a.example/${'a'.repeat(1100)}`,
    ' ',
  ].map(returnUrl),
  ['a société that is a property', { idSociete: '__proto__' }],
  ['a société that is a path', { idSociete: '../1' }],
  ['an origin with a NUL', { idOrigin: 'web\0' }],
  ['an origin that begins with a sign', { idOrigin: '=1+1' }],
  ['a client with a line end', { idClient: '1\r\nX: y' }],
  ['a client of 65 letters', { idClient: 'a'.repeat(65) }],
  ['an order with half a character', { idCommande: '\ud800' }],
  ['a comment with a card number', { commentaire: 'carte 4970 1011 2233 4455' }],
  ['a comment with a card number in other digits', { commentaire: 'carte 4970-1011-2233-4455 merci' }],
  ['a comment of 501 letters', { commentaire: 'x'.repeat(501) }],
  ['a comment with an escape', { commentaire: '\u001b[31m' }],
  ['a key of 256 letters', { idempotencyKey: 'x'.repeat(256) }],
  ['a key with a line end', { idempotencyKey: 'a\nb' }],
  ['a payer with a field more', { payer: { isAdmin: true } }],
  ['a payer with a country that is none', { payer: { country: '__proto__' } }],
  ['real money by force', { paymentRunMode: 'FORCE_LIVE' }],
  ['a means that the target does not take', { paymentTarget: 'MILLIET' }],
];
