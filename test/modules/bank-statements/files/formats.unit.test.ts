import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ibanOfRib } from '../../../../src/kernel/sepa/rib.ts';
import { isIban } from '../../../../src/kernel/sepa/sepa-accounts.ts';
import { iban } from '../../../support/bank-statements/examples.ts';
import { entriesIn, piecesOf, refusalOf } from '../../../support/bank-statements/read-pieces.ts';
import { writtenCfonb120, writtenCfonb240, writtenMt940 } from '../../../support/bank-statements/written-cfonb.ts';
import { writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { writtenZip } from '../../../support/bank-statements/written-zip.ts';

const days = { openingCents: 100_000, from: '2026-11-24', until: '2026-11-25' } as const;
const on = '2026-11-25';
const cfonb = writtenCfonb120([
  {
    ...days,
    movements: [
      {
        ...{ cents: 12_345, day: on, code: '05', label: 'VIR RECU CAFÉ', number: '12', reference: 'REF16' },
        qualifiers: [
          ['NPY', 'CAFE DU COMMERCE'],
          ['NPO', 'LE PATRON'],
          ['LCC', 'FACTURE 12 RF52 4K7M'],
          ['LC2', ' 9QXT'],
          ['RCN', `${'E2E-1'.padEnd(35)}OTHR`],
        ],
      },
      {
        ...{ cents: -1_550, day: on, valueDay: '2026-11-26', code: 'B3', label: 'PRLV IMPAYE', rejectCode: '20' },
        qualifiers: [
          ['RCN', 'P1'],
          ['MMO', 'EUR200000000001250'],
          ['FEE', 'EUR200000000000300'],
          ['NPY', 'CAFE DU COMMERCE'],
        ],
      },
    ],
  },
]);
const mt940 = writtenMt940({
  ...days,
  entries: [
    {
      cents: 12_345,
      day: on,
      own: 'OWN',
      bank: 'BANK-1',
      text: '/EREF/E2E-1/ORDP//NAME/CAFE DU COMMERCE/REMI/FACTURE 12 RF52 4K7M 9QXT',
    },
    {
      cents: -1_550,
      day: on,
      valueDay: '2026-11-26',
      kind: 'NRTI',
      more: '/OCMT/EUR12,50//CHGS/EUR3,00/',
      text: '109?00RUECKLASTSCHRIFT?20EREF+P1?21MREF+RUM-1?32CAFE DU COMMERCE',
    },
  ],
});

describe.each([
  ['CFONB_120', cfonb],
  ['MT940', Buffer.from(mt940)],
] as const)('%s', (format, file) => {
  it('is known by its content and read to the cent', async () => {
    const [head, statement, ...rest] = await piecesOf(file);
    const entries = rest.filter(({ kind }) => kind === 'ENTRY');
    expect(head).toMatchObject({ kind: 'HEAD', format });
    expect(statement).toMatchObject({ statement: { iban: iban.company, day: on } });
    expect(entries).toMatchObject([
      {
        entry: {
          ...{ status: 'BOOKED', amountCents: 12_345, direction: 'CREDIT', bookedOn: on, fault: null, isReturn: false },
          details: [{ endToEndId: 'E2E-1', counterparty: { name: 'CAFE DU COMMERCE' } }],
        },
      },
      {
        entry: {
          ...{ amountCents: 1_550, direction: 'DEBIT', valueOn: '2026-11-26', fault: null, isReturn: true },
          chargesCents: 300,
          details: [{ amountCents: 1_250, chargesCents: 300, endToEndId: 'P1', isReturn: true }],
        },
      },
    ]);
  });

  it('says the payer’s text in one piece', async () => {
    const [entry] = await entriesIn(file);
    expect(entry?.details[0]?.remittance.join('').replaceAll(' ', '')).toContain('4K7M9QXT');
  });

  it('is read in any pieces', async () => {
    const whole = await piecesOf(file, file.length);
    for (const size of [1, 7, 121]) expect(await piecesOf(file, size)).toEqual(whole);
  });

  it('is refused wherever it is cut', async () => {
    const ends = fc.integer({ min: 1, max: file.length - 140 });
    await fc.assert(
      fc.asyncProperty(ends, async (length) => {
        expect(await refusalOf(file.subarray(0, length))).not.toBe('it was read');
      }),
      { numRuns: 40 },
    );
  });
});

describe('CFONB 120', () => {
  const one = (cents: number, closingCents?: number) =>
    writtenCfonb120([
      { ...days, movements: [{ cents, day: on }], ...(closingCents !== undefined && { closingCents }) },
    ]);

  it('has amounts whose last digit carries the sign', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -99_999_999, max: 99_999_999 }), async (cents) => {
        const [entry] = await entriesIn(one(cents));
        expect([entry?.amountCents, entry?.direction]).toEqual([Math.abs(cents), cents < 0 ? 'DEBIT' : 'CREDIT']);
      }),
      { numRuns: 60 },
    );
  });

  it('may stand in a row without line ends, in UTF-8, or with é and è for { and }', async () => {
    const expected = await entriesIn(cfonb);
    const plain = cfonb.toString('latin1');
    const places = (entries: typeof expected) =>
      entries.map(({ amountCents, details }) => [amountCents, details[0]?.remittance]);
    for (const end of ['', '\n', '\r\n']) {
      const row = Buffer.from(plain.replaceAll('\r\n', '') + end, 'latin1');
      expect(places(await entriesIn(row))).toEqual(places(expected));
    }
    expect(places(await entriesIn(Buffer.from(plain, 'utf8')))).toEqual(places(expected));
    const french = Buffer.from(one(1_000).toString('latin1').replaceAll('{', 'é').replaceAll('}', 'è'), 'latin1');
    expect(await entriesIn(french)).toMatchObject([{ amountCents: 1_000, direction: 'CREDIT' }]);
  });

  const text = one(12_340).toString('latin1');
  it.each([
    ['the opening balance and the booked entries', one(1, 5)],
    ['record 07 is missing', text.slice(0, text.indexOf('07200'))],
    ['no record 01 stands before it', `${text}${text.split('\r\n')[1]}\r\n`],
    ['the currency of the account is not EUR', text.replaceAll('EUR2', 'USD2')],
    ['the amount is not in whole cents: decimals found "3"', text.replaceAll('EUR2', 'EUR3').replace('1234{', '1234A')],
    ['bookedOn is not a day: expected JJMMAA, found "310226"', text.replace('05251126', '05310226')],
    ['account is not that of record 01', text.replace(/^04(.*)0500013M026/m, '04$10500013M027')],
    ['the kind of record is none of 01, 04, 05, 07: found "09"', text.replace(/^04/m, '09')],
    ['the statement of these days stands in the file twice', `${text}${text}`],
  ])('is refused with the record where %s', async (why, file) => {
    const refusal = await refusalOf(file);
    expect(refusal).toContain(why);
    expect(refusal).toMatch(/^Line \d+/);
  });

  it('of accounts with letters gives their IBAN', () => {
    for (const known of [iban.company, iban.france]) {
      expect(ibanOfRib(known.slice(4, 9), known.slice(9, 14), known.slice(14, 25))).toBe(known);
    }
    fc.assert(
      fc.property(fc.stringMatching(/^\d{10}[0-9A-Z]{11}$/), (rib) => {
        expect(isIban(ibanOfRib(rib.slice(0, 5), rib.slice(5, 10), rib.slice(10)) ?? '')).toBe(true);
      }),
    );
  });
});

