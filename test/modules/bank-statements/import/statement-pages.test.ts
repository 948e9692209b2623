import { describe, expect, it } from 'vitest';
import { inWords, reconciledDays } from '../../../support/accounting/reconciled.ts';
import { openImporting, referenceOf } from '../../../support/bank-statements/importing.ts';
import { piecesOf, refusalOf } from '../../../support/bank-statements/read-pieces.ts';
import { checkedWith, schemaFaults } from '../../../support/bank-statements/schemas.ts';
import { credit, type WrittenStatement, writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

type Pages = 'StmtPgntn' | 'MsgPgntn';

/** A page of a statement, with the codes of its two balances. */
function page(number: number, [opening, closing]: readonly string[], written: WrittenStatement, pages: Pages) {
  const tag = `<${pages}><PgNb>${number}</PgNb><LastPgInd>${closing === 'CLBD'}</LastPgInd></${pages}>`;
  const place = pages === 'StmtPgntn' ? '<Id>LONG</Id>' : '<CreDtTm>2026-11-25T20:00:00</CreDtTm>';
  return writtenStatement({ id: 'LONG', sequence: 7, ...written })
    .replace(place, `${place}${tag}`)
    .replace('<Cd>OPBD</Cd>', `<Cd>${opening}</Cd>`)
    .replace('<Cd>CLBD</Cd>', `<Cd>${closing}</Cd>`);
}

const [first, middle, last] = [['OPBD', 'ITBD'] as const, ['ITBD', 'ITBD'] as const, ['ITBD', 'CLBD'] as const];
const entries = (amount: string, reference: string) => [
  credit(amount, { structured: reference }, { bankReference: `B${amount}` }),
];

describe.each(['StmtPgntn', 'MsgPgntn'] as const)('a page by %s', (pages) => {
  const balancesIn = async (text: string) =>
    (await piecesOf(text)).flatMap((piece) =>
      piece.kind === 'BALANCES' ? [[piece.balances.openingCents, piece.balances.closingCents]] : [],
    );
  const written = { opening: 1_000, entries: [credit('5.00')] };

  it.each([first, middle, last])(`opens with %s and closes with %s, checked with ${checkedWith}`, async (...codes) => {
    const text = page(2, codes, written, pages);
    expect(schemaFaults('camt.053.001.08', text)).toEqual([]);
    expect(await balancesIn(text)).toEqual([[1_000, 1_500]]);
    const lacking = page(2, codes, { ...written, closing: 2_000 }, pages);
    expect(await refusalOf(lacking)).toContain('the opening balance and the booked entries do not make');
  });

  it('has no balances for certain where a single interim one stands there', async () => {
    const text = page(2, ['ITBD', 'CLAV'], written, pages);
    expect(await balancesIn(text)).toEqual([[null, null]]);
  });
});

it('a statement without pages has no interim balances', async () => {
  const text = writtenStatement({ entries: [credit('5.00')], closing: 900 }).replace('<Cd>CLBD</Cd>', '<Cd>ITBD</Cd>');
  expect(await refusalOf(text)).toBe('it was read');
});

describe.each(drawnDatabases())('a statement in pages ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  it('covers its day from its first balance to its last, whatever day it was written on', async () => {
    const payments = [await on.transfer({ amountCents: 10_000 }), await on.transfer({ amountCents: 5_000 })];
    const [one = '', two = ''] = payments.map(referenceOf);
    const pages = [
      page(1, first, { opening: 100_000, entries: entries('100.00', one) }, 'StmtPgntn'),
      page(2, middle, { opening: 110_000, entries: entries('50.00', two) }, 'StmtPgntn'),
      page(3, last, { opening: 115_000, entries: [] }, 'StmtPgntn'),
    ];
    const nextMorning = (text: string) => text.replaceAll('<CreDtTm>2026-11-25', '<CreDtTm>2026-11-26');
    for (const text of pages) expect((await on.import(nextMorning(text))).file.status).toBe('IMPORTED');
    await on.statement([], 'NEXT', { day: '2026-11-26', opening: 115_000, sequence: 8 });
    expect(await Promise.all(payments.map(on.statusOf))).toEqual(['PAID', 'PAID']);
    const days = await reconciledDays(on);
    expect(inWords(days)).toEqual([
      ['2026-11-25', 0],
      ['2026-11-26', 0],
    ]);
    expect(days[0]).toMatchObject({ openingCents: 100_000, closingCents: 115_000 });
  });
});
