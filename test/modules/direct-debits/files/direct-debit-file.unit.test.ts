import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSepaText } from '../../../../src/kernel/sepa/sepa-text.ts';
import { buildDirectDebitFile } from '../../../../src/modules/direct-debits/files/direct-debit-file.ts';
import {
  type DirectDebitBatch,
  directDebitFileVersions,
} from '../../../../src/modules/direct-debits/files/direct-debit-input.ts';
import { exampleBatch, exampleDebit, iban } from '../../../support/bank-statements/examples.ts';
import { checkedWith, schemaFaults } from '../../../support/bank-statements/schemas.ts';
import { issuesOf, textOf } from '../../../support/direct-debits/direct-debit-file.ts';
import { type ParsedElement, parseXml } from '../../../support/xml.ts';

const { address } = exampleDebit().debtor;
if (address === null) throw new Error('the example has an address');

/** Everything that a file can hold. */
const full = (change: Partial<DirectDebitBatch> = {}) =>
  exampleBatch({
    debits: [
      exampleDebit(),
      exampleDebit({
        endToEndId: 'P2',
        amountCents: 1,
        sequenceType: 'FRST',
        debtor: { name: 'Müller', address, iban: iban.germany, bic: 'COBADEFFXXX' },
        mandate: {
          reference: 'MILLIET-1-2263-002',
          signedOn: '2026-11-25',
          amendment: {
            originalReference: 'OLD-1',
            originalCreditorIdentifier: 'FR78ZZZ123ABC',
            originalCreditorName: 'Ancien nom',
            originalDebtorAccount: 'SMNDA',
          },
        },
      }),
      exampleDebit({
        endToEndId: 'P3',
        amountCents: 99_999_999_999,
        dueDate: '2026-12-14',
        debtor: {
          name: 'Monégasque',
          address: { ...address, country: 'MC', town: 'MONACO' },
          iban: iban.monaco,
          bic: null,
        },
        mandate: {
          reference: 'MILLIET-1-2263-003',
          signedOn: '2026-11-25',
          amendment: { originalDebtorAccount: { iban: iban.belgium } },
        },
      }),
      exampleDebit({ endToEndId: 'P4', amountCents: 234_56, mandate: { ...exampleDebit().mandate, reference: 'R/4' } }),
    ],
    ...change,
  });

/** Order and limits of section DrctDbtTxInf and its neighbours, as the message's definition gives them. */
const orders: Readonly<Record<string, readonly string[]>> = {
  CstmrDrctDbtInitn: ['GrpHdr', 'PmtInf'],
  GrpHdr: ['MsgId', 'CreDtTm', 'NbOfTxs', 'CtrlSum', 'InitgPty'],
  PmtInf: [
    ...['PmtInfId', 'PmtMtd', 'BtchBookg', 'NbOfTxs', 'CtrlSum', 'PmtTpInf', 'ReqdColltnDt', 'Cdtr', 'CdtrAcct'],
    ...['CdtrAgt', 'ChrgBr', 'CdtrSchmeId', 'DrctDbtTxInf'],
  ],
  PmtTpInf: ['SvcLvl', 'LclInstrm', 'SeqTp'],
  DrctDbtTxInf: ['PmtId', 'InstdAmt', 'DrctDbtTx', 'DbtrAgt', 'Dbtr', 'DbtrAcct', 'RmtInf'],
  MndtRltdInf: ['MndtId', 'DtOfSgntr', 'AmdmntInd', 'AmdmntInfDtls'],
  AmdmntInfDtls: ['OrgnlMndtId', 'OrgnlCdtrSchmeId', 'OrgnlDbtrAcct'],
  OrgnlCdtrSchmeId: ['Nm', 'Id'],
  PstlAdr: ['StrtNm', 'BldgNb', 'PstCd', 'TwnNm', 'Ctry'],
};
const limits: Readonly<Record<string, number>> = {
  ...{ MsgId: 35, PmtInfId: 35, InstrId: 35, EndToEndId: 35, MndtId: 35, Nm: 70, Ustrd: 140, StrtNm: 70, BldgNb: 16 },
  ...{ PstCd: 16, TwnNm: 35, Ctry: 2, IBAN: 34 },
};

function ownFaults(xml: string): readonly string[] {
  const faults: string[] = [];
  const visit = ({ name, children, text: own }: ParsedElement): void => {
    const text = children.length === 0 ? own : '';
    if (children.length === 0 && text === '') faults.push(`${name} is empty`);
    if (text.length > (limits[name] ?? 70)) faults.push(`${name} is too long`);
    if (!isSepaText(text) && name !== 'CreDtTm') faults.push(`${name} has a strange character`);
    const places = children.map((child) => orders[name]?.indexOf(child.name) ?? 0);
    if (places.some((place, index) => place < (places[index - 1] ?? 0))) faults.push(`${name} is out of order`);
    children.forEach(visit);
  };
  visit(parseXml(xml));
  return faults;
}

