import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditorReference } from '../../../src/kernel/sepa/creditor-reference.ts';
import { debitAdvice, isDebtorsRefund, reasonCodes, reasonOf } from '../../../src/kernel/sepa/reason-codes.ts';
import { isSepaIban } from '../../../src/kernel/sepa/sepa-accounts.ts';
import {
  type BankEntry,
  BankFileError,
  type BankFilePiece,
} from '../../../src/modules/bank-statements/files/bank-file.ts';
import { readBankFile } from '../../../src/modules/bank-statements/files/read-bank-file.ts';
import { referencesOf } from '../../../src/modules/bank-statements/matching/match-reference.ts';
import { iban } from '../../support/bank-statements/examples.ts';
import { checkedWith, schemaFaults } from '../../support/bank-statements/schemas.ts';
import {
  type WrittenEntry,
  type WrittenStatement,
  writtenReport,
  writtenStatement,
} from '../../support/bank-statements/written-files.ts';

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function read(file: string | Buffer, size = 1000): Promise<readonly BankFilePiece[]> {
  const pieces: BankFilePiece[] = [];
  for await (const piece of readBankFile(inPieces(Buffer.from(file), size))) pieces.push(piece);
  return pieces;
}

async function entriesOf(statement: WrittenStatement): Promise<readonly BankEntry[]> {
  return (await read(writtenStatement(statement))).flatMap((piece) => (piece.kind === 'ENTRY' ? [piece.entry] : []));
}

async function refusalOf(file: string | Buffer): Promise<string> {
  try {
    await read(file);
    return 'it was read';
  } catch (error) {
    if (!(error instanceof BankFileError)) throw error;
    return error.message;
  }
}

const transfer: WrittenEntry = {
  amount: '1234.56',
  entryReference: 'N1',
  bankReference: 'BANK-1',
  details: [
    {
      amount: '1234.56',
      endToEndId: 'NOTPROVIDED',
      structured: 'RF811000042',
      texts: ['FACTURE', '12'],
      debtor: { name: 'Café & Fils', iban: iban.france },
    },
  ],
};
const returned: WrittenEntry = {
  amount: '235.45',
  direction: 'DBIT',
  code: ['IDDT', 'UPDD'],
  details: [{ amount: '234.56', endToEndId: 'P2', reason: 'AM04', charges: '0.89' }],
};

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
    const [head, opening, ...entries] = await read(written);
    const kind = format === 'camt.053' ? 'CAMT_053' : 'CAMT_054';
    expect(head).toEqual({ kind: 'HEAD', format: kind, version: `${format}.001.${version}`, messageId: 'STMT-1-M' });
    expect(opening).toMatchObject({ statement: { id: 'STMT-1', iban: iban.company, sequenceNumber: 214 } });
    expect(entries).toMatchObject([
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
    const whole = await read(file, file.length);
    for (const size of [1, 7, 64, 333]) expect(await read(file, size)).toEqual(whole);
  });
});

it.each(['02', '08'] as const)('charges that .%s says beside the entry too are counted once', async (version) => {
  const written = writtenStatement({ version, entries: [{ ...returned, charges: '0.89' }] });
  const [entry] = (await read(written)).flatMap((piece) => (piece.kind === 'ENTRY' ? [piece.entry] : []));
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
    ...{ isOfDebit: false, mandateReference: null, reason: null },
  };
  const ofDebit = { ...ofFile, paymentInformationId: 'M1-2', isOfDebit: true };

  it.each(['03', '10'] as const)(
    `.001.%s is read; the example of .10 is checked with ${checkedWith}`,
    async (version) => {
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
      const reports = (await read(written)).flatMap((piece) => (piece.kind === 'STATUS' ? [piece.report] : []));
      expect(reports.map(({ place: _place, ...report }) => report)).toEqual([
        { ...ofFile, status: 'PART' },
        { ...ofFile, paymentInformationId: 'M1-1', status: 'RJCT', reason: 'FF01' },
        { ...ofDebit, endToEndId: 'P1', status: 'RJCT', reason: 'AC04' },
        { ...ofDebit, endToEndId: 'P2', status: 'ACSC' },
        { ...ofDebit, mandateReference: 'RUM-1', status: 'RJCT', reason: 'MD01' },
      ]);
    },
  );

  it('on a message that we do not send is refused', async () => {
    const written = writtenReport({ messageId: 'M1' }).replace('pain.008.001.08', 'pain.001.001.09');
    expect(await refusalOf(written)).toContain('OrgnlMsgNmId is not pain.008');
  });
});

