import { describe, expect, test } from 'vitest';
import { paymentTarget } from '../../src/kernel/vocabulary.ts';
import { type Binding, bindRequest, inputOf } from '../../src/rest/request/bind.ts';
import type { FieldName } from '../../src/rest/request/fields.ts';
import { type GivenFields, nothingGiven, readForm, readQuery } from '../../src/rest/request/given-fields.ts';

const path = ['PAYBOX', 'TEST', 'CB', 'web', '1', '2263', '45012', 'CB', '1250', 'a@b.fr', 'Bonjour'];

function bind({
  query = '',
  form = '',
  body = nothingGiven,
  values = path,
}: {
  query?: string;
  form?: string;
  body?: GivenFields;
  values?: readonly string[] | null;
}): Binding {
  return values
    ? bindRequest({ below: [body], path: values, above: [readQuery(query).fields, readForm(form)] })
    : bindRequest({ below: [], path: null, above: [readQuery(query).fields, body] });
}
const value = (binding: Binding, field: FieldName): string | undefined => {
  expect(binding.fault).toBeNull();
  return binding.bound[field];
};
const blamed = ({ fault }: Binding): string[] => fault?.errors.map(({ fieldName }) => fieldName) ?? [];
const bodyOf = (fields: Partial<Record<FieldName, string>>): GivenFields =>
  new Map(
    Object.entries(fields).map(([name, text]) => [name as FieldName, { value: text, spelling: name, repeated: false }]),
  );

