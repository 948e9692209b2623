import { describe, expect, it } from 'vitest';
import { letterEntries } from '../../../src/modules/accounting/lettering.ts';
import { balancesOf } from '../../support/accounting/balances.ts';
import { openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { credit, returned, type WrittenEntry } from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

const books = { idSociete: '1', runMode: 'TEST', exercise: 2026 } as const;

describe.each(drawnDatabases())('the letters of a block ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  /** `411000 -10000 AAB` */
  async function lettered(): Promise<readonly string[]> {
    await balancesOf(on);
    const letters = await letterEntries(on, books, { from: '2026-01-01', to: '2026-12-31' });
    const entries = await on.store.postedEntries(books, 0, 50);
    return entries.flatMap(({ lines, posting: { position } }) =>
      lines.map(({ account, debitCents, creditCents }, index) =>
        [account, debitCents - creditCents, letters.get(position)?.get(index)?.letter ?? '-'].join(' '),
      ),
    );
  }
  async function collected(amount: string) {
    await on.debit('E1', { amountCents: 10_000 });
    await on.debit('E2', { amountCents: 5_000 });
    await on.statement([{ amount, batch: 'M1-1', code: ['IDDT', 'ESDD'], bankReference: 'A' }], 'S1');
    const [exception] = await on.open();
    if (exception) await on.decide({ resolution: 'COLLECTED' });
  }
  const comesBack = (endToEndId: string, amount: string) =>
    on.statement([returned(amount, endToEndId, 'AC04', { bankReference: endToEndId })], endToEndId);
  const ofCustomer = async () => (await lettered()).filter((line) => line.startsWith('411000'));

  it.each(['150.00', '149.00'])('tie a debit to its return where the bank credited %s', async (amount) => {
    await collected(amount);
    expect(await ofCustomer()).toEqual(['411000 -10000 -', '411000 -5000 -']);
    await comesBack('E1', '100.00');
    const [one, other, back] = await ofCustomer();
    expect([one, back]).toEqual([expect.stringMatching(/^411000 -10000 A/), expect.stringMatching(/^411000 10000 A/)]);
    expect(one?.split(' ')[2]).toBe(back?.split(' ')[2]);
    expect(other).toBe('411000 -5000 -');
    // Each return has its own letter.
    await comesBack('E2', '50.00');
    const letters = (await ofCustomer()).map((line) => line.split(' ')[2]);
    expect(letters).toEqual([letters[2], letters[3], letters[0], letters[1]]);
    expect(new Set(letters).size).toBe(2);
  });

  it('clear the sum in suspense by its debits together', async () => {
    await collected('149.00');
    const suspense = (await lettered()).filter((line) => line.startsWith('471000'));
    expect(suspense).toEqual(['471000 -14900 AAB', '471000 10000 AAB', '471000 4900 AAB']);
  });

  it('have the latest day of their lines, also where an entry of an earlier day is posted last', async () => {
    await on.debit('E1');
    const dated = { code: ['IDDT', 'ESDD'], bankReference: 'A', bookedOn: '2026-11-26' } as const;
    await on.statement([{ amount: '123.45', batch: 'M1-1', ...dated }], 'S1');
    const back = returned('123.45', 'E1', 'AC04', { bankReference: 'B', bookedOn: '2026-11-25' });
    await on.statement([back], 'S2', { opening: 100_000 });
    await balancesOf(on);
    const letters = await letterEntries(on, books, { from: '2026-01-01', to: '2026-12-31' });
    const dates = [...letters.values()].flatMap((ofEntry) => [...ofEntry.values()].map(({ date }) => date));
    expect((await on.store.postedEntries(books, 0, 50)).map(({ date }) => date)).toEqual(['2026-11-26', '2026-11-25']);
    expect(dates).toEqual(Array(4).fill('2026-11-26'));
  });

  it.each([
    ['after', ['D', 'S']],
    ['before', ['S', 'D']],
  ])('tie a transfer to its return where a part came directly %s one through suspense', async (_when, order) => {
    const payment = await on.transfer({ amountCents: 1000 });
    const bring = (entry: WrittenEntry, id: string) => on.statement([entry], id, { opening: 100_000, version: '02' });
    const structured = referenceOf(payment);
    for (const bankReference of order) {
      if (bankReference === 'D') await bring(credit('4.00', { structured }, { bankReference }), 'D');
      else await bring(credit('6.00', { texts: ['RESTE'] }, { bankReference }), 'S');
      const [exception] = await on.open('UNMATCHED_CREDIT');
      if (exception) await on.decide({ id: exception.id, resolution: 'ASSIGNED', payment: payment.id });
    }
    const back = { bankReference: 'R', direction: 'DBIT', code: ['RCDT', 'RRTN'] } as const;
    await bring(credit('10.00', { structured }, back), 'R');
    const letters = (await lettered()).map((line) => line.replace(/ .* /, ' '));
    expect(new Set(letters.filter((line) => line.startsWith('512100'))).size).toBe(1);
    expect(letters.filter((line) => line.endsWith('-'))).toEqual([]);
  });
});
