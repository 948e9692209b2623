import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { BankCall } from '../../src/modules/payments/operations/bank-operation.ts';
import {
  account,
  answering,
  answerTo,
  attempt,
  bank,
  bankThat,
  type Fields,
  request,
} from '../support/providers/paybox-direct.ts';
import { testHmacKey } from '../support/providers/paybox-recorded.ts';

describe('a question to Paybox Direct', () => {
  test('carries ordered fields, signed as they stand, with Paris time', async () => {
    const { asked, call } = answering({ NUMTRANS: '0013989999' });
    const answer = await bank.perform(request(), call);
    expect(answer).toEqual({ outcome: 'DONE', bankTransaction: '13989999', bankCode: '00000' });
    const [find, refund] = asked;
    expect([...(refund?.question ?? [])].slice(0, -1)).toEqual([
      ['VERSION', '00104'],
      ['TYPE', '00014'],
      ['SITE', '1999888'],
      ['RANG', '032'],
      ['IDENTIFIANT', '110647233'],
      ['NUMQUESTION', '0000000332'],
      ['MONTANT', '0000001990'],
      ['DEVISE', '978'],
      ['REFERENCE', '4K7M9QXT-1'],
      ['NUMTRANS', '0013989865'],
      ['NUMAPPEL', '0030378572'],
      ['ACTIVITE', '024'],
      ['DATEQ', '02072026003005'],
      ['HASH', 'SHA512'],
    ]);
    const signed = [...(refund?.question ?? [])].slice(0, -1).map(([name, value]) => `${name}=${value}`);
    const hmac = createHmac('sha512', Buffer.from(testHmacKey, 'hex')).update(signed.join('&')).digest('hex');
    expect([...(refund?.question ?? [])].at(-1)).toEqual(['HMAC', hmac.toUpperCase()]);
    expect(find?.question.get('NUMQUESTION')).toBe('0000000329');
    expect(find?.question.get('TYPE')).toBe('00011');
  });

  test.each([
    ['CAPTURE', '00002'],
    ['CANCEL', '00005'],
    ['REFUND', '00014'],
  ] as const)('asks for a %s by type %s', async (kind, type) => {
    const { asked, call } = answering({});
    await bank.perform(request({ kind }), call);
    expect(asked.map(({ question }) => question.get('TYPE'))).toEqual(['00011', type]);
  });

  test('takes its numbers from a counter of the site and the Paris day, within what the platform takes', async () => {
    const counter = bank.questionCounter(account, Date.UTC(2026, 6, 1, 22, 30, 5));
    expect(counter?.name).toBe('paybox-direct:1999888:02072026');
    const { asked, call } = answering({});
    await bank.perform(request({ question: (counter?.limit ?? 0) - 1 }), call);
    for (const { question } of asked) expect(Number(question.get('NUMQUESTION'))).toBeLessThanOrEqual(2_147_483_647);
    const numbers = await Promise.all(
      [0, 1, 2].map(async (question) => {
        const { asked, call } = answering({});
        await bank.perform(request({ question }), call);
        await bank.inquire(request({ question }), call);
        return asked.slice(0, 2).map((it) => it.question.get('NUMQUESTION'));
      }),
    );
    expect(new Set(numbers.flat()).size).toBe(6);
  });
});

describe('the answer to an operation', () => {
  test.each([
    ['00003', 'UNKNOWN'],
    ['00097', 'UNKNOWN'],
    ['00098', 'UNKNOWN'],
    ['00099', 'UNKNOWN'],
    ['00015', 'UNKNOWN'],
    ['00039', 'UNKNOWN'],
    ['00194', 'UNKNOWN'],
    ['00777', 'UNKNOWN'],
    ['001A1', 'REFUSED'],
    ['00151', 'REFUSED'],
    ['00006', 'REFUSED'],
    ['00011', 'REFUSED'],
  ])('%s is %s', async (code, outcome) => {
    const answer = await bank.perform(request(), answering({ CODEREPONSE: code }).call);
    expect(answer).toMatchObject({ outcome, bankCode: code });
  });

  test.each<[string, Fields | ((question: URLSearchParams) => Fields)]>([
    ['another site', { SITE: '1999887' }],
    ['another rank', { RANG: '33' }],
    ['another question', (question) => ({ NUMQUESTION: `9${question.get('NUMQUESTION')?.slice(1)}` })],
    ['no question', { NUMQUESTION: '' }],
  ])('counts for nothing where it names %s', async (_what, change) => {
    expect(await bank.perform(request(), answering(change).call)).toMatchObject({ outcome: 'UNKNOWN', bankCode: null });
  });

  test('may name the rank by two digits, as older contracts do', async () => {
    expect(await bank.perform(request(), answering({ RANG: '32' }).call)).toMatchObject({ outcome: 'DONE' });
  });

  test.each([
    ['a page', '<!doctype html><title>CODEREPONSE=00000</title>'],
    ['nothing', ''],
    ['half a code', 'NUMTRANS=1&CODEREPONSE=0000'],
    ['two codes', 'CODEREPONSE=00151&CODEREPONSE=00000'],
  ])('is unknown where it is %s', async (_what, text) => {
    const { call } = bankThat((question) => (question.get('TYPE') === '00011' ? answerTo(question) : text));
    expect(await bank.perform(request(), call)).toMatchObject({ outcome: 'UNKNOWN' });
  });

  test('is unknown with any HTTP status but 200', async () => {
    const call: BankCall = async ({ body }) => {
      const question = new URLSearchParams(body);
      return { status: question.get('TYPE') === '00011' ? 200 : 302, body: answerTo(question) };
    };
    expect(await bank.perform(request(), call)).toMatchObject({ outcome: 'UNKNOWN' });
  });
});

