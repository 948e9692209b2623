import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCreditorIdentifier } from '../../../src/kernel/sepa/creditor-identifier.ts';
import { isBic } from '../../../src/kernel/sepa/sepa-accounts.ts';
import { foldToSepa, isSepaText } from '../../../src/kernel/sepa/sepa-text.ts';
import { buildDirectDebitFile } from '../../../src/modules/direct-debits/files/direct-debit-file.ts';
import {
  type DirectDebitBatch,
  DirectDebitFileError,
  directDebitFileVersions,
} from '../../../src/modules/direct-debits/files/direct-debit-input.ts';
import { exampleBatch, exampleDebit, iban } from '../../support/bank-statements/examples.ts';
import { checkedWith, schemaFaults } from '../../support/bank-statements/schemas.ts';
import { type ParsedElement, parseXml } from '../../support/xml.ts';

const textOf = (batch: DirectDebitBatch): string => buildDirectDebitFile(batch).bytes.toString('utf8');

function issuesOf(batch: DirectDebitBatch): readonly string[] {
  try {
    buildDirectDebitFile(batch);
    return [];
  } catch (error) {
    if (!(error instanceof DirectDebitFileError)) throw error;
    return error.issues.map(({ path }) => path.join('.'));
  }
}

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
        ultimateDebtorName: 'Société Mère',
        remittance: { reference: 'RF18 5390 0754 7034' },
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
        remittance: null,
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
  DrctDbtTxInf: ['PmtId', 'InstdAmt', 'DrctDbtTx', 'DbtrAgt', 'Dbtr', 'DbtrAcct', 'UltmtDbtr', 'RmtInf'],
  MndtRltdInf: ['MndtId', 'DtOfSgntr', 'AmdmntInd', 'AmdmntInfDtls'],
  AmdmntInfDtls: ['OrgnlMndtId', 'OrgnlCdtrSchmeId', 'OrgnlDbtrAcct'],
  OrgnlCdtrSchmeId: ['Nm', 'Id'],
  PstlAdr: ['StrtNm', 'BldgNb', 'PstCd', 'TwnNm', 'Ctry', 'AdrLine'],
};
const limits: Readonly<Record<string, number>> = {
  ...{ MsgId: 35, PmtInfId: 35, InstrId: 35, EndToEndId: 35, MndtId: 35, Nm: 70, Ustrd: 140, StrtNm: 70, BldgNb: 16 },
  ...{ PstCd: 16, TwnNm: 35, AdrLine: 70, Ctry: 2, IBAN: 34 },
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
      .record({
        name: text(200),
        ultimate: part,
        remittance: fc.option(text(300)),
        place: fc.option(place),
        reference: text(40),
      })
      .map(({ name, ultimate, remittance, place: at, reference }) =>
        exampleDebit({
          ultimateDebtorName: ultimate,
          remittance: remittance === null ? null : { text: remittance },
          debtor: { name, address: at && { ...at, country: 'FR', lines: [] }, iban: iban.france, bic: null },
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
    const debits = [exampleDebit({ remittance: { text: `<b> & "été" 'ça' ]]> €` } })];
    expect(textOf(exampleBatch({ debits }))).toContain('<Ustrd>.b. + &apos;ete&apos; &apos;ca&apos; )). E</Ustrd>');
  });

  it('cuts a name at 70 characters, and nothing else', () => {
    const debtor = { ...exampleDebit().debtor, name: 'Œ'.repeat(60) };
    expect(textOf(exampleBatch({ debits: [exampleDebit({ debtor })] }))).toContain(`<Nm>${'OE'.repeat(35)}</Nm>`);
    const remittance = { text: 'œ'.repeat(71) };
    expect(issuesOf(exampleBatch({ debits: [exampleDebit({ remittance })] }))).toEqual(['debits.0.remittance.text']);
  });

  it('holds 10,000 debits', () => {
    const debits = Array.from({ length: 10_000 }, (_, index) =>
      exampleDebit({ endToEndId: `E${index}`, amountCents: index + 1 }),
    );
    const file = buildDirectDebitFile(exampleBatch({ debits }));
    expect([file.count, file.controlSumCents, file.blocks.length]).toEqual([10_000, 50_005_000, 1]);
  });
});

