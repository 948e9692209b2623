import { describe, expect, it } from 'vitest';
import { isSepaIban } from '../../../../src/kernel/sepa/sepa-accounts.ts';
import type { BankEntry } from '../../../../src/modules/bank-statements/files/bank-file.ts';
import { iban } from '../../../support/bank-statements/examples.ts';
import { piecesOf, refusalOf } from '../../../support/bank-statements/read-pieces.ts';
import { checkedWith, schemaFaults } from '../../../support/bank-statements/schemas.ts';
import { returned, transfer } from '../../../support/bank-statements/written-examples.ts';
import {
  type WrittenEntry,
  type WrittenStatement,
  writtenReport,
  writtenStatement,
} from '../../../support/bank-statements/written-files.ts';

async function entriesOf(statement: WrittenStatement): Promise<readonly BankEntry[]> {
  return (await piecesOf(writtenStatement(statement))).flatMap((piece) =>
    piece.kind === 'ENTRY' ? [piece.entry] : [],
  );
}

const formats = [
  ['camt.053', '02'],
  ['camt.053', '08'],
  ['camt.054', '02'],
  ['camt.054', '08'],
] as const;

describe.each(formats)('%s.001.%s', (format, version) => {
  const statement = (entries: readonly WrittenEntry[]): WrittenStatement => ({ format, version, entries });

  it(`is read to the cent; the example is checked with ${checkedWith}`, async () => {
    const written = writtenStatement({ ...statement([transfer, returned]), sequence: 214 });
    expect(schemaFaults(`${format}.001.${version}`, written)).toEqual([]);
    const [head, opening, ...pieces] = await piecesOf(written);
    const kind = format === 'camt.053' ? 'CAMT_053' : 'CAMT_054';
    expect(head).toEqual({ kind: 'HEAD', format: kind, version: `${format}.001.${version}`, messageId: 'STMT-1-M' });
    expect(opening).toMatchObject({ statement: { id: 'STMT-1', iban: iban.company, sequenceNumber: 214 } });
    const balances = { statementId: 'STMT-1', iban: iban.company };
    expect(pieces.slice(2)).toMatchObject(format === 'camt.053' ? [{ kind: 'BALANCES', balances }] : []);
    expect(pieces.slice(0, 2)).toMatchObject([
      {
        entry: {
          ...{ number: 1, statementId: 'STMT-1', iban: iban.company, status: 'BOOKED', isReversal: false, fault: null },
          ...{ entryReference: 'N1', bankReference: 'BANK-1', amountCents: 123_456, direction: 'CREDIT' },
          ...{ bookedOn: '2026-11-25', valueOn: '2026-11-25', transactionCode: 'PMNT/RCDT/ESCT', chargesCents: 0 },
          details: [
            {
              ...{ amountCents: 123_456, endToEndId: null, isReturn: false, structuredReferences: ['RF811000042'] },
              ...{ remittance: ['FACTURE', '12'], counterparty: { name: 'Café & Fils', iban: iban.france } },
            },
          ],
        },
      },
      {
        entry: {
          ...{ amountCents: 23_545, direction: 'DEBIT', chargesCents: 89, fault: null },
          details: [{ amountCents: 23_456, endToEndId: 'P2', isReturn: true, returnReason: 'AM04', chargesCents: 89 }],
        },
      },
    ]);
  });

  it('gives what is provisional as such, and a batch without details as one', async () => {
    const entries = await entriesOf(
      statement([
        { amount: '1.00', status: 'PDNG' },
        { amount: '2.00', batch: 'BLOCK-1', code: ['IDDT', 'ESDD'] },
      ]),
    );
    expect(entries).toMatchObject([
      { status: 'PROVISIONAL', amountCents: 100, details: [] },
      { status: 'BOOKED', paymentInformationId: 'BLOCK-1', details: [] },
    ]);
  });

  it.each<[string, WrittenEntry]>([
    ['do not add up', { amount: '3.00', details: [{ amount: '1.00' }, { amount: '1.99' }] }],
    ['give no amount', { amount: '3.00', details: [{ amount: '1.00' }, {}] }],
  ])('says so where the details %s', async (_what, entry) => {
    expect((await entriesOf(statement([entry])))[0]?.fault).not.toBeNull();
  });

  it('reads the same however the file comes in pieces', async () => {
    const file = Buffer.from(writtenStatement(statement([transfer, returned])));
    const whole = await piecesOf(file, file.length);
    for (const size of [1, 7, 64, 333]) expect(await piecesOf(file, size)).toEqual(whole);
  });
});