describe('the transaction', () => {
  test('is asked for by its number where its reference leads to another one', async () => {
    const { asked, call } = bankThat((question) => {
      if (question.get('TYPE') === '00011')
        return answerTo(question, { NUMTRANS: '0013990000', NUMAPPEL: '0000000001' });
      return answerTo(question);
    });
    expect(await bank.perform(request(), call)).toMatchObject({ outcome: 'DONE' });
    const last = asked.at(-1)?.question;
    expect([last?.get('NUMTRANS'), last?.get('NUMAPPEL')]).toEqual(['0013989865', '0030378572']);
  });

  test('is asked for by its number where a capture of a part changed the amount', async () => {
    const { asked, call } = bankThat((question) =>
      answerTo(question, question.get('TYPE') === '00011' ? { CODEREPONSE: '00018', NUMTRANS: '0000000000' } : {}),
    );
    expect(await bank.perform(request(), call)).toMatchObject({ outcome: 'DONE' });
    expect(asked.map(({ question }) => question.get('TYPE'))).toEqual(['00011', '00017', '00014']);
    const numbers = asked.map(({ question }) => question.get('NUMQUESTION'));
    expect(new Set(numbers).size).toBe(3);
  });

  test('is never another one than ours', async () => {
    const { asked, call } = bankThat((question) => answerTo(question, { NUMTRANS: '0013990000' }));
    expect(await bank.perform(request(), call)).toMatchObject({ outcome: 'NOT_SENT' });
    expect(asked.map(({ question }) => question.get('TYPE'))).not.toContain('00014');
    expect(await bank.inquire(request(), call)).toMatchObject({ outcome: 'UNKNOWN' });
  });

  test('that was never made cannot be refunded', async () => {
    const { call } = bankThat((question) => answerTo(question, { CODEREPONSE: '00018' }));
    expect(await bank.perform(request(), call)).toMatchObject({ outcome: 'REFUSED', bankCode: '00018' });
    expect(await bank.inquire(request(), call)).toEqual({ outcome: 'NONE' });
  });

  test.each([
    ['Autorisé', 'AUTHORIZED', 0],
    ['Capturé', 'PAID', null],
    ['Captur%E9', 'PAID', null],
    ['Captur%C3%A9', 'PAID', null],
    ['Capture', 'PAID', null],
    ['CAPTURÉ', 'PAID', null],
    ['Captur\u0065\u0301', 'PAID', null],
    ['Remboursé', 'PAID', 1990],
    ['Annulé', 'CANCELLED', 0],
    ['Refusé', 'REFUSED', 0],
    ['Rejet support', 'FAILED', null],
    ['Crédit', 'PENDING', null],
    ['Demande de solde (Carte cadeaux)', 'PENDING', null],
    ['Captured', 'PENDING', null],
    ['Capturé, non', 'PENDING', null],
    ['', 'PENDING', null],
  ])('is, when the bank says "%s", %s, in either encoding', async (word, status, refundedCents) => {
    for (const encoding of ['latin1', 'utf8'] as const) {
      if (encoding === 'latin1' && /[^\u0000-\u00ff]/.test(word)) continue;
      const { call } = bankThat((question) => answerTo(question, { STATUS: word, REMISE: '' }, encoding));
      const answer = await bank.inquire(request({ attempt }), call);
      expect(answer).toMatchObject({
        outcome: 'FOUND',
        refundedCents,
        update: { status, bankTransaction: '13989865' },
      });
    }
  });

  test('of the test platform is no proof of money', async () => {
    const answer = await bank.inquire(request(), answering({ STATUS: 'Capturé' }).call);
    expect(answer).toMatchObject({ update: { testEvidence: 'authorisation number XXXXXX' } });
    const real = await bank.inquire(request(), answering({ STATUS: 'Capturé', AUTORISATION: '168756' }).call);
    expect(real).toMatchObject({ update: { testEvidence: null } });
  });
});

test('a contract without Paybox Direct asks nothing', async () => {
  const { asked, call } = bankThat(() => new TypeError('never called'));
  const without = request({ account: { ...account, direct: undefined } });
  expect(await bank.perform(without, call)).toMatchObject({ outcome: 'NOT_SENT' });
  expect(await bank.inquire(without, call)).toMatchObject({ outcome: 'UNKNOWN' });
  expect(asked).toEqual([]);
});