describe('a batch is refused whole', () => {
  const withDebit = (change: Parameters<typeof exampleDebit>[0]) => exampleBatch({ debits: [exampleDebit(change)] });
  const withDebtor = (change: object) => withDebit({ debtor: { ...exampleDebit().debtor, ...change } });
  const withAddress = (change: object) => withDebtor({ address: { ...address, ...change } });
  const withMandate = (change: object) => withDebit({ mandate: { ...exampleDebit().mandate, ...change } });
  const withCreditor = (change: object) => exampleBatch({ creditor: { ...exampleBatch().creditor, ...change } });

  it.each<[string, DirectDebitBatch, string]>([
    ['for a message id that is too long', exampleBatch({ messageId: 'A'.repeat(31) }), 'messageId'],
    ['for a message id with a small letter', exampleBatch({ messageId: 'a' }), 'messageId'],
    ['without a debit', exampleBatch({ debits: [] }), 'debits'],
    ['for two debits of one id', exampleBatch({ debits: [exampleDebit(), exampleDebit()] }), 'debits.1.endToEndId'],
    [
      'for two debits under a mandate for one',
      exampleBatch({
        debits: [exampleDebit({ sequenceType: 'OOFF' }), exampleDebit({ endToEndId: 'P2', sequenceType: 'OOFF' })],
      }),
      'debits.1.mandate.reference',
    ],
    ['for a debit of another mode', withDebit({ runMode: 'TEST' }), 'debits.0.runMode'],
    ['for an amount of 0', withDebit({ amountCents: 0 }), 'debits.0.amountCents'],
    ['for an amount with half a cent', withDebit({ amountCents: 0.5 }), 'debits.0.amountCents'],
    ['for more than SEPA carries', withDebit({ amountCents: 100_000_000_000 }), 'debits.0.amountCents'],
    ['for an id with an accent', withDebit({ endToEndId: 'É1' }), 'debits.0.endToEndId'],
    ['for a due date on Christmas', withDebit({ dueDate: '2026-12-25' }), 'debits.0.dueDate'],
    ['for a due date that is no day', withDebit({ dueDate: '2026-02-30' }), 'debits.0.dueDate'],
    ['for a due date today', withDebit({ dueDate: '2026-11-25' }), 'debits.0.dueDate'],
    ['for a mandate that is signed tomorrow', withMandate({ signedOn: '2026-11-26' }), 'debits.0.mandate.signedOn'],
    ['for a mandate reference with two slashes', withMandate({ reference: 'A//B' }), 'debits.0.mandate.reference'],
    ['for a mandate reference that ends with a slash', withMandate({ reference: 'A/' }), 'debits.0.mandate.reference'],
    ['for a mandate reference with a blank', withMandate({ reference: 'A B' }), 'debits.0.mandate.reference'],
    ['for a wrong RIB key', withDebtor({ iban: 'FR8420041010050500013M02607' }), 'debits.0.debtor.iban'],
    ['for wrong check digits', withDebtor({ iban: 'FR7630006000011234567890188' }), 'debits.0.debtor.iban'],
    ['for an account outside of SEPA', withDebtor({ iban: 'TR330006100519786457841326' }), 'debits.0.debtor.iban'],
    ['for a debtor without a name', withDebtor({ name: ' ' }), 'debits.0.debtor.name'],
    ['for a debtor whose name no bank can read', withDebtor({ name: '***' }), 'debits.0.debtor.name'],
    [
      'for Gibraltar without one',
      withDebtor({ iban: 'GI75NWBK000000007099453', address: null }),
      'debits.0.debtor.address',
    ],
    ['for Monaco without an address', withDebtor({ iban: iban.monaco, address: null }), 'debits.0.debtor.address'],
    ['for an address without a town', withAddress({ town: '' }), 'debits.0.debtor.address.town'],
    ['for an address without a country', withAddress({ country: 'France' }), 'debits.0.debtor.address.country'],
    ['for an unstructured address', withAddress({ lines: ['12 rue de la Paix'] }), 'debits.0.debtor.address.lines'],
    [
      'for lines that repeat the town',
      withAddress({ street: null, buildingNumber: null, postalCode: null, lines: ['75002 Paris'] }),
      'debits.0.debtor.address.lines',
    ],
    [
      'for three lines',
      withAddress({ street: null, buildingNumber: null, postalCode: null, lines: ['a', 'b', 'c'] }),
      'debits.0.debtor.address.lines',
    ],
    [
      'for a postal code that is too long',
      withAddress({ postalCode: '1'.repeat(17) }),
      'debits.0.debtor.address.postalCode',
    ],
    [
      'for an RF reference with wrong digits',
      withDebit({ remittance: { reference: 'RF17539007547034' } }),
      'debits.0.remittance.reference',
    ],
    [
      'for an ICS that was checked like an IBAN',
      withCreditor({ creditorIdentifier: 'FR73ZZZ123456' }),
      'creditor.creditorIdentifier',
    ],
    ["for a creditor's bank that is not named", withCreditor({ bic: '' }), 'creditor.bic'],
    [
      'for a BIC with digits in .02',
      { ...withCreditor({ bic: 'P2STFRPP' }), version: 'pain.008.001.02' },
      'creditor.bic',
    ],
    ...(['PSSTFR1P', 'PSSTFRPO'] as const).map((bic): [string, DirectDebitBatch, string] => [
      `for the BIC ${bic} in .02, which knows no such place`,
      { ...withDebtor({ bic }), version: 'pain.008.001.02' },
      'debits.0.debtor.bic',
    ]),
    [
      'for an amendment to a wrong account',
      withMandate({ amendment: { originalDebtorAccount: { iban: 'FR00' } } }),
      'debits.0.mandate.amendment.originalDebtorAccount.iban',
    ],
  ])('%s', (_why, batch, path) => {
    expect(issuesOf(batch)).toEqual([path]);
  });

  it('with everything that is wrong, in one go, and no value in it', () => {
    const batch = exampleBatch({
      messageId: '',
      debits: [exampleDebit({ amountCents: 0 }), exampleDebit({ endToEndId: 'secret name', dueDate: '2026-12-26' })],
    });
    expect(issuesOf(batch)).toEqual(['messageId', 'debits.0.amountCents', 'debits.1.endToEndId', 'debits.1.dueDate']);
    expect(() => buildDirectDebitFile(batch)).not.toThrow(/secret/);
  });
});

