import { describe, expect, it } from 'vitest';
import { iban } from '../../support/bank-statements/examples.ts';
import { openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { entriesIn, piecesOf, refusalOf } from '../../support/bank-statements/read-pieces.ts';
import { checkedWith, schemaFaults } from '../../support/bank-statements/schemas.ts';
import {
  credit,
  type WrittenDetail,
  type WrittenEntry,
  writtenStatement,
} from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

const versions = ['02', '08'] as const;
const transfer: WrittenEntry = { amount: '12.34', details: [{ amount: '12.34', texts: ['MERCI'] }] };
const good = writtenStatement({ entries: [transfer, { ...transfer, bankReference: 'BANK-9' }], opening: 10_000 });
/** The second statement of a file that holds two. */
const twoStatements = (change: (second: string) => string): string => {
  const [stmt = ''] = /<Stmt>[\s\S]*<\/Stmt>/.exec(good) ?? [];
  return good.replace('</Stmt>', `</Stmt>${change(stmt)}`);
};

describe.each(versions)('a statement of version %s', (version) => {
  const written = (entries: readonly WrittenEntry[], change = {}) => writtenStatement({ version, entries, ...change });

  it(`is money where it is booked alone, checked with ${checkedWith}`, async () => {
    const entries = ['BOOK', 'PDNG', 'INFO', ...(version === '08' ? ['FUTR'] : [])].map((status, index) => ({
      ...{ ...transfer, status, bankReference: `B${index}` },
    }));
    const file = written(entries);
    expect(schemaFaults(`camt.053.001.${version}`, file)).toEqual([]);
    expect((await entriesIn(file)).map(({ status }) => status)).toEqual([
      ...['BOOKED', 'PROVISIONAL', 'PROVISIONAL', 'PROVISIONAL'].slice(0, entries.length),
    ]);
  });

  it.each(['BOKED', 'book', 'BOOK BOOK'])('with the status %s is refused', async (status) => {
    expect(await refusalOf(written([{ ...transfer, status }]))).toContain('Stmt/Ntry: Sts is none of BOOK');
  });

  it('may say its status as the other version does', async () => {
    const file = written([transfer]);
    const other =
      version === '08'
        ? file.replace('<Sts><Cd>BOOK</Cd></Sts>', '<Sts>BOOK</Sts>')
        : file.replace('<Sts>BOOK</Sts>', '<Sts><Cd>BOOK</Cd></Sts>');
    expect(other).not.toBe(file);
    expect((await entriesIn(other)).map(({ status }) => status)).toEqual(['BOOKED']);
  });

  it('opens with OPBD, or where that is missing with what the one before closed with', async () => {
    const file = written([transfer], { opening: 5_000 });
    const previous = file.replace('>OPBD<', '>PRCD<');
    expect(schemaFaults(`camt.053.001.${version}`, previous)).toEqual([]);
    expect(await refusalOf(previous)).toBe('it was read');
    const wrong = previous.replace('>50.00<', '>50.01<');
    expect(await refusalOf(wrong)).toContain('the opening balance and the booked entries do not make');
    const [opening = ''] = /<Bal>.*?<\/Bal>/.exec(file) ?? [];
    const both = file.replace(opening, opening.replace('OPBD', 'PRCD').replace('50.00', '99.00') + opening);
    expect(await refusalOf(both)).toBe('it was read');
    expect(await refusalOf(file.replace(opening, opening + opening))).toContain('the balance OPBD stands there twice');
  });

  it('says that the bank takes an entry back by true and by 1; the direction is the one of the money', async () => {
    const file = written([{ ...transfer, direction: 'DBIT', reversal: true }], { opening: 5_000 });
    for (const [value, isReversal] of [['true', true] as const, ['1', true] as const, ['0', false] as const]) {
      const [entry] = await entriesIn(file.replace('<RvslInd>true', `<RvslInd>${value}`));
      expect([entry?.isReversal, entry?.direction]).toEqual([isReversal, 'DEBIT']);
    }
    expect(await refusalOf(file.replace('<RvslInd>true', '<RvslInd>yes'))).toContain(
      'RvslInd is neither true nor false',
    );
  });

  it(`may say the words of the payer elsewhere, checked with ${checkedWith}`, async () => {
    const detail = { texts: ['VIREMENT'], structured: 'RF18539007547034', beside: 'FACTURE 12', additional: 'DE CAFE' };
    const file = written([{ amount: '12.34', details: [detail] }]);
    expect(schemaFaults(`camt.053.001.${version}`, file)).toEqual([]);
    const [entry] = await entriesIn(file);
    expect(entry?.details[0]).toMatchObject({
      remittance: ['VIREMENT', 'FACTURE 12', 'DE CAFE'],
      structuredReferences: ['RF18539007547034'],
    });
  });

  it('lists the payments of a batch, with charges beside the entry', async () => {
    const details = ['E1', 'E2', 'E3'].map((endToEndId): WrittenDetail => ({ amount: '10.00', endToEndId }));
    const [entry] = await entriesIn(written([{ amount: '29.40', batch: 'M1-1', charges: '0.60', details }]));
    expect(entry).toMatchObject({ paymentInformationId: 'M1-1', fault: null, chargesCents: 60 });
    expect(entry?.details.map(({ endToEndId, amountCents }) => [endToEndId, amountCents])).toEqual([
      ...[
        ['E1', 1_000],
        ['E2', 1_000],
        ['E3', 1_000],
      ],
    ]);
  });
});

describe('a day of a bank', () => {
  const on = async (day: string) =>
    (await entriesIn(good.replace('<BookgDt><Dt>2026-11-25</Dt>', `<BookgDt>${day}`)))[0]?.bookedOn;

  it.each([
    ['<Dt>2026-11-25</Dt>', '2026-11-25'],
    ['<Dt>2026-11-25Z</Dt>', '2026-11-25'],
    ['<Dt>2026-11-25+01:00</Dt>', '2026-11-25'],
    ['<DtTm>2026-11-25T23:59:59</DtTm>', '2026-11-25'],
    ['<DtTm>2026-11-25T23:30:00+01:00</DtTm>', '2026-11-25'],
    // Half past midnight in France.
    ['<DtTm>2026-11-25T23:30:00.000Z</DtTm>', '2026-11-26'],
    ['<DtTm>2026-11-25T20:30:00-05:00</DtTm>', '2026-11-26'],
    ['<DtTm>2026-11-26T00:30:00+02:00</DtTm>', '2026-11-25'],
  ])('written as %s is %s', async (written, day) => {
    expect(await on(written)).toBe(day);
  });

  it.each([
    '<Dt>25/11/2026</Dt>',
    '<Dt>2026-11-25x</Dt>',
    '<Dt>2026-11-31</Dt>',
    '<Dt>2026-11-25T10:00:00</Dt>',
    '<Dt/>',
    '<DtTm>2026-11-25</DtTm>',
    '<DtTm>2026-11-25T25:00:00</DtTm>',
    '<DtTm>2026-11-25 10:00:00</DtTm>',
  ])('written as %s is refused', async (written) => {
    await expect(on(written)).rejects.toThrow('Stmt/Ntry/BookgDt: the date is not a day that exists');
  });
});

describe('a statement without a schema is refused, with the place,', () => {
  it.each<[string, string, string]>([
    ['without an amount', good.replace('<Amt Ccy="EUR">12.34</Amt><CdtDbtInd>', '<CdtDbtInd>'), 'Ntry: Amt is missing'],
    ['with an empty amount', good.replace('>12.34<', '><'), 'Amt: the amount is not a decimal number'],
    [
      'with an amount that holds an element',
      good.replace('>12.34<', '><B>1</B>12.34<'),
      'a text stands beside elements',
    ],
    [
      'with an amount without a currency',
      good.replace('<Amt Ccy="EUR">12.34', '<Amt>12.34'),
      'the currency is not EUR',
    ],
    ['with an exponent', good.replace('>12.34<', '>1e3<'), 'the amount is not a decimal number'],
    ['with digits of another script', good.replace('>12.34<', '>١٢.34<'), 'the amount is not a decimal number'],
    ['without a direction', good.replace('<CdtDbtInd>CRDT</CdtDbtInd><Sts>', '<Sts>'), 'CdtDbtInd is missing'],
    ['with an unknown direction', good.replace(/CRDT(<\/CdtDbtInd><Sts>)/, 'CREDIT$1'), 'neither CRDT nor DBIT'],
    ['without a status', good.replace('<Sts><Cd>BOOK</Cd></Sts>', ''), 'Sts is missing'],
    [
      'with two amounts',
      good.replace('<Amt Ccy="EUR">12.34</Amt><CdtDbtInd>', '<Amt Ccy="EUR">99.00</Amt>$&'),
      'Amt stands there twice',
    ],
    [
      'with two directions',
      good.replace('<CdtDbtInd>CRDT</CdtDbtInd><Sts>', '<CdtDbtInd>DBIT</CdtDbtInd>$&'),
      'CdtDbtInd stands there twice',
    ],
    ['with two ids of its account', good.replace(/<Acct>.*<\/Acct>/, '$&$&'), 'Acct stands there twice'],
    [
      'whose balance has no amount',
      good.replace(/(OPBD<\/Cd><\/CdOrPrtry><\/Tp>)<Amt Ccy="EUR">100.00<\/Amt>/, '$1'),
      'Stmt/Bal: Amt is missing',
    ],
    [
      'with an entry within an entry',
      good.replace('<NtryDtls>', '<Ntry><Amt Ccy="EUR">1.00</Amt></Ntry>$&'),
      'Ntry: it does not stand in Stmt',
    ],
    [
      'with a payment outside of its entry',
      good.replace('<Ntry>', '<TxDtls></TxDtls>$&'),
      'it does not stand in NtryDtls',
    ],
    [
      'with a statement within a statement',
      good.replace('<Ntry>', '<Stmt></Stmt>$&'),
      'it does not stand in BkToCstmrStmt',
    ],
    ['that it holds twice', twoStatements((second) => second), 'the statement with this Id stands in the file twice'],
  ])('%s', async (_why, file, message) => {
    expect(file).not.toBe(good);
    expect(await refusalOf(file)).toMatch(/^Line \d+/);
    expect(await refusalOf(file)).toContain(message);
  });

  it('and one that is empty is read, as are two of one account or of several', async () => {
    const kinds = (await piecesOf(writtenStatement({ entries: [] }))).map(({ kind }) => kind);
    expect(kinds).toEqual(['HEAD', 'STATEMENT', 'BALANCES']);
    expect(await entriesIn(twoStatements((second) => second.replace('<Id>STMT-1', '<Id>STMT-2')))).toHaveLength(4);
    expect(await entriesIn(twoStatements((second) => second.replace(iban.company, iban.monaco)))).toHaveLength(4);
    const page = '<StmtPgntn><PgNb>2</PgNb><LastPgInd>true</LastPgInd></StmtPgntn>';
    expect(await entriesIn(twoStatements((second) => second.replace('</Id>', `</Id>${page}`)))).toHaveLength(4);
  });

  it('but an amount in the currency of the payer says nothing, and the one of the entry does', async () => {
    const file = good
      .replace('<TxDtls><Refs></Refs>', '<TxDtls>')
      .replace(/(<TxDtls>.*?)<Amt Ccy="EUR">12.34/, '$1<Amt Ccy="USD">14.00');
    expect(file).not.toBe(good);
    expect((await entriesIn(file))[0]).toMatchObject({ fault: null, details: [{ amountCents: 1_234 }] });
    const charges = file.replaceAll('</TxDtls>', '<Chrgs><Rcrd><Amt Ccy="USD">8.00</Amt></Rcrd></Chrgs>$&');
    expect(charges).not.toBe(file);
    expect(await entriesIn(charges)).toEqual(await entriesIn(file));
  });
});

describe.each(drawnDatabases())('entries that banks write in their own way ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  const unnamed: typeof credit = (amount, detail, change) => credit(amount, detail, { bankReference: null, ...change });

  it('are no money where they are not booked, whatever they say they are', async () => {
    const payment = await on.transfer();
    const named = { structured: referenceOf(payment) };
    const entries = ['INFO', 'PDNG', 'FUTR'].map((status) =>
      credit('123.45', named, { status, bankReference: status }),
    );
    expect(await on.statement(entries)).toMatchObject({ applied: 0, exceptions: 0, ignored: 3 });
    const booked = credit('123.45', named, { bankReference: 'PDNG' });
    expect(await on.statement([booked], 'S2')).toMatchObject({ applied: 1 });
    expect(await on.statusOf(payment)).toBe('PAID');
  });

  it('of nothing move nothing', async () => {
    const [transfer, debit] = [await on.transfer(), await on.debit('E1')];
    const entries = [
      credit('0.00', { structured: referenceOf(transfer) }, { bankReference: 'B1' }),
      credit('0.00', { endToEndId: 'E1' }, { bankReference: 'B2' }),
      { amount: '0.00', bankReference: 'B3' },
    ];
    expect(await on.statement(entries)).toMatchObject({ applied: 0, exceptions: 0, ignored: 3 });
    expect([await on.statusOf(transfer), await on.statusOf(debit)]).toEqual(['REQUIRES_ACTION', 'SUBMITTED']);
    expect(await on.store.journalEntries({ idSociete: '1', runMode: 'TEST', limit: 9, beforeId: null })).toEqual([]);
  });

  it('of a batch settle each payment that they list, and leave the one that is not ours to a person', async () => {
    const payments = [await on.debit('E1'), await on.debit('E2')];
    const details = ['E1', 'E2', 'SOMEBODY'].map((endToEndId): WrittenDetail => ({ amount: '123.45', endToEndId }));
    const entry = { amount: '370.35', batch: 'M1-1', code: ['IDDT', 'ESDD'], bankReference: 'LOT', details } as const;
    expect(await on.statement([entry])).toMatchObject({ applied: 2, exceptions: 1 });
    expect(await Promise.all(payments.map(on.statusOf))).toEqual(['PAID', 'PAID']);
    expect(await on.statement([entry], 'S2', { version: '02' })).toMatchObject({ applied: 0, repeated: 3 });
  });

  it('without a reference of the bank are known by their place in the statement of that day', async () => {
    const payments = [await on.transfer(), await on.transfer(), await on.transfer()];
    const [first, second, third] = payments.map((payment) => unnamed('123.45', { structured: referenceOf(payment) }));
    const entries = [first as WrittenEntry, { ...(second as WrittenEntry), entryReference: 'N2' }];
    expect(await on.statement(entries)).toMatchObject({ applied: 2 });
    expect(await on.statement(entries, undefined, { version: '02' })).toMatchObject({ applied: 0, repeated: 2 });
    // A year later the bank's ids begin anew, and so do the pages of a long statement.
    const nextDay = { ...(third as WrittenEntry), bookedOn: '2026-11-26' };
    expect(await on.statement([nextDay])).toMatchObject({ applied: 1 });
    expect(await Promise.all(payments.map(on.statusOf))).toEqual(['PAID', 'PAID', 'PAID']);
    const [more, last] = [await on.transfer(), await on.transfer()];
    const page = (number: number, payment: typeof more) =>
      writtenStatement({ id: 'LONG', entries: [unnamed('123.45', { structured: referenceOf(payment) })] }).replace(
        '</CreDtTm></GrpHdr>',
        `</CreDtTm><MsgPgntn><PgNb>${number}</PgNb><LastPgInd>false</LastPgInd></MsgPgntn></GrpHdr>`,
      );
    for (const [index, payment] of [more, last].entries()) await on.import(page(index + 1, payment));
    expect([await on.statusOf(more), await on.statusOf(last)]).toEqual(['PAID', 'PAID']);
  });

  it('in one file about several accounts are applied each to its own', async () => {
    const [own, other] = [await on.transfer(), await on.transfer({ idSociete: '6' })];
    const of = (payment: typeof own, account: string) =>
      writtenStatement({ iban: account, entries: [unnamed('123.45', { structured: referenceOf(payment) })] });
    const [second = ''] = /<Stmt>[\s\S]*<\/Stmt>/.exec(of(other, iban.france)) ?? [];
    const { file } = await on.import(of(own, iban.company).replace('</Stmt>', `</Stmt>${second}`));
    expect(file).toMatchObject({ status: 'IMPORTED', idSociete: null, counts: { applied: 2, exceptions: 0 } });
    expect([await on.statusOf(own), await on.statusOf(other)]).toEqual(['PAID', 'PAID']);
    const foreign = of(own, iban.company).replace('</Stmt>', `</Stmt>${second.replace(iban.france, iban.monaco)}`);
    expect((await on.import(foreign)).file).toMatchObject({ status: 'REFUSED', steps: 0 });
  });
});