describe('binding', () => {
  test('the path alone gives the whole input', () => {
    const { bound, fault } = bind({});
    expect(fault).toBeNull();
    expect(inputOf(bound)).toEqual({
      paymentTarget: 'PAYBOX',
      paymentRunMode: 'TEST',
      paymentType: 'CB',
      idOrigin: 'web',
      idSociete: '1',
      idClient: '2263',
      idCommande: '45012',
      typePaiement: 'CB',
      amount: '1250',
      email: 'a@b.fr',
      commentaire: 'Bonjour',
    });
  });

  test('a required field that is not bound never becomes an empty one', () => {
    const { bound } = bind({});
    expect(() => inputOf({ ...bound, amount: undefined })).toThrow('amount is not bound');
  });

  test.each([
    ['a body gives way to the path', { body: bodyOf({ id_client: '9', commentaire: 'corps' }) }, '2263', 'Bonjour'],
    ['the query overrides the path', { query: 'id_client=9&commentaire=question' }, '9', 'question'],
    [
      'the form overrides the query',
      { query: 'commentaire=question', form: 'commentaire=formulaire&id_client=7' },
      '7',
      'formulaire',
    ],
    ['names count in any case', { query: 'ID_CLIENT=9', form: 'Commentaire=x' }, '9', 'x'],
    ['underscores count', { query: 'idClient=9&id-client=8' }, '2263', 'Bonjour'],
    ['unknown names are ignored', { query: '_=1&utm=%zz&__proto__=x&constructor=y&toString=z' }, '2263', 'Bonjour'],
    ['a bare key is as if absent', { query: 'id_client&commentaire' }, '2263', 'Bonjour'],
    ['an empty value under another spelling changes nothing', { query: 'Id_Client=&Commentaire=' }, '2263', 'Bonjour'],
    ['repeated values are joined with a comma', { query: 'commentaire=a&Commentaire=b' }, '2263', 'a,b'],
    ['+ and %20 are blanks', { query: 'commentaire=a+b%20c%2B' }, '2263', 'a b c+'],
    ['accents come as UTF-8', { form: 'commentaire=%C3%A9t%C3%A9' }, '2263', 'été'],
  ])('%s', (_title, sources, client, comment) => {
    const binding = bind(sources);
    expect(value(binding, 'id_client')).toBe(client);
    expect(value(binding, 'commentaire')).toBe(comment);
  });

  test('an empty value under the very same spelling loses the one before it', () => {
    expect(value(bind({ query: 'commentaire=' }), 'commentaire')).toBeUndefined();
    expect(value(bind({ query: 'commentaire=x', form: 'commentaire=' }), 'commentaire')).toBeUndefined();
    expect(value(bind({ query: 'commentaire=', body: bodyOf({ commentaire: 'corps' }) }), 'commentaire')).toBe('corps');
    expect(value(bind({ query: 'id_commande=' }), 'id_commande')).toBe('0');
    expect(blamed(bind({ query: 'id_client=' }))).toEqual(['id_client']);
  });

  test('a body fills in the comment that the path does not have', () => {
    expect(
      value(bind({ values: path.slice(0, 10), body: bodyOf({ commentaire: 'corps', amount: '9' }) }), 'commentaire'),
    ).toBe('corps');
    expect(
      value(bind({ values: path.slice(0, 10), body: bodyOf({ amount: '9', payment_target: 'BOGUS' }) }), 'amount'),
    ).toBe('1250');
  });

  test.each([
    ['amount=1251', 'amount'],
    ['amount=01250', 'amount'],
    ['amount=', 'amount'],
    ['Amount=1251', 'amount'],
    ['email=b@b.fr', 'email'],
    ['email=', 'email'],
    ['email=A@b.fr', 'email'],
    ['payment_target=MILLIET', 'payment_target'],
    ['payment_target=0', 'payment_target'],
    ['payment_target=', 'payment_target'],
    ['payment_run_mode=LIVE', 'payment_run_mode'],
    ['payment_type=AMEX', 'payment_type'],
    ['type_paiement=AMEX', 'type_paiement'],
  ])('%s contradicts the path, in the query and in a form', (text, field) => {
    for (const binding of [bind({ query: text }), bind({ form: text })]) {
      expect(binding.fault).toMatchObject({ status: 400, errorCode: 'InvalidInput', isBindingFault: false });
      expect(blamed(binding)).toEqual([field]);
    }
  });

  test.each([
    'amount=1250&amount=1250',
    'amount=1250&Amount=1250',
    'payment_run_mode=TEST&payment_run_mode=TEST',
    'email=a@b.fr&email=a@b.fr',
  ])('%s is refused, for which of them counts is a guess', (query) => {
    expect(bind({ query }).fault?.errorCode).toBe('InvalidInput');
    expect(bind({ form: query }).fault?.errorCode).toBe('InvalidInput');
  });

  test('a form whose hidden fields repeat the path is accepted, whatever the spelling of an enum', () => {
    const form =
      'payment_target=paybox&payment_run_mode=0&payment_type=%20cb&type_paiement=2&amount=1250&email=a%40b.fr&commentaire=autre';
    expect(value(bind({ form }), 'payment_type')).toBe('CB');
    expect(value(bind({ form }), 'commentaire')).toBe('autre');
  });

  test('an empty value under another spelling is no contradiction', () => {
    expect(value(bind({ query: 'Amount=&EMAIL=' }), 'email')).toBe('a@b.fr');
  });

  test.each(['commentaire=%E9', 'amount=%', 'id_client=%zz'])('%s is no UTF-8 and is refused', (query) => {
    expect(blamed(bind({ query }))).toEqual([query.split('=')[0]]);
  });

  test('idempotency key, mandate and return address come from the query or a form', () => {
    const { bound } = bind({ query: 'idempotency_key=k-1&Mandate=RUM-1', form: 'return_url=https%3A%2F%2Fa.fr%2F' });
    expect(inputOf(bound)).toMatchObject({ idempotencyKey: 'k-1', mandate: 'RUM-1', returnUrl: 'https://a.fr/' });
    expect(blamed(bind({ query: 'idempotency_key=a&idempotency_key=b' }))).toEqual(['idempotency_key']);
  });

  test('two sources that differ are refused where the path does not say which counts', () => {
    expect(blamed(bind({ query: 'idempotency_key=a', form: 'idempotency_key=b' }))).toEqual(['idempotency_key']);
    expect(bind({ query: 'idempotency_key=a', form: 'idempotency_key=a' }).fault).toBeNull();
    const fields = 'payment_run_mode=TEST&payment_type=CB&id_origin=web&id_societe=1&id_client=2&type_paiement=CB';
    const query = `payment_target=PAYBOX&amount=1250&email=a@b.fr&${fields}`;
    expect(
      bind({ values: null, query, body: bodyOf({ payment_target: '1', amount: '1250', id_client: '3' }) }).fault,
    ).toBeNull();
    expect(blamed(bind({ values: null, query, body: bodyOf({ amount: '1' }) }))).toEqual(['amount']);
  });

  test('without a path every required field is asked for, and an order is not', () => {
    const required = [
      'payment_target',
      'payment_run_mode',
      'payment_type',
      'id_origin',
      'id_societe',
      'id_client',
      'type_paiement',
      'amount',
      'email',
    ];
    const binding = bind({ values: null });
    expect(blamed(binding)).toEqual(required);
    expect(binding.fault).toMatchObject({ status: 400, errorCode: 'InvalidInput' });
    expect(blamed(bind({ values: null, query: required.map((name) => `${name}=`).join('&') }))).toEqual(required);
  });

  test('without a path the body overrides the query', () => {
    const query =
      'payment_target=PAYBOX&payment_run_mode=TEST&payment_type=CB&id_origin=web&id_societe=1&id_client=2&type_paiement=CB&amount=100&email=a@b.fr';
    expect(value(bind({ values: null, query, body: bodyOf({ id_client: '3' }) }), 'id_client')).toBe('3');
    expect(value(bind({ values: null, query }), 'id_commande')).toBe('0');
  });
});

