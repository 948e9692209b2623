import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createBooks } from '../../../src/app/event-handlers.ts';
import { rulesOf } from '../../../src/kernel/merchant.ts';
import { isCalendarDate } from '../../../src/kernel/sepa/target-calendar.ts';
import { checkJournal } from '../../../src/modules/accounting/check-journal.ts';
import { listSuspense } from '../../../src/modules/accounting/list-suspense.ts';
import { postJournal } from '../../../src/modules/accounting/post-journal.ts';
import {
  type BankEntry,
  BankFileError,
  type BankFilePiece,
} from '../../../src/modules/bank-statements/files/bank-file.ts';
import { readBankFile } from '../../../src/modules/bank-statements/files/read-bank-file.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { iban } from '../../support/bank-statements/examples.ts';
import { at, openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { type WrittenEntry, writtenReport, writtenStatement } from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { fuzz } from '../../support/fuzz.ts';
import { openForGroup } from '../../support/open-for.ts';

/**
 * Files that are nearly right, as a bank's program with a fault writes them: read or refused with the place, never a
 * guess and never a crash.
 */

type Mutation = (file: string, at: number, text: string) => string;

const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(all.length, 1)];
const replaceAt = (file: string, found: RegExpExecArray | undefined, by: string): string =>
  found ? file.slice(0, found.index) + by + file.slice(found.index + found[0].length) : file;
const leaves = (file: string) => [...file.matchAll(/<(\w+)([^<>]*)>([^<>]*)<\/\1>/g)];
const elements = (file: string) => [...file.matchAll(/<(\w+)[^<>/]*>(?:(?!<\1\b)[\s\S])*?<\/\1>/g)];
const tags = (file: string) => [...file.matchAll(/<\/?\w+/g)];

/** Each is something that happens: a field that is missing, said twice, empty, elsewhere, cut off, or of another kind. */
const mutations: readonly Mutation[] = [
  (file, place) => replaceAt(file, pick(elements(file), place), ''),
  (file, place) => {
    const found = pick(elements(file), place);
    return replaceAt(file, found, found ? found[0] + found[0] : '');
  },
  (file, place, text) => {
    const found = pick(leaves(file), place);
    return replaceAt(file, found, `<${found?.[1]}${found?.[2]}>${text}</${found?.[1]}>`);
  },
  (file, place) => {
    const [one, other] = [pick(elements(file), place), pick(elements(file), place * 7 + 3)];
    if (!one || !other || other.index < one.index + one[0].length) return file;
    const [first, second] = [one[0], other[0]];
    const behind = file.slice(0, other.index) + first + file.slice(other.index + second.length);
    return behind.slice(0, one.index) + second + behind.slice(one.index + first.length);
  },
  (file, place, text) => replaceAt(file, pick(tags(file), place), `<${text.replaceAll(/[^a-zA-Z]/g, '')}`),
  (file, place) => file.slice(0, place % file.length),
  (file, place, text) => file.slice(0, place % file.length) + text + file.slice(place % file.length),
  (file, place) => file.slice(0, place % file.length) + file.slice((place % file.length) + 1 + (place % 5)),
];

const odd = fc.constantFrom(
  ...[
    '',
    ' ',
    '0',
    '0.00',
    '-1.00',
    '+1.00',
    '1e9',
    '1,00',
    '12.345',
    '9999999999999.99',
    '99999999999999',
    'NaN',
    '.5',
  ],
  ...[
    'CRDT',
    'DBIT',
    'crdt',
    'BOOK',
    'PDNG',
    'FUTR',
    'XXXX',
    'true',
    '1',
    'yes',
    'EUR',
    'USD',
    'OPBD',
    'CLBD',
    'NONREF',
  ],
  ...['2026-11-25', '2026-02-30', '2026-11-25Z', '2026-11-25T24:00:00', '0000-00-00', '9999-12-31', '25/11/2026'],
  ...[
    iban.company,
    iban.france,
    iban.germany,
    'FR00',
    '<',
    '&',
    '&amp;',
    '&#0;',
    '&#x41;',
    '<![CDATA[1]]>',
    '<!-- x -->',
  ],
  ...[
    '<a/>',
    '<Ntry/>',
    '<TxDtls/>',
    '</Ntry>',
    '<?x?>',
    '<!DOCTYPE a>',
    '\u0000',
    '\u{1F4B6}',
    '\ufeff',
    'é',
    '\ud800',
  ],
);
const text = fc.oneof({ weight: 4, arbitrary: odd }, { weight: 1, arbitrary: fc.string({ maxLength: 12 }) });
const step = fc.record({ mutation: fc.constantFrom(...mutations), place: fc.nat(1_000_000), text });
const mutated = (files: readonly string[]) =>
  fc
    .record({ file: fc.constantFrom(...files), steps: fc.array(step, { minLength: 1, maxLength: 4 }) })
    .map(({ file, steps }) => steps.reduce((so, { mutation, place, text: by }) => mutation(so, place, by), file));

const entries: readonly WrittenEntry[] = [
  {
    amount: '12.34',
    entryReference: 'N1',
    details: [
      { amount: '12.34', structured: 'RF811000042', texts: ['A', 'B'], debtor: { name: 'Durand', iban: iban.monaco } },
    ],
  },
  {
    amount: '235.45',
    direction: 'DBIT',
    details: [{ amount: '234.56', endToEndId: 'E1', reason: 'AM04', charges: '0.89' }],
  },
  {
    amount: '3.00',
    batch: 'M1-1',
    details: [
      { amount: '1.00', endToEndId: 'E2' },
      { amount: '2.00', endToEndId: 'E3' },
    ],
  },
  { amount: '5.00', status: 'PDNG' },
  { amount: '7.00', reversal: true, bankReference: null, text: 'REPRISE' },
];
const statements = (['02', '08'] as const).flatMap((version) => [
  writtenStatement({ version, entries, opening: 30_000, sequence: 7 }),
  writtenStatement({ version, entries, format: 'camt.054' }),
]);
const block = { id: 'M1-1', status: 'PART', transactions: [{ endToEndId: 'E1', status: 'RJCT', reason: 'AC04' }] };
const reports = (['03', '10'] as const).map((version) =>
  writtenReport({ version, messageId: 'M1', group: { status: 'PART' }, blocks: [block] }),
);