describe('the characters of SEPA', () => {
  it.each([
    ['Éléonore à Nîmes, ça va ?', 'Eleonore a Nimes, ca va ?'],
    ['CAFÉ & FILS', 'CAFE + FILS'],
    ['Œuvre Cœur', 'OEuvre Coeur'],
    ['12,50 €', '12,50 E'],
    ['« l’été » – 2026', "' l'ete ' - 2026"],
    ['a\u00a0b\tc\nd', 'a b c d'],
    ['ﬁn ½ ①', 'fin 1/2 1'],
    ['Straße Øre Łódź', 'Strasse Ore Lodz'],
    ['漢字😀', 'HanZi.'],
    ['a_b@c#d', 'a-b(a)c.d'],
    ['/S/C // DUPONT ///', 'S/C / DUPONT'],
  ])('%s becomes %s', (text, folded) => {
    expect(foldToSepa(text)).toBe(folded);
  });

  it('are all that is left of any text, and stay as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldToSepa(text);
        expect(isSepaText(folded)).toBe(true);
        expect(foldToSepa(folded)).toBe(folded);
      }),
    );
  });
});

describe.each(directDebitFileVersions)('a BIC in %s', (version) => {
  it(`is one that the message takes, checked with ${checkedWith}`, () => {
    const letter = fc.constantFrom(...'ABOPZ019');
    fc.assert(
      fc.property(fc.array(letter, { minLength: 6, maxLength: 12 }), (letters) => {
        const bic = letters.join('');
        const debits = [exampleDebit({ debtor: { ...exampleDebit().debtor, bic } })];
        if (!isBic(bic, version)) expect(issuesOf(exampleBatch({ version, debits }))).toEqual(['debits.0.debtor.bic']);
        else expect(schemaFaults(version, textOf(exampleBatch({ version, debits })))).toEqual([]);
      }),
      { examples: [[[...'PSSTFRPP']], [[...'PSSTFRPPPAR']], [[...'PSSTFR1P']], [[...'PSSTFRPO']], [[...'1234FRPP']]] },
    );
  });
});

describe('a creditor identifier', () => {
  it.each(['FR72ZZZ123456', 'FR72ABC123456', 'FR78ZZZ123ABC', 'FR49ZZZ000001', 'DE98ZZZ09999999999'])(
    '%s is right',
    (text) => expect(isCreditorIdentifier(text)).toBe(true),
  );
  it.each(['FR73ZZZ123456', 'FR72ZZZ12345', 'FR72ZZ123456', 'fr72zzz123456', 'FR72ZZZ1234567', ''])(
    '%s is wrong',
    (text) => expect(isCreditorIdentifier(text)).toBe(false),
  );
});