describe('enums', () => {
  const withTarget = (target: string): Binding => bind({ values: [target, ...path.slice(1)] });

  test.each([
    ['PAYBOX', 'PAYBOX'],
    ['paybox', 'PAYBOX'],
    ['PayBox', 'PAYBOX'],
    ['0', 'LABANQUEPOSTALE'],
    ['1', 'PAYBOX'],
    ['2', 'MILLIET'],
    [' paybox ', 'PAYBOX'],
    ['"PAYBOX"', 'PAYBOX'],
    ['" 1 "', 'PAYBOX'],
  ])('%j is %s', (written, name) => {
    expect(value(withTarget(written), 'payment_target')).toBe(name);
  });

  test.each([
    'BOGUS',
    String(paymentTarget.names.length),
    '-1',
    '+1',
    '01',
    '1.0',
    '1e0',
    'PAYBOX,MILLIET',
    'LA BANQUE POSTALE',
    '""',
    '"',
    '__proto__',
    'constructor',
    'm\u0131lliet',
    '\u0661',
  ])('%j is no value', (written) => {
    expect(withTarget(written).fault).toEqual({
      status: 400,
      errorCode: 'SerializationException',
      message: "Unable to bind to request 'payment_initiate'",
      errors: [
        {
          errorCode: 'SerializationException',
          fieldName: 'payment_target',
          message: `'${written}' is an Invalid value for 'payment_target'`,
        },
      ],
      isBindingFault: true,
    });
  });

  test('the other ordinals are in the order of the old service', () => {
    const bound = (values: readonly string[]) => bind({ values: [...values, ...path.slice(values.length)] }).bound;
    expect(['0', '1', '2'].map((mode) => bound(['1', mode]).payment_run_mode)).toEqual(['TEST', 'LIVE', 'FORCE_LIVE']);
    expect(['0', '1', '2', '3', '4'].map((type) => bound(['1', '0', type]).payment_type)).toEqual([
      'DIRECT_SEPA',
      'SEPA',
      'CB',
      'AMEX',
      'COMPTABILITE',
    ]);
    expect(bind({ values: ['1', '3', ...path.slice(2)] }).fault?.errorCode).toBe('SerializationException');
    expect(bind({ values: ['1', '0', '5', ...path.slice(3)] }).fault?.errorCode).toBe('SerializationException');
  });

  test('all bad fields are named at once, under the names that the request used', () => {
    const binding = bind({ values: ['BOGUS', 'SEPA_DIRECT', ...path.slice(2)], query: 'Type_Paiement=VISA&amount=9' });
    expect(binding.fault?.errors).toEqual([
      {
        errorCode: 'SerializationException',
        fieldName: 'payment_target',
        message: "'BOGUS' is an Invalid value for 'payment_target'",
      },
      {
        errorCode: 'SerializationException',
        fieldName: 'payment_run_mode',
        message: "'SEPA_DIRECT' is an Invalid value for 'payment_run_mode'",
      },
      {
        errorCode: 'SerializationException',
        fieldName: 'Type_Paiement',
        message: "'VISA' is an Invalid value for 'Type_Paiement'",
      },
      expect.objectContaining({ errorCode: 'InvalidInput', fieldName: 'amount' }),
    ]);
  });
});