async function read(file: string): Promise<readonly BankFilePiece[] | BankFileError> {
  const bytes = (async function* () {
    yield Buffer.from(file);
  })();
  try {
    const pieces: BankFilePiece[] = [];
    for await (const piece of readBankFile(bytes)) pieces.push(piece);
    return pieces;
  } catch (error) {
    if (error instanceof BankFileError) return error;
    throw error;
  }
}

const isCents = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

function checkPiece(piece: BankFilePiece): void {
  if (piece.kind !== 'ENTRY') return;
  const { entry } = piece;
  expect([isCents(entry.amountCents), isCents(entry.chargesCents)]).toEqual([true, true]);
  expect(['CREDIT', 'DEBIT']).toContain(entry.direction);
  for (const day of [entry.bookedOn, entry.valueOn]) expect(day === null || isCalendarDate(day)).toBe(true);
  if (entry.fault !== null || entry.details.length === 0) return;
  // What is to be booked makes up the entry, to the cent.
  const signed = (one: Pick<BankEntry, 'direction' | 'amountCents'>): number =>
    one.direction === 'CREDIT' ? one.amountCents : -one.amountCents;
  const sum = entry.details.reduce((all, detail) => all + signed(detail), 0);
  expect([signed(entry), signed(entry) + entry.chargesCents]).toContain(sum);
}

describe('a file that is nearly right', () => {
  it('is read with amounts that add up, or refused with the place', async () => {
    let taken = 0;
    let refused = 0;
    await fuzz(mutated([...statements, ...reports]), async (file) => {
      const pieces = await read(file);
      if (pieces instanceof BankFileError) {
        refused++;
        expect(pieces.message).toMatch(/^Line \d+|^the file is empty$/);
        expect(pieces.message).not.toMatch(new RegExp(`${iban.monaco}|Durand`, 'i'));
      } else {
        taken++;
        pieces.forEach(checkPiece);
      }
    });
    // Both happen, or nothing was tried.
    expect(Math.min(taken, refused)).toBeGreaterThan(0);
  });
});

describe.each(drawnDatabases())('files that are nearly right ($name)', (database) => {
  let payments: readonly Payment[];
  const on = openForGroup(() => openImporting(database));
  beforeAll(async () => {
    payments = await Promise.all(Array.from({ length: 6 }, () => on.transfer()));
  });

  const files = () => {
    const paying = payments.map(
      (payment, index): WrittenEntry => ({
        ...{ amount: '123.45', bankReference: index % 2 === 0 ? `B${index}` : null },
        details: [{ amount: '123.45', structured: referenceOf(payment), texts: ['FACTURE', '42'] }],
      }),
    );
    const fee = { amount: '9.99', direction: 'DBIT', bankReference: 'F1', text: 'COTISATION' } as const;
    return (['02', '08'] as const).flatMap((version) => [
      writtenStatement({ version, entries: [...paying, fee], opening: 500 }),
      writtenStatement({ version, id: 'S2', entries: [...paying].toReversed(), opening: 0 }),
    ]);
  };

  /** What the account of the books comes to, and what the entries that count come to. */
  async function amounts() {
    const books = { idSociete: '1', runMode: 'TEST' } as const;
    let inBooks = 0;
    for (let beforeId: string | null = null; ; ) {
      const page = await on.store.journalEntries({ ...books, limit: 500, beforeId });
      for (const { account, debitCents, creditCents } of page.flatMap(({ lines }) => lines)) {
        if (account === '512100') inBooks += debitCents - creditCents;
      }
      beforeId = page.at(-1)?.id ?? null;
      if (beforeId === null) break;
    }
    const received = await Promise.all(payments.map(({ id }) => on.store.receivedFor(id)));
    // What was placed since stands with its payment.
    let suspense = 0;
    for await (const { remainingCents } of listSuspense(on, books)) suspense += remainingCents;
    return { inBooks, known: received.reduce((sum, cents) => sum + cents, 0) + suspense };
  }

  it('are imported or refused, whatever came before them, and the books hold together', async () => {
    await fuzz(mutated(files()), async (file) => {
      const imported = await on.import(file).catch((error: { code?: string }) => {
        // Nothing at all.
        expect(error.code).toBe('INVALID_INPUT');
        return null;
      });
      if (imported) expect(['IMPORTED', 'REFUSED']).toContain(imported.file.status);
    });
    expect(await on.store.unfinishedBankFiles('', 10)).toEqual([]);
    await postJournal({ store: on.store, clock: () => at, rulesOf: rulesOf(on.services) });
    for (const idSociete of ['1', '2', '6']) {
      const checking = { store: on.store, ...createBooks({ ...on.services, rulesOf: rulesOf(on.services) }) };
      const options = {
        books: { idSociete, runMode: 'TEST' },
        booksMissing: false,
        onProgress: () => undefined,
      } as const;
      expect((await checkJournal(checking, options)).problems).toEqual([]);
    }
    const { inBooks, known } = await amounts();
    expect(inBooks).toBe(known);
  });
});
