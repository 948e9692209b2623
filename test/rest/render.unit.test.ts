import { describe, expect, test } from 'vitest';
import { bindRequest } from '../../src/rest/request/bind.ts';
import { readJsv } from '../../src/rest/request/read-jsv.ts';
import { type Answer, answerOf } from '../../src/rest/response/answer.ts';
import { type Fault, faultOfRefusal, invalidField, invalidFields, plainFault } from '../../src/rest/response/errors.ts';
import { renderCsv, renderCsvFault } from '../../src/rest/response/render-csv.ts';
import { renderJson, renderJsonFault } from '../../src/rest/response/render-json.ts';
import { renderJsv, renderJsvFault } from '../../src/rest/response/render-jsv.ts';
import { renderXml, renderXmlFault } from '../../src/rest/response/render-xml.ts';

const camel = { casing: 'camel', writesNulls: false } as const;
const pascal = { casing: 'pascal', writesNulls: false } as const;
const withNulls = { casing: 'camel', writesNulls: true } as const;

const answer = answerOf({
  __typename: 'InitiatePaymentSuccess',
  replayed: false,
  payment: {
    id: 'pay_1',
    reference: '4K7M-9QXT',
    status: 'REQUIRES_ACTION',
    paymentUrl: 'https://pay.example/pay/token',
    paymentTarget: 'PAYBOX',
    paymentRunMode: 'LIVE',
    effectiveRunMode: 'TEST',
    paymentType: 'CB',
    idOrigin: 'web',
    idSociete: '1',
    idClient: '2263',
    idCommande: '45012',
    typePaiement: 'CB',
    amount: { cents: 1250, currency: 'EUR' },
    email: 'a@b.fr',
    commentaire: '</script>\u2028\u2029 été "cité", 1/2',
    nextAction: {
      __typename: 'RedirectAction',
      method: 'POST',
      url: 'https://bank.example/',
      values: { PBX_SITE: '1999888', PBX_CMD: 'a&b' },
    },
  },
});
const without = (names: readonly string[]): Answer =>
  Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, names.includes(name) ? undefined : value]));

const fault: Fault =
  bindRequest({ below: [], path: ['BOGUS', 'TEST', 'CB', 'a', 'b', 'c', 'd', 'CB', '1', 'e@f.fr'], above: [] }).fault ??
  plainFault(500, 'none', 'none');

describe('JSON', () => {
  test('has the names in their order, no blanks, and nothing that ends a script', () => {
    expect(renderJson(answer, camel)).toBe(
      '{"payment_id":"pay_1","reference":"4K7M-9QXT","status":"REQUIRES_ACTION","payment_url":"https://pay.example/pay/token",' +
        '"payment_target":"PAYBOX","payment_run_mode":"LIVE","effective_run_mode":"TEST","payment_type":"CB","id_origin":"web","id_societe":"1",' +
        '"id_client":"2263","id_commande":"45012","type_paiement":"CB","amount":"1250","currency":"EUR","email":"a@b.fr",' +
        '"commentaire":"\\u003c/script>\\u2028\\u2029 été \\"cité\\", 1/2",' +
        '"redirect":{"method":"POST","url":"https://bank.example/","fields":{"PBX_SITE":"1999888","PBX_CMD":"a&b"}},"replayed":false}',
    );
  });

  test('leaves names without a value out, or writes them as null', () => {
    expect(renderJson(without(['payment_url', 'commentaire', 'redirect']), camel)).not.toMatch(
      /payment_url|commentaire|redirect|bank_transfer|null/,
    );
    expect(JSON.parse(renderJson(without(['payment_url']), withNulls))).toMatchObject({
      payment_url: null,
      bank_transfer: null,
    });
  });

  test('the own names of the answer keep their case', () => {
    expect(renderJson(answer, pascal)).toBe(renderJson(answer, camel));
  });

  test('a control character and half a surrogate pair are escaped', () => {
    expect(renderJson({ a: '\u0001\n\ud800/' }, camel)).toBe('{"a":"\\u0001\\n\\ud800/"}');
  });

  test('an error is the envelope, in either casing, with or without nulls', () => {
    expect(renderJsonFault(fault, camel)).toBe(
      '{"responseStatus":{"errorCode":"SerializationException","message":"Unable to bind to request \'payment_initiate\'","errors":[' +
        '{"errorCode":"SerializationException","fieldName":"payment_target","message":"\'BOGUS\' is an Invalid value for \'payment_target\'"}]}}',
    );
    expect(renderJsonFault(fault, pascal)).toMatch(
      /^{"ResponseStatus":{"ErrorCode":"SerializationException","Message":".*","Errors":\[{"ErrorCode":".*","FieldName":"payment_target","Message":".*"}]}}$/,
    );
    expect(renderJsonFault(plainFault(404, 'NotFound', '<b>'), withNulls)).toBe(
      '{"responseStatus":{"errorCode":"NotFound","message":"\\u003cb>","stackTrace":null,"errors":[],"meta":null}}',
    );
  });
});

