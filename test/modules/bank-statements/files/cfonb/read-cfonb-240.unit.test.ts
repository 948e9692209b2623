import { describe, expect, it } from 'vitest';
import { iban } from '../../../../support/bank-statements/examples.ts';
import { entriesIn, piecesOf, refusalOf } from '../../../../support/bank-statements/read-pieces.ts';
import { type WrittenOperation, writtenCfonb240 } from '../../../../support/bank-statements/written-cfonb.ts';

const on = '2026-11-25';
const before = '2026-11-24';
const written = (...operations: readonly WrittenOperation[]) => writtenCfonb240(on, operations, iban.company, before);
const latin = (file: Buffer): string => file.toString('latin1');

describe('CFONB 240', () => {
  it('gives returned direct debits one by one, with their day, reason and debtor', async () => {
    const file = written(
      { cents: 1_250, text: 'PRLV 4K7M-9QXT-1', rejectCode: '20' },
      { cents: 2_000, text: `${'P2'.padEnd(31)}SECOND LABEL`, name: 'BISTROT', rejectCode: '32' },
    );
    expect(await piecesOf(file)).toMatchObject([
      { format: 'CFONB_240' },
      { statement: { iban: iban.company, day: on, id: `240 81 ${on}`, page: null } },
      {
        entry: {
          ...{ amountCents: 1_250, direction: 'DEBIT', isReturn: true, bookedOn: on, fault: null },
          transactionCode: 'CFONB240 81',
          details: [
            {
              ...{ returnReason: 'AM04', possibleIds: expect.arrayContaining(['4K7M-9QXT-1']) },
              counterparty: { name: 'CAFE DU COMMERCE', iban: iban.france },
            },
          ],
        },
      },
      {
        entry: {
          amountCents: 2_000,
          details: [
            {
              // No code of ISO 20022 has the same words: a person reads it.
              ...{ returnReason: null, remittance: ['P2', 'SECOND LABEL', 'REF001', 'REF123', 'MOTIF 32'] },
              counterparty: { name: 'BISTROT' },
            },
          ],
        },
      },
    ]);
  });

  it.each([
    ...['20', '22', '27', '28', '73', '75', '76', '77', '78', '79'].map((code) => [code, 'CREDIT', false] as const),
    ...['70', '80', '82', '85', '86'].map((code) => [code, 'DEBIT', false] as const),
    ...['21', '24'].map((code) => [code, 'CREDIT', true] as const),
    ...['71', '81', '84', '88'].map((code) => [code, 'DEBIT', true] as const),
  ])(
    'knows of operation %s that it is a %s (back: %s), and who the other party is',
    async (code, direction, isReturn) => {
      const [entry] = await entriesIn(written({ cents: 1_250, text: 'FACTURE 12', code, rejectCode: '14' }));
      expect(entry).toMatchObject({ direction, isReturn, amountCents: 1_250, fault: null });
      expect(entry?.details[0]).toMatchObject({
        returnReason: isReturn ? 'AC04' : null,
        counterparty: { name: 'CAFE DU COMMERCE', iban: iban.france },
      });
    },
  );

  it.each(['23', '33', '83'])('takes no money from the notice %s', async (code) => {
    const [notice] = await entriesIn(written({ cents: 0, text: 'RIB CORRIGE', code }).toString('latin1'));
    expect(notice).toMatchObject({ amountCents: 0, fault: null });
    const [paid] = await entriesIn(written({ cents: 1, text: 'RIB CORRIGE', code }));
    expect(paid?.fault).toContain('an operation without money has an amount');
  });

  it.each(['40', '41', '61', '63', '99', '  '])('leaves operation "%s" to a person', async (code) => {
    const [entry] = await entriesIn(written({ cents: 1_250, text: 'OPERATION', code }));
    expect(entry?.fault).toContain('the records of this operation are not read');
  });

  it('has a group for each operation, and may be empty', async () => {
    const two = written({ cents: 1_250, text: 'P1' }, { cents: 3_000, text: 'RF', code: '20' });
    const statements = (await piecesOf(two)).filter(({ kind }) => kind === 'STATEMENT');
    expect(statements).toMatchObject([
      { statement: { id: `240 81 ${on}`, page: null } },
      { statement: { id: `240 20 ${on}`, page: null } },
    ]);
    const again = Buffer.concat([two, written({ cents: 700, text: 'P9' })]);
    expect((await piecesOf(again)).at(-2)).toMatchObject({ statement: { id: `240 81 ${on}`, page: '2' } });
    const [opening, , closing] = latin(written({ cents: 0, text: '' })).split('\r\n');
    expect(await entriesIn(`${opening}\r\n${closing}\r\n`)).toEqual([]);
  });

  it('may say the euro by its code, and leave it out in a detail', async () => {
    const named = latin(written({ cents: 1_250, text: 'P1' })).replaceAll(/^(3[14].{14})E {4}/gm, '$1 2EUR');
    const inherited = latin(written({ cents: 1_250, text: 'P1', currency: '     ' }));
    for (const file of [named, inherited]) expect(await entriesIn(file)).toMatchObject([{ amountCents: 1_250 }]);
  });

  const file = latin(written({ cents: 1_250, text: 'P1' }));
  const lines = file.split('\r\n');
  it.each([
    ['the total is not the sum', `${file.slice(0, -3)}9\r\n`],
    ['record 39 is missing', lines.slice(0, 2).join('\r\n')],
    ['no record 31 stands before it', file + lines.slice(1).join('\r\n')],
    ['the group before it has no record 39', `${lines[0]}\r\n${file}`],
    ['the currency is neither E nor 2EUR: found "2???"', file.replaceAll(/^(3[14].{14})E {4}/gm, '$1 2USD')],
    ['the currency is neither E nor 2EUR: found "?"', file.replace(/^(34.{14})E/m, '$1F')],
    ['account is not that of record 31', file.replace(/^(34.{30})./m, '$1X')],
    ['account is not that of record 31', file.replace(/^(39.{30})./m, '$1X')],
    ['the code is not that of record 31', file.replace(/^(39.{6})81/m, '$180')],
    ['the day is missing', file.replace(/^(39.{8})\d{6}/m, '$1      ')],
    ['the amount is not 12 digits', file.replace(/ (\d{11})(\d)(?=\r\n39)/, ' $1X')],
  ])('is refused with the record where %s', async (why, broken) => {
    const refusal = await refusalOf(broken);
    expect(refusal).toContain(why);
    expect(refusal).toMatch(/^Line \d+/);
  });
});