describe.each(directDebitFileVersions)('a direct debit file in %s', (version) => {
  it(`is valid, checked with ${checkedWith}`, () => {
    for (const batch of [
      exampleBatch({ version }),
      full({ version }),
      full({ version, scheme: 'B2B', batchBooking: false }),
    ]) {
      const { bytes } = buildDirectDebitFile(batch);
      expect(ownFaults(bytes.toString('utf8'))).toEqual([]);
      expect(schemaFaults(version, bytes)).toEqual([]);
    }
  });

  it('has one block for each due date and sequence type, with counts and sums in cents', () => {
    const file = buildDirectDebitFile(full({ version }));
    expect(file.blocks.map(({ endToEndIds: _ids, ...block }) => block)).toEqual([
      {
        paymentInformationId: 'MILLIET-1-20261125-001-1',
        sequenceType: 'FRST',
        dueDate: '2026-12-11',
        count: 1,
        controlSumCents: 1,
      },
      {
        paymentInformationId: 'MILLIET-1-20261125-001-2',
        sequenceType: 'RCUR',
        dueDate: '2026-12-11',
        count: 2,
        controlSumCents: 123_456,
      },
      {
        paymentInformationId: 'MILLIET-1-20261125-001-3',
        sequenceType: 'RCUR',
        dueDate: '2026-12-14',
        count: 1,
        controlSumCents: 99_999_999_999,
      },
    ]);
    expect([file.count, file.controlSumCents]).toEqual([4, 100_000_123_456]);
    const text = file.bytes.toString('utf8');
    expect(text.match(/<CtrlSum>[^<]*/g)).toEqual(
      ['1000001234.56', '0.01', '1234.56', '999999999.99'].map((sum) => `<CtrlSum>${sum}`),
    );
    expect(text.match(/<NbOfTxs>[^<]*/g)).toEqual(['4', '1', '2', '1'].map((count) => `<NbOfTxs>${count}`));
  });

  it(`is valid or refused with a name for each fault, whatever people write, checked with ${checkedWith}`, () => {
    const awkward = fc.constantFrom(
      '//',
      '/',
      '&',
      '<',
      '>',
      "'",
      '"',
      'é',
      'Œ',
      '€',
      '\u0000',
      '\ud800',
      '東',
      '😀',
      ' ',
      '\n',
      ']]>',
    );
    const text = (longest: number) =>
      fc
        .array(fc.oneof(awkward, fc.string({ maxLength: 9 })), { maxLength: longest / 4 })
        .map((parts) => parts.join(''));
    const part = fc.option(text(70));
    const place = fc.record({ street: part, buildingNumber: part, postalCode: part, town: text(40) });
    const debit = fc
      .record({ name: text(200), remittance: text(300), place: fc.option(place), reference: text(40) })
      .map(({ name, remittance, place: at, reference }) =>
        exampleDebit({
          remittance,
          debtor: { name, address: at && { ...at, country: 'FR' }, iban: iban.france, bic: null },
          mandate: { reference: reference === '' ? 'RUM-1' : reference, signedOn: '2025-01-15', amendment: null },
        }),
      );
    fc.assert(
      fc.property(fc.array(debit, { minLength: 40, maxLength: 80 }), (written) => {
        const numbered = written.map((one, index) => ({ ...one, endToEndId: `E${index}` }));
        const faulty = new Set(issuesOf(exampleBatch({ version, debits: numbered })).map((path) => path.split('.')[1]));
        const debits = numbered.filter((_debit, index) => !faulty.has(String(index)));
        if (debits.length === 0) return;
        const file = textOf(exampleBatch({ version, debits }));
        expect(schemaFaults(version, file)).toEqual([]);
        const contents = [...file.matchAll(/>([^<]+)</g)].map(([, content = '']) => content.replaceAll('&apos;', "'"));
        expect(contents.filter((content) => content.trim() !== '' && !isSepaText(content))).toEqual([]);
        const values = contents.filter((content) => content.trim() !== '');
        expect(values.filter((content) => /^\/|\/\/|\/$/.test(content))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('names an unknown bank as not provided, never in the place of a BIC', () => {
    const text = textOf(full({ version }));
    const bic = version === 'pain.008.001.02' ? 'BIC' : 'BICFI';
    expect(text).toContain('<DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt>');
    expect(text).toContain(`<DbtrAgt><FinInstnId><${bic}>COBADEFFXXX</${bic}></FinInstnId></DbtrAgt>`);
    expect(text).toContain(`<CdtrAgt><FinInstnId><${bic}>PSSTFRPPPAR</${bic}></FinInstnId></CdtrAgt>`);
    const debtor = { ...exampleDebit().debtor, bic: 'NOTPROVIDED' };
    expect(issuesOf(exampleBatch({ version, debits: [exampleDebit({ debtor })] }))).toEqual(['debits.0.debtor.bic']);
  });
});

describe('a direct debit file', () => {
  it('is the same, byte for byte, for the same batch', () => {
    const [one, other] = [buildDirectDebitFile(full()), buildDirectDebitFile(full())];
    expect(one.bytes.equals(other.bytes)).toBe(true);
    expect(one.digest).toBe(createHash('sha256').update(one.bytes).digest('hex'));
    expect(one.bytes.subarray(0, 5).toString('latin1')).toBe('<?xml');
  });

  it('says in its name where it is a test', () => {
    const debits = [exampleDebit({ runMode: 'TEST' })];
    expect(buildDirectDebitFile(exampleBatch({ runMode: 'TEST', debits })).name).toBe(
      'TEST-MILLIET-1-20261125-001.pain.008.001.08.xml',
    );
    expect(buildDirectDebitFile(exampleBatch()).name).toMatch(/^[A-Z0-9-]+\.pain\.008\.001\.08\.xml$/);
  });

  it('says scheme, sequence, booking and creditor once a block', () => {
    const text = textOf(exampleBatch({ scheme: 'B2B', batchBooking: false }));
    expect(text).toContain(
      '<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl><LclInstrm><Cd>B2B</Cd></LclInstrm><SeqTp>RCUR</SeqTp></PmtTpInf>',
    );
    expect(text).toContain('<BtchBookg>false</BtchBookg>');
    expect(text).toContain(
      '<CdtrSchmeId><Id><PrvtId><Othr><Id>FR72ZZZ123456</Id><SchmeNm><Prtry>SEPA</Prtry></SchmeNm></Othr></PrvtId></Id></CdtrSchmeId>',
    );
    expect(text).toContain('<Nm>Cafe + du Commerce</Nm>');
  });

  it('puts what a mandate was before where it belongs, and nothing where nothing changed', () => {
    const text = textOf(full());
    expect(text).toContain(
      '<AmdmntInd>true</AmdmntInd><AmdmntInfDtls><OrgnlMndtId>OLD-1</OrgnlMndtId><OrgnlCdtrSchmeId><Nm>Ancien nom</Nm><Id><PrvtId><Othr><Id>FR78ZZZ123ABC</Id><SchmeNm><Prtry>SEPA</Prtry></SchmeNm></Othr></PrvtId></Id></OrgnlCdtrSchmeId><OrgnlDbtrAcct><Id><Othr><Id>SMNDA</Id></Othr></Id></OrgnlDbtrAcct></AmdmntInfDtls>',
    );
    expect(text).toContain(
      `<AmdmntInfDtls><OrgnlDbtrAcct><Id><IBAN>${iban.belgium}</IBAN></Id></OrgnlDbtrAcct></AmdmntInfDtls>`,
    );
    expect(text).not.toContain('OrgnlDbtrAgt');
    expect(textOf(exampleBatch())).not.toContain('AmdmntInd');
    const mandate = { ...exampleDebit().mandate, amendment: {} };
    expect(issuesOf(exampleBatch({ debits: [exampleDebit({ mandate })] }))).toEqual(['debits.0.mandate.amendment']);
  });

  it('escapes nothing, for nothing that would have to be is left', () => {
    const debits = [exampleDebit({ remittance: `<b> & "été" 'ça' ]]> €` })];
    expect(textOf(exampleBatch({ debits }))).toContain('<Ustrd>.b. + &apos;ete&apos; &apos;ca&apos; )). E</Ustrd>');
  });

  it('cuts a name at 70 characters, and nothing else', () => {
    const debtor = { ...exampleDebit().debtor, name: 'Œ'.repeat(60) };
    expect(textOf(exampleBatch({ debits: [exampleDebit({ debtor })] }))).toContain(`<Nm>${'OE'.repeat(35)}</Nm>`);
    const remittance = 'œ'.repeat(71);
    expect(issuesOf(exampleBatch({ debits: [exampleDebit({ remittance })] }))).toEqual(['debits.0.remittance']);
  });

  it('holds 10,000 debits', () => {
    const debits = Array.from({ length: 10_000 }, (_, index) =>
      exampleDebit({ endToEndId: `E${index}`, amountCents: index + 1 }),
    );
    const file = buildDirectDebitFile(exampleBatch({ debits }));
    expect([file.count, file.controlSumCents, file.blocks.length]).toEqual([10_000, 50_005_000, 1]);
  });
});