it.each(['02', '08'] as const)('charges that .%s says beside the entry too are counted once', async (version) => {
  const written = writtenStatement({ version, entries: [{ ...returned, charges: '0.89' }] });
  const [entry] = (await piecesOf(written)).flatMap((piece) => (piece.kind === 'ENTRY' ? [piece.entry] : []));
  expect(entry).toMatchObject({ fault: null, chargesCents: 89, details: [{ amountCents: 23_456, chargesCents: 89 }] });
  expect(schemaFaults(`camt.053.001.${version}`, written)).toEqual([]);
});

it('valid IBANs of each kind are taken, French and Monegasque ones with their RIB key', () => {
  const valid = ['FR1420041010050500013M02606', 'FR7630006000011234567890189', 'FR1520041000010123456A02012'];
  const others = [
    'MC5811222000010123456789030',
    'DE89370400440532013000',
    'BE68539007547034',
    'GI75NWBK000000007099453',
  ];
  expect([...valid, ...others].filter((text) => !isSepaIban(text))).toEqual([]);
  const wrong = ['FR8420041010050500013M02607', 'FR7630006000011234567890188', 'SA0380000000608010167519'];
  expect(wrong.filter((text) => isSepaIban(text))).toEqual([]);
});

describe('pain.002', () => {
  const ofFile = {
    ...{ originalMessageId: 'M1', paymentInformationId: null, endToEndId: null },
    ...{ isOfDebit: false, mandateReference: null, reason: null, hasOwnReason: false, isFileRefused: false },
    isContradicted: false,
  };
  const ofDebit = { ...ofFile, paymentInformationId: 'M1-2', isOfDebit: true };

  it.each(['03', '10'] as const)(`.001.%s is read; the .10 example is checked with ${checkedWith}`, async (version) => {
    const written = writtenReport({
      version,
      messageId: 'M1',
      group: { status: 'PART' },
      blocks: [
        { id: 'M1-1', status: 'RJCT', reason: 'FF01' },
        {
          id: 'M1-2',
          transactions: [
            { endToEndId: 'P1', status: 'RJCT', reason: 'AC04' },
            { endToEndId: 'P2', status: 'ACSC' },
            { mandate: 'RUM-1', status: 'RJCT', reason: 'MD01' },
          ],
        },
      ],
    });
    if (version === '10') expect(schemaFaults('pain.002.001.10', written)).toEqual([]);
    const reports = (await piecesOf(written)).flatMap((piece) => (piece.kind === 'STATUS' ? [piece.report] : []));
    expect(reports.map(({ place: _place, ...report }) => report)).toEqual([
      { ...ofFile, status: 'PART' },
      { ...ofFile, paymentInformationId: 'M1-1', status: 'RJCT', reason: 'FF01', hasOwnReason: true },
      { ...ofDebit, endToEndId: 'P1', status: 'RJCT', reason: 'AC04', hasOwnReason: true },
      { ...ofDebit, endToEndId: 'P2', status: 'ACSC' },
      { ...ofDebit, mandateReference: 'RUM-1', status: 'RJCT', reason: 'MD01', hasOwnReason: true },
    ]);
  });

  it('on a message that we do not send is refused', async () => {
    const written = writtenReport({ messageId: 'M1' }).replace('pain.008.001.08', 'pain.001.001.09');
    expect(await refusalOf(written)).toContain('OrgnlMsgNmId is not pain.008');
  });
});

describe('text of a bank', () => {
  it.each(['ISO-8859-1', 'ISO-8859-15', 'WINDOWS-1252', 'iso-8859-15'])('is read in %s if it says so', async (name) => {
    const file = writtenStatement({ entries: [transfer] }).replace('UTF-8', name);
    const entry = (await piecesOf(Buffer.from(file, 'latin1'))).find((piece) => piece.kind === 'ENTRY');
    expect(entry).toMatchObject({ entry: { details: [{ counterparty: { name: 'Café & Fils' } }] } });
  });

  it('is read after a byte order mark', async () => {
    expect(await piecesOf(`\ufeff${writtenStatement({ entries: [transfer] })}`)).toHaveLength(4);
  });
});