describe('what a bank adds by an agreement of its own', () => {
  const plain = writtenStatement({ entries: [transfer, returned] });
  const added = (content: string): string =>
    `<SplmtryData><PlcAndNm>X</PlcAndNm><Envlp>${content}</Envlp></SplmtryData>`;
  const own = '<x:Own xmlns:x="urn:of:the:bank">text <x:Ntry a="1"><Ntry xmlns="urn:other"/></x:Ntry> more</x:Own>';
  const withAdded = (content: string): string =>
    plain.replace('</TxDtls>', `${added(content)}</TxDtls>`).replace('</Stmt>', `</Stmt>${added(content)}`);

  it('is let by, whatever it is', async () => {
    expect(schemaFaults('camt.053.001.08', withAdded(own))).toEqual([]);
    const plainEntries = (await read(plain)).filter(({ kind }) => kind !== 'HEAD');
    for (const content of [own, '', 'text alone', `${own}<Stmt>${own}</Stmt>`]) {
      expect((await read(withAdded(content), 7)).filter(({ kind }) => kind !== 'HEAD')).toEqual(plainEntries);
    }
  });

  it('is neither deeper nor longer than anything else, and stands nowhere else', async () => {
    expect(await refusalOf(withAdded('<a>'.repeat(40) + '</a>'.repeat(40)))).toContain('too deep');
    expect(await refusalOf(withAdded('x'.repeat(2 * 1024 * 1024)))).toContain('does not end');
    expect(await refusalOf(withAdded(own).replaceAll('SplmtryData', 'Splmtry'))).toContain('another namespace');
  });
});