describe('MT940', () => {
  it.each([
    ['the opening balance and the booked entries', mt940.replace(/(:62F:C\d{6}EUR)\d+/, '$11')],
    ['the currency of the account is not EUR', mt940.replaceAll('EUR1', 'USD1')],
    [':25: or :25P: is missing', mt940.replace(/:25:.*\r\n/, '')],
    ['the account is neither an IBAN nor a RIB', mt940.replace(iban.company, 'COMPTE')],
    ['the entry is not a date, a mark', mt940.replace(':61:', ':61:X')],
  ])('is refused where %s', async (why, file) => {
    expect(await refusalOf(file)).toContain(why);
  });

  it('takes the booking day of the nearest year, and turns what is taken back', async () => {
    const file = writtenMt940({
      ...days,
      from: '2026-12-30',
      until: '2027-01-02',
      entries: [{ cents: -500, mark: 'RC', day: '2027-01-02', valueDay: '2026-12-31' }],
    });
    expect(await entriesIn(file)).toMatchObject([
      { bookedOn: '2027-01-02', valueOn: '2026-12-31', direction: 'DEBIT', isReversal: true },
    ]);
  });

  it('stands within the blocks of SWIFT', async () => {
    const swift = `{1:F01PSSTFRPPAXXX0000000000}{2:O9401200261125PSSTFRPPAXXX00000000002611251200N}{4:\r\n${mt940.replace(/-\r\n$/, '-}\r\n')}`;
    expect(await entriesIn(swift)).toHaveLength(2);
  });

  it('is of the day so far as MT942, and books nothing', async () => {
    const file = `:20:X\r\n:25:${iban.company}\r\n:28C:1/1\r\n:34F:EUR0,\r\n:13D:2611251200+0100\r\n:61:2611251125C10,00NTRFNONREF\r\n:86:VIREMENT\r\n-\r\n`;
    const pieces = await piecesOf(file);
    expect(pieces).toMatchObject([{ format: 'MT942' }, { kind: 'STATEMENT' }, { entry: { status: 'PROVISIONAL' } }]);
  });
});

