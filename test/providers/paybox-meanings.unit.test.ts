import { describe, expect, test } from 'vitest';
import type { BankCall, OperationKind } from '../../src/modules/payments/operations/bank-operation.ts';
import { createPayboxDirect } from '../../src/providers/paybox/direct.ts';
import { directCodes, directStatuses, messageCodes } from '../../src/providers/paybox/meanings.ts';
import { meaningOf } from '../../src/providers/paybox/messages.ts';
import { formRequest } from '../support/providers/paybox-examples.ts';

/**
 * Every code of a message, every code of Paybox Direct for every question, every STATUS. What is expected is written down
 * a second time, as lists.
 */

const bank = createPayboxDirect();
const { attempt, payment, account } = formRequest({
  account: { direct: { url: 'https://ppps.example/PPPS.php', backupUrl: null } },
});
const known = { ...attempt, bankTransaction: '13989865' };
const types = { CAPTURE: '00002', CANCEL: '00005', REFUND: '00014' } as const;
const kinds = Object.keys(types) as OperationKind[];

/** Answers well, but for the questions of one TYPE. */
const bankThat =
  (type: string, change: Readonly<Record<string, string>>): BankCall =>
  async ({ body }) => {
    const asked = new URLSearchParams(body);
    const own = ['NUMQUESTION', 'SITE', 'RANG'].map((name) => [name, asked.get(name) ?? '']);
    const good = { NUMTRANS: '0013989865', NUMAPPEL: '0030378572', AUTORISATION: '168756', CODEREPONSE: '00000' };
    const answer = {
      ...Object.fromEntries(own),
      ...good,
      STATUS: 'Capturé',
      ...(asked.get('TYPE') === type && change),
    };
    const text = Object.entries(answer).map(([name, value]) => `${name}=${value}`);
    return { status: 200, body: Buffer.from(text.join('&'), 'latin1') };
  };

const question = { account, payment, attempt: known, question: 41, now: attempt.createdAt };
const perform = (kind: OperationKind, type: string, CODEREPONSE: string) =>
  bank.perform({ ...question, kind, amountCents: payment.amountCents }, bankThat(type, { CODEREPONSE }));

const issuerCodes = Array.from({ length: 100 }, (_, number) => `001${String(number).padStart(2, '0')}`);
const platformCodes = Array.from({ length: 100 }, (_, number) => `000${String(number).padStart(2, '0')}`);
const codes = [
  ...platformCodes,
  ...issuerCodes,
  '001A1',
  '001A4',
  '001R1',
  '001R3',
  '00200',
  '00201',
  '00303',
  '99999',
  'ZZZZZ',
];

describe('the tables', () => {
  test.each([
    ['of messages', messageCodes.flatMap(([, all]) => all.split(' '))],
    ['of Paybox Direct', directCodes.flatMap(([, , , all]) => all.split(' '))],
    ['of statuses', directStatuses.map(([text]) => text)],
  ])('%s name nothing twice', (_what, all) => {
    expect(all).toHaveLength(new Set(all).size);
  });
});

describe.each(codes)('code %s', (code) => {
  test('of a message is paid only where it is 00000, with its transaction', () => {
    const pending = ['99999', '00015', '00194', '00200', '00201', '00300', '00301', '00302', '00303'];
    for (const authorisation of ['168756', null]) {
      const { status } = meaningOf(code, { authorisation, transaction: '13989865' });
      if (code === '00000') expect(status).toBe('PAID');
      else if (pending.includes(code)) expect(status).toBe('PENDING');
      else expect(['REFUSED', 'FAILED', 'CANCELLED', 'EXPIRED', 'PENDING']).toContain(status);
      // A code that is not in the table is open with an authorisation, and else has ended.
      const isListed = messageCodes.some(([, all]) => all.split(' ').includes(code));
      if (!isListed) expect(status).toBe(authorisation ? 'PENDING' : code.startsWith('001') ? 'REFUSED' : 'FAILED');
    }
    expect(meaningOf(code, { authorisation: '168756', transaction: null }).status).not.toBe('PAID');
  });

  const open = [
    ...['00001', '00003', '00097', '00098', '00002', '00099', '00005', '00039', '00015'],
    ...['00168', '00190', '00191', '00194', '00196', '00197', '00198', '00199'],
  ];
  const refused = [
    ...['00004', '00006', '00007', '00008', '00009', '00010', '00011', '00012', '00013', '00014', '00016', '00017'],
    ...['00018', '00020', '00021', '00022', '00023', '00024', '00040'],
  ];
  const isRefused = refused.includes(code) || (code.startsWith('001') && !open.includes(code));

  test.each(kinds)('of the answer to %s', async (kind) => {
    const outcome = code === '00000' ? 'DONE' : isRefused ? 'REFUSED' : 'UNKNOWN';
    expect(await perform(kind, types[kind], code)).toMatchObject({ outcome, bankCode: code });
  });

  test('of the search before an operation sends nothing', async () => {
    const found = code === '00000' || code === '00018';
    // Nothing found, and then found by its number: it is ours.
    const outcome = found ? 'DONE' : isRefused ? 'REFUSED' : 'NOT_SENT';
    expect(await perform('REFUND', '00011', code)).toMatchObject({ outcome });
  });

  test('of an inquiry', async () => {
    const answer = await bank.inquire(question, bankThat('00017', { CODEREPONSE: code }));
    expect(answer.outcome).toBe(code === '00000' ? 'FOUND' : 'UNKNOWN');
  });
});

describe.each([
  ['Autorisé', 'AUTHORIZED', 0],
  ['Capturé', 'PAID', null],
  ['Remboursé', 'PAID', payment.amountCents],
  ['Annulé', 'CANCELLED', 0],
  ['Refusé', 'REFUSED', 0],
  ['Rejet support', 'FAILED', null],
  ['Crédit', 'PENDING', null],
  ['Demande de solde (Carte cadeaux)', 'PENDING', null],
  ['Quelque chose', 'PENDING', null],
  ['', 'PENDING', null],
] as const)('STATUS %s', (text, status, refundedCents) => {
  test('is read with and without accents and capitals', async () => {
    const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '');
    for (const STATUS of [text, plain, plain.toUpperCase()]) {
      const answer = await bank.inquire(question, bankThat('00017', { STATUS }));
      expect(answer).toMatchObject({ outcome: 'FOUND', refundedCents, credits: [], update: { status } });
    }
  });
});

test('every STATUS of the table is tried', () => {
  expect(directStatuses.map(([text]) => text)).toHaveLength(8);
});