describe('a file is refused, with the place,', () => {
  const good = writtenStatement({ entries: [transfer, returned] });
  const bomb = '<!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';

  it.each<[string, string | Buffer, string]>([
    [
      'for a document type',
      good.replace('<Document', `${bomb}<Document`),
      'Line 2: a document type (DOCTYPE) is refused',
    ],
    [
      'for an external document type',
      good.replace('<Document', '<!DOCTYPE d SYSTEM "file:///etc/passwd"><Document'),
      'DOCTYPE',
    ],
    ['for an entity of its own', good.replace('1234.56', '&a;'), 'Line 7: the XML is broken or cut off'],
    ['where it is cut off', good.slice(0, -40), 'the XML is broken or cut off'],
    ['where it is cut off in the middle', good.slice(0, good.length / 2), 'the XML is broken or cut off'],
    ['where tags do not fit', good.replace('</Ntry>', '</Ntry'), 'the XML is broken or cut off'],
    ['that is empty', '', 'the file is empty'],
    ['that is no XML', `${'Date;Montant\n'.repeat(30)}`, 'the XML is broken'],
    [
      'of an intraday report',
      good.replaceAll('camt.053.001.08', 'camt.052.001.08'),
      'Line 2, Document: neither a statement nor a status report',
    ],
    ['of another namespace', good.replaceAll('urn:iso:std:iso:20022:tech:xsd:', 'urn:x:'), 'neither a statement'],
    [
      'with an element of another namespace',
      good.replace('<Ntry>', '<Ntry xmlns="urn:other">'),
      'an element of another namespace',
    ],
    ['for an entry in another currency', good.replace('<Amt Ccy="EUR">1234.56', '<Amt Ccy="USD">1234.56'), 'Stmt/Ntry'],
    [
      'for an account in another currency',
      good.replace('<Ccy>EUR', '<Ccy>CHF'),
      'Stmt/Acct: the currency of the account is not EUR',
    ],
    [
      'for an account that is no IBAN',
      good.replace(iban.company, 'FR8420041010050500013M02607'),
      'Stmt/Acct: Id/IBAN is not an IBAN',
    ],
    ['for an amount with a sign', good.replace('>1234.56<', '>-1234.56<'), 'Amt: the amount is not a decimal number'],
    ['for an amount with a comma', good.replace('>1234.56<', '>1234,56<'), 'Amt: the amount is not a decimal number'],
    ['for a thousandth', good.replace('>1234.56<', '>1234.561<'), 'more than two decimals'],
    [
      'for a day that does not exist',
      good.replace('<BookgDt><Dt>2026-11-25', '<BookgDt><Dt>2026-02-30'),
      'BookgDt: the date is not a day that exists',
    ],
    [
      'that lacks an entry',
      good.replace(/<Ntry>[\s\S]*?<\/Ntry>/, ''),
      'Stmt: the opening balance and the booked entries',
    ],
    ['without a header', good.replace(/<GrpHdr>.*<\/GrpHdr>/, ''), 'GrpHdr is missing'],
    ['without a statement', good.replace(/<Stmt>[\s\S]*<\/Stmt>/, ''), 'the file holds no Stmt'],
    ['in UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le'), 'UTF-16'],
    [
      'in an encoding that is not read',
      good.replace('UTF-8', 'EBCDIC-FR'),
      'Line 1: the encoding EBCDIC-FR is not read',
    ],
    [
      'that is not in the encoding that it declares',
      Buffer.from(good, 'latin1'),
      'the bytes are not text in the encoding',
    ],
    [
      'of elements without end',
      `${good.slice(0, good.indexOf('<Ntry>'))}${'<A>'.repeat(100)}`,
      'elements stand too deep',
    ],
    ['with a text without end', good.replace('FACTURE', 'A'.repeat(3_000_000)), 'does not end'],
    [
      'with a record without end',
      good.replace('<NtryRef>', '<A></A>'.repeat(30_000)),
      'a record has too many elements',
    ],
  ])('%s', async (_why, file, message) => {
    expect(await refusalOf(file)).toContain(message);
  });

  it('and no value of it stands in the message', async () => {
    const secret = good.replace('<Nm>Café &amp; Fils', '<Nm>SECRET & CO');
    expect(await refusalOf(secret)).not.toContain('SECRET');
  });

  it('wherever it is cut', async () => {
    const end = good.indexOf('</Document>');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: end + 10 }), async (length) => {
        expect(await refusalOf(good.slice(0, length))).not.toBe('it was read');
      }),
      { numRuns: 60 },
    );
  });
});

describe('text of a bank', () => {
  it.each(['ISO-8859-1', 'ISO-8859-15', 'WINDOWS-1252', 'iso-8859-15'])(
    'is read in %s where it says so',
    async (name) => {
      const file = writtenStatement({ entries: [transfer] }).replace('UTF-8', name);
      const entry = (await read(Buffer.from(file, 'latin1'))).find((piece) => piece.kind === 'ENTRY');
      expect(entry).toMatchObject({ entry: { details: [{ counterparty: { name: 'Café & Fils' } }] } });
    },
  );

  it('is read after a byte order mark', async () => {
    expect(await read(`\ufeff${writtenStatement({ entries: [transfer] })}`)).toHaveLength(3);
  });
});