describe('a report of the day so far (camt.052)', () => {
  it.each(['02', '08'] as const)('is provisional in .%s, whatever its entries say', async (version) => {
    const file = writtenStatement({ version, entries: [{ amount: '5.00' }] })
      .replaceAll('camt.053', 'camt.052')
      .replaceAll('BkToCstmrStmt', 'BkToCstmrAcctRpt')
      .replaceAll('Stmt>', 'Rpt>');
    expect(await piecesOf(file)).toMatchObject([{ format: 'CAMT_052' }, {}, { entry: { status: 'PROVISIONAL' } }]);
  });
});

describe('an envelope', () => {
  const message = writtenStatement({ entries: [{ amount: '5.00' }] }).replace(/^<\?xml.*\n/, '');
  const header =
    '<AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.01"><BizMsgIdr>1</BizMsgIdr><MsgDefIdr>camt.053.001.08</MsgDefIdr></AppHdr>';

  it.each(['BizMsg', 'BizMsgEnvlp', 'RequestPayload', 'Message'])('of %s is taken off', async (name) => {
    expect(await entriesIn(`<?xml version="1.0"?><${name}>${header}${message}</${name}>`)).toHaveLength(1);
  });

  it('with two documents, or with none, is refused', async () => {
    expect(await refusalOf(`<BizMsg>${header}${message}${message}</BizMsg>`)).toContain('more than one document');
    expect(await refusalOf(`<BizMsg>${header}</BizMsg>`)).not.toBe('it was read');
  });
});

const many = Array.from({ length: 2_000 }, () => ({ cents: 100, day: on, text: 'TEXTE' }));

it.each([
  ['CFONB 120', writtenCfonb120([{ ...days, movements: many }])],
  ['CFONB 240', writtenCfonb240(on, many)],
  ['MT940', Buffer.from(writtenMt940({ ...days, entries: many }))],
])('a long statement of %s lets others have their turn', async (_format, file) => {
  let isReading = true;
  const reading = entriesIn(file).finally(() => {
    isReading = false;
  });
  let turns = 0;
  for (; isReading; turns++) await setImmediate();
  expect(await reading).toHaveLength(2_000);
  expect(turns).toBeGreaterThan(15);
});

describe('a packed file', () => {
  const first = writtenStatement({ id: 'S1', entries: [{ amount: '5.00' }] });
  const second = writtenStatement({ id: 'S2', entries: [{ amount: '7.00' }] });

  /** Its list says another size than the file in it has, or a byte of that is another. */
  function liar({ size, damage }: { readonly size?: number; readonly damage?: number }): Buffer {
    const zip = writtenZip({ 'a.xml': first });
    if (size !== undefined) zip.writeUInt32LE(size, zip.indexOf('PK\u0001\u0002') + 24);
    if (damage !== undefined) zip[damage] = 255 - (zip[damage] ?? 0);
    return zip;
  }

  it('is read as what is in it', async () => {
    expect(await piecesOf(gzipSync(first))).toEqual(await piecesOf(first));
    expect(await piecesOf(gzipSync(cfonb))).toEqual(await piecesOf(cfonb));
    expect(await entriesIn(writtenZip({ 'a.xml': first, 'dossier/b.xml': second, 'dossier/': '' }))).toMatchObject([
      { amountCents: 500 },
      { amountCents: 700 },
    ]);
  });

  it.each<[string, Buffer]>([
    ['the archive holds files of two kinds', writtenZip({ 'a.xml': first, 'b.txt': cfonb })],
    ['leads out of its folder', writtenZip({ '../a.xml': first })],
    ['leads out of its folder', writtenZip({ '/etc/a.xml': first })],
    ['an archive stands in the archive', writtenZip({ 'a.zip': writtenZip({ 'a.xml': first }) })],
    ['the archive holds no file', writtenZip({ 'a/': '' })],
    [
      'holds more than 100 files',
      writtenZip(
        Object.fromEntries(
          Array.from({ length: 101 }, (_, place) => [`${place}.xml`, first.replace('S1', `T${place}`)]),
        ),
      ),
    ],
    ['more than 200 times its size', gzipSync(first + '\n'.repeat(4 * 1024 * 1024))],
    ['more than 200 times its size', writtenZip({ 'a.xml': first + '\n'.repeat(4 * 1024 * 1024) })],
    ['the packed file is broken or cut off', gzipSync(first).subarray(0, 200)],
    ['broken', writtenZip({ 'a.xml': first }).subarray(0, 300)],
    ['the packed file is broken or cut off', liar({ size: 10 })],
    ['the packed file is broken or cut off', liar({ size: 1_000_000 })],
    ['a file in the archive is broken', liar({ damage: 100 })],
  ])('is refused where %s', async (why, file) => {
    expect(await refusalOf(file)).toContain(why);
  });
});

it('that is none of these is refused, and the formats are named', async () => {
  const refusal = await refusalOf('Date;Montant\n'.repeat(30));
  for (const format of ['camt.053.001.08', 'CFONB 120', 'CFONB 240', 'MT940']) expect(refusal).toContain(format);
});
