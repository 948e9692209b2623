import { describe, expect, it } from 'vitest';
import { openImporting, referenceOf } from '../../../support/bank-statements/importing.ts';
import { writtenCfonb120 } from '../../../support/bank-statements/written-cfonb.ts';
import { credit, writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

const day = '2026-11-25';

/** A day of an account with entries of one amount, by their texts. */
const inCamt = (texts: readonly string[]): string =>
  writtenStatement({
    ...{ id: 'S1', day },
    entries: texts.map((text, index) =>
      credit('12.50', { texts: [text] }, { bankReference: `B${index}`, bookedOn: day }),
    ),
  });
const inCfonb = (texts: readonly string[]): Buffer =>
  writtenCfonb120([
    {
      ...{ openingCents: 0, from: '2026-11-24', until: day },
      movements: texts.map((text) => ({ cents: 1_250, day, qualifiers: [['LCC', text]] as const })),
    },
  ]);

describe.each(drawnDatabases())('equal entries of a day in two formats ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  it.each(['first', 'last'])('count once each, in more than a page of them, with CFONB %s', async (place) => {
    const texts = Array.from({ length: 60 }, (_, index) => `FACTURE ${index}`);
    const files = [inCamt(texts), inCfonb(texts)];
    const [one = '', other = ''] = place === 'first' ? files.toReversed() : files;
    expect((await on.import(one)).file.counts).toMatchObject({ repeated: 0, exceptions: 60 });
    expect((await on.import(other)).file.counts).toMatchObject({ repeated: 60, exceptions: 0 });
  });

  it('pay their payment once, where many that name none stand before it', async () => {
    const payment = await on.transfer({ amountCents: 1_250 });
    const others = Array.from({ length: 60 }, (_, index) => `FACTURE ${index}`);
    expect((await on.import(inCamt([referenceOf(payment), ...others]))).file.counts.applied).toBe(1);
    const { counts } = (await on.import(inCfonb([...others, referenceOf(payment)]))).file;
    expect(counts).toMatchObject({ applied: 0, repeated: 61, exceptions: 0 });
    expect(await on.statusOf(payment)).toBe('PAID');
    expect(await on.openInWords()).toEqual(others.map(() => 'UNMATCHED_CREDIT 1250'));
  });
});