describe('the reference of a payment', () => {
  const own = creditorReference('4K7M-9QXT');
  const nothing = { structuredReferences: [], remittance: [], endToEndId: null };

  it.each([
    ['in the structured field', { ...nothing, structuredReferences: [own] }],
    ['in groups of four', { ...nothing, structuredReferences: ['rf52 4k7m 9qxt'] }],
    ['in free text', { ...nothing, remittance: [`facture 12, ref. ${own}.`] }],
    ['cut by the bank', { ...nothing, remittance: [`COMMANDE 45012 DU 12/11 ${own.slice(0, 6)}`, own.slice(6)] }],
    ['cut and indented', { ...nothing, remittance: [`VIR ${own.slice(0, 3)} `, ` ${own.slice(3)} MERCI`] }],
    ['with dashes', { ...nothing, remittance: ['RF52-4K7M-9QXT'] }],
    ["in the payer's id", { ...nothing, endToEndId: own }],
  ])('is found %s', (_where, detail) => {
    expect(referencesOf(detail)).toEqual(['4K7M-9QXT']);
  });

  it.each([
    ['with wrong check digits', { ...nothing, remittance: ['RF53 4K7M 9QXT'] }],
    ['without check digits', { ...nothing, remittance: ['4K7M-9QXT'] }],
    ['of somebody else', { ...nothing, structuredReferences: ['RF18539007547034'] }],
  ])('is not taken %s', (_how, detail) => {
    expect(referencesOf(detail)).toEqual([]);
  });

  it('is found wherever a bank cuts the text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 25 }), fc.constantFrom('', ' ', '  '), (place, seam) => {
        const text = `VIREMENT ${own} MERCI`;
        const remittance = [text.slice(0, place) + seam, text.slice(place)];
        expect(referencesOf({ ...nothing, remittance })).toEqual(['4K7M-9QXT']);
      }),
    );
  });
});

describe('the reason of a return', () => {
  it.each([
    ...['AC01', 'AC04', 'AC06', 'AC13', 'AG01', 'AG02', 'FF05', 'AM04', 'AM05', 'DUPL', 'BE05', 'RC01', 'FF01', 'CNOR'],
    ...['DNOR', 'MD01', 'MD02', 'MD06', 'MS02', 'MS03', 'RR01', 'RR02', 'RR03', 'RR04', 'MD07', 'SL01', 'TM01', 'ED05'],
  ])('%s has a meaning in both languages', (code) => {
    expect(reasonOf(code)).toMatchObject({
      code,
      french: expect.stringMatching(/./),
      english: expect.stringMatching(/./),
    });
  });

  it('suspends the mandate where it says that the mandate or its account is not good any more', () => {
    expect(reasonCodes.filter(({ suspendsMandate }) => suspendsMandate).map(({ code }) => code)).toEqual([
      ...['AC01', 'AC04', 'AC06', 'AC13', 'AG01', 'MD01', 'MD07', 'RR04'],
    ]);
  });

  it.each([
    ['SUSPEND', ['AC01', 'AC04', 'AC06', 'AC13', 'AG01', 'MD01', 'MD07', 'RR04']],
    ['FIX_DATA', ['AG02', 'BE05', 'FF01', 'FF05', 'MD02', 'RC01', 'RR01', 'RR02', 'RR03']],
    ['PRESENT_AGAIN', ['AM04', 'TM01']],
    ['CONTACT_CUSTOMER', ['MD06', 'MS02', 'MS03', 'SL01']],
    ['ASK_BANK', ['AM05', 'DU01', 'DU02', 'DUPL', 'ED05']],
    ['OTHER_MEANS', ['CNOR', 'DNOR']],
  ])('advises %s for its codes alone', (advice, codes) => {
    expect(reasonCodes.filter((reason) => reason.advice === advice).map(({ code }) => code)).toEqual(codes);
  });

  it('stands in the documentation with what may be done', async () => {
    const page = await readFile(new URL('../../../docs/reference/vocabulary.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `(\w+)` \| ((?:[A-Z]{2,4}\d{0,2} ?)+) \|/gm)];
    expect(rows.map(([, advice = '', codes = '']) => [advice, codes.split(' ')])).toEqual(
      debitAdvice.names.map((name) => [
        name,
        reasonCodes.filter(({ advice }) => advice === name).map(({ code }) => code),
      ]),
    );
  });

  it('may be unknown, and says whether the debtor took the money back', () => {
    expect([reasonOf('XY99'), reasonOf(null), reasonOf('constructor')]).toEqual([null, null, null]);
    expect(['MD06', 'MD01', 'AM04', null].map(isDebtorsRefund)).toEqual([true, true, false, false]);
  });
});