describe('JSV', () => {
  test('is JSON without quotes around plain text', () => {
    expect(renderJsv(answer, camel)).toContain(
      '{payment_id:pay_1,reference:4K7M-9QXT,status:REQUIRES_ACTION,payment_url:"https://pay.example/pay/token",',
    );
    expect(renderJsv(answer, camel)).toContain(
      'redirect:{method:POST,url:"https://bank.example/",fields:{PBX_SITE:1999888,PBX_CMD:a&b}},replayed:false}',
    );
    expect(renderJsv({ a: '', b: ' x', c: 'x"y', d: undefined }, camel)).toBe('{a:"",b:" x",c:"x""y"}');
    expect(renderJsv({ d: undefined }, withNulls)).toBe('{d:null}');
  });

  test('what it writes can be read back', () => {
    const texts = { email: 'a@b.fr', commentaire: '{"a", [b]: c}\r\n""' };
    expect(readJsv(renderJsv(texts, camel))).toEqual(Object.entries(texts));
  });

  test('an error is the envelope', () => {
    expect(renderJsvFault(plainFault(404, 'NotFound', 'a, b'), camel)).toBe(
      '{responseStatus:{errorCode:NotFound,message:"a, b",errors:[]}}',
    );
    expect(renderJsvFault(plainFault(404, 'NotFound', 'x'), pascal)).toBe(
      '{ResponseStatus:{ErrorCode:NotFound,Message:x,Errors:[]}}',
    );
  });
});

describe('CSV', () => {
  test('is a line of names and a line of values, every column there', () => {
    const [names, values, rest] = renderCsv({ a: '1', b: undefined, c: 'x,"y"', d: { e: 'f' }, g: true }).split('\r\n');
    expect([names, values, rest]).toEqual(['a,b,c,d,g', '1,,"x,""y""",{e:f},true', '']);
    expect(renderCsv(answer).split('\r\n')[0]).toBe(Object.keys(answer).join(','));
  });

  test.each(['=1+1', '+33', '-1', '@a', '\tx', '\rx', '＝1+1', '＠a'])('the formula %j is only a text', (text) => {
    expect(renderCsv({ a: text })).toMatch(/^a\r\n"?'/);
  });

  test('an error is one quoted cell of JSV', () => {
    expect(renderCsvFault(plainFault(404, 'NotFound', 'a "b"'), camel)).toBe(
      'ResponseStatus\r\n"{errorCode:NotFound,message:""a """"b"""""",errors:[]}"\r\n',
    );
    expect(renderCsvFault(plainFault(404, 'NotFound', 'x'), pascal)).toBe(
      'ResponseStatus\r\n"{ErrorCode:NotFound,Message:x,Errors:[]}"\r\n',
    );
  });
});

describe('XML', () => {
  const head = '<?xml version="1.0" encoding="utf-8"?>';
  const namespaces =
    'xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://schemas.servicestack.net/types"';

  test('has the names of the JSON as elements', () => {
    const xml = renderXml(answer, 'payment_initiate');
    expect(
      xml.startsWith(`${head}<payment_initiate_response ${namespaces}><payment_id>pay_1</payment_id><reference>`),
    ).toBe(true);
    expect(xml).toContain(
      '<redirect><method>POST</method><url>https://bank.example/</url><fields><field><name>PBX_SITE</name><value>1999888</value></field>',
    );
    expect(xml).toContain(
      '<value>a&amp;b</value></field></fields></redirect><replayed>false</replayed></payment_initiate_response>',
    );
    expect(xml).not.toContain('bank_transfer');
  });

  test('characters that XML cannot hold are replaced, markup is escaped', () => {
    expect(renderXml({ a: '<\u0000\ud800\r&"\'>' }, 'payment_initiate')).toContain(
      '<a>&lt;\ufffd\ufffd&#xD;&amp;"\'&gt;</a>',
    );
  });

  test('an error is ErrorResponse in PascalCase', () => {
    expect(renderXmlFault(invalidFields([invalidField('email', 'a < b')]))).toBe(
      `${head}<ErrorResponse ${namespaces}><ResponseStatus><ErrorCode>InvalidInput</ErrorCode><Message>a &lt; b</Message><StackTrace i:nil="true"/>` +
        '<Errors><ResponseError><ErrorCode>InvalidInput</ErrorCode><FieldName>email</FieldName><Message>a &lt; b</Message><Meta i:nil="true"/></ResponseError></Errors>' +
        '<Meta i:nil="true"/></ResponseStatus></ErrorResponse>',
    );
  });
});

describe('a refusal of the gateway', () => {
  const common = { message: 'x', path: null, retryAdvice: 'FIX_INPUT', requestId: 'req_1' } as const;

  test.each([
    [{ __typename: 'UnsupportedPaymentError', code: 'UNSUPPORTED_PAYMENT' }, 400, 'UnsupportedPayment'],
    [{ __typename: 'MandateRequiredError', code: 'MANDATE_REQUIRED' }, 400, 'MandateRequired'],
    [{ __typename: 'NotAllowedError', code: 'NOT_ALLOWED' }, 403, 'NotAllowed'],
    [{ __typename: 'IdempotencyConflictError', code: 'IDEMPOTENCY_CONFLICT' }, 422, 'IdempotencyConflict'],
    [{ __typename: 'ProviderUnavailableError', code: 'PROVIDER_UNAVAILABLE' }, 503, 'ProviderUnavailable'],
  ] as const)('%j', (refusal, status, errorCode) => {
    const asked = { ...common, ...refusal, allowed: [] };
    expect(faultOfRefusal(asked)).toEqual({
      status,
      errorCode,
      message: 'x',
      errors: [],
      isBindingFault: false,
      ...(status === 503 && { retryAfterSeconds: 30 }),
    });
    expect(faultOfRefusal({ ...asked, path: ['paymentRunMode'] }).errors).toMatchObject([
      { errorCode, fieldName: 'payment_run_mode', message: 'x' },
    ]);
  });

  test('names every field in snake_case, in its name and in its words', () => {
    const issues = [
      { path: ['typePaiement'], message: 'typePaiement must be CB, the same as paymentType.' },
      { path: ['idClient'], message: 'idClient must be short.' },
    ];
    expect(
      faultOfRefusal({
        ...common,
        __typename: 'InvalidInputError',
        code: 'INVALID_INPUT',
        message: issues[0]?.message ?? '',
        issues,
      }),
    ).toMatchObject({
      status: 400,
      errorCode: 'InvalidInput',
      message: 'type_paiement must be CB, the same as payment_type.',
      errors: [
        {
          errorCode: 'InvalidInput',
          fieldName: 'type_paiement',
          message: 'type_paiement must be CB, the same as payment_type.',
        },
        { errorCode: 'InvalidInput', fieldName: 'id_client', message: 'id_client must be short.' },
      ],
    });
  });

  test('names each detail of the payer that is missing', () => {
    const refusal = {
      ...common,
      __typename: 'PayerDataMissingError',
      code: 'PAYER_DATA_MISSING',
      missingFields: ['phone', 'zipCode'],
    } as const;
    expect(faultOfRefusal({ ...refusal, missingFields: [...refusal.missingFields] })).toMatchObject({
      status: 400,
      errorCode: 'PayerDataMissing',
      errors: [{ fieldName: 'payer.phone' }, { fieldName: 'payer.zip_code' }],
    });
  });
});
