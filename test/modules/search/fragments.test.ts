import { beforeAll, describe, expect, it } from 'vitest';
import { type ActingPerson, consoleClient } from '../../../src/kernel/caller.ts';
import { creditorReference } from '../../../src/kernel/sepa/creditor-reference.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { type Searched, storeOneOfEach } from '../../support/search/searched.ts';
import { everyone, found, index, nameOf } from '../../support/search/searching.ts';
import { initiate, openTestStore } from '../../support/store/examples.ts';

const camille: ActingPerson = {
  ...{ id: `per_${'1'.repeat(32)}`, name: 'Camille Exemple', roles: ['exploitation'], rights: new Set() },
  ...{ refundLimitCents: 0, sessionId: `ses_${'1'.repeat(32)}`, confirmedAt: null, confirmedUntil: null },
};

describe.each(drawnDatabases())('a search ($name)', (database) => {
  const opened = openForGroup(() => openTestStore(database));
  let one: Searched;

  beforeAll(async () => {
    one = await storeOneOfEach(opened.store);
    for (let other = 0; other < 30; other++) {
      const change = { idCommande: `X${other}`, idClient: `Y${other}`, email: `zed${other}@autre.org` };
      await initiate(opened.store, { ...change, commentaire: null });
    }
    await index(opened.store);
  });

  it.each<[string, (one: Searched) => string, keyof Searched, string]>([
    ['its id', ({ payment }) => payment.id, 'payment', 'ID'],
    ['the beginning of its id', ({ payment }) => payment.id.slice(0, 19), 'payment', 'ID'],
    ['its id without the kind', ({ payment }) => payment.id.slice(4, 28), 'payment', 'ID'],
    ['the id of an attempt', ({ attemptId }) => attemptId, 'payment', 'ID'],
    ['the id of an event', ({ eventId }) => eventId, 'payment', 'ID'],
    ['its reference', ({ payment }) => payment.reference, 'payment', 'REFERENCE'],
    [
      'its reference as one says it',
      ({ payment }) => payment.reference.toLowerCase().replace('-', ' '),
      'payment',
      'REFERENCE',
    ],
    ['the beginning of its reference', ({ payment }) => payment.reference.slice(0, 6), 'payment', 'REFERENCE'],
    ['the reference of an attempt', ({ payment }) => `${payment.reference}-2`, 'payment', 'REFERENCE'],
    ['the end of its reference', ({ payment }) => payment.reference.slice(5), 'payment', 'REFERENCE'],
    ['its RF', ({ payment }) => creditorReference(payment.reference), 'payment', 'CREDITOR_REFERENCE'],
    ['the number of the bank', () => '1187654321', 'payment', 'BANK_REFERENCE'],
    ['the order', () => '45012', 'payment', 'ORDER'],
    ['the beginning of the order', () => '4501', 'payment', 'ORDER'],
    ['the customer', () => 'CL-2263', 'payment', 'CUSTOMER'],
    ['the customer in one word', () => 'cl2263', 'payment', 'CUSTOMER'],
    ['the e-mail address', () => 'jean.dupont+cave@example.fr', 'payment', 'EMAIL'],
    ['its beginning', () => 'jean.dupont+cave@exa', 'payment', 'EMAIL'],
    ['a part of it', () => 'dupont', 'payment', 'EMAIL'],
    ['its host', () => '@example.fr', 'payment', 'EMAIL'],
    ['a name without accents', () => 'lefevre helene', 'payment', 'NAME'],
    ['the beginning of a name, with accents', () => 'LEFÈV', 'payment', 'NAME'],
    ['a phone number', () => '06 12 34 56 78', 'payment', 'PHONE'],
    ['a phone number from abroad', () => '+33 6 12 34 56 78', 'payment', 'PHONE'],
    ['a phone number from abroad, without a plus', () => '0033 (0)6 12 34 56 78', 'payment', 'PHONE'],
    ['the amount', () => '1 234,56 €', 'payment', 'AMOUNT'],
    ['the amount as English pages write it', () => '€1,234.56', 'payment', 'AMOUNT'],
    ['a name with the amount', () => 'lefevre 1234,56', 'payment', 'NAME'],
    ['the comment', () => 'étage', 'payment', 'TEXT'],
    ['the RUM', () => 'mand-2026-00017', 'mandate', 'RUM'],
    ['the beginning of the RUM', () => 'MAND-2026', 'mandate', 'RUM'],
    ['the debtor', () => 'cafe commerce', 'mandate', 'NAME'],
    ['the end of the IBAN', () => '90189', 'mandate', 'IBAN'],
    ['the last groups of the IBAN', () => '7890 189', 'mandate', 'IBAN'],
    ['the IBAN as pages show it', () => 'FR76 •••• 0189', 'mandate', 'IBAN'],
    ['the IBAN', () => 'FR76 3000 6000 0112 3456 7890 189', 'mandate', 'IBAN'],
    ['the id of a mandate', ({ mandate }) => mandate.id, 'mandate', 'ID'],
    ['a letter that ASCII lacks', () => 'ostergard', 'customer', 'NAME'],
    ['the number of a customer', () => 'CL-88', 'customer', 'CUSTOMER'],
    ['the city', () => '31000 toulouse', 'customer', 'PLACE'],
    ['the other party', () => 'moreau', 'exception', 'NAME'],
    ['what the payer wrote', () => 'facture 998877', 'exception', 'TEXT'],
    ['the amount of an exception', () => '77,77', 'exception', 'AMOUNT'],
    ['the id of a file for the bank', () => 'DDL-20261125-1', 'batch', 'END_TO_END_ID'],
    ['the name of the file', () => 'prelevements', 'batch', 'FILE'],
    ['whole euros', () => '555', 'batch', 'AMOUNT'],
    ['the accounting document', () => 'REL-4711', 'entry', 'PIECE'],
    ['the label', () => 'non identifié', 'entry', 'TEXT'],
    ['the id of a webhook', ({ delivery }) => delivery.id, 'delivery', 'ID'],
  ])('finds by %s', async (_what, text, kind, matched) => {
    const result = await found(opened.store, text(one));
    const expected = one[kind];
    const name = typeof expected === 'string' ? expected : 'id' in expected ? expected.id : '1/CL-88';
    expect(result.names).toContain(name);
    expect(result.hits.find((hit) => nameOf(hit) === name)?.matched).toBe(matched);
    expect(result).toMatchObject({ isComplete: true });
  });

  it('finds the webhook of an event beside its payment', async () => {
    expect((await found(opened.store, one.eventId)).names).toEqual([one.payment.id, one.delivery.id]);
    const person = { ...everyone, client: consoleClient, person: camille };
    expect((await found(opened.store, one.eventId, { caller: person })).names).toEqual([
      one.payment.id,
      one.delivery.id,
    ]);
  });

  it('finds a webhook in the run mode of its payment alone', async () => {
    const other = one.payment.effectiveRunMode === 'LIVE' ? 'TEST' : 'LIVE';
    for (const text of [one.eventId, one.delivery.id, one.delivery.id.slice(0, 20)]) {
      expect((await found(opened.store, text, { runModes: [other] })).names).toEqual([]);
      expect((await found(opened.store, text, { runModes: [one.payment.effectiveRunMode] })).names).toContain(
        one.delivery.id,
      );
    }
  });

  it.each([
    'dupond',
    'lefevre 12,50',
    '45012 toulouse',
    '90188',
    '4501 4502',
    'commerc cafeine',
    'z',
    '€',
    '%',
    '_zu1',
    'n:1',
  ])('finds nothing by %j', async (text) => {
    expect((await found(opened.store, text)).names).toEqual([]);
  });

  it('shows the newest first, says that there are more, and knows its end', async () => {
    const first = await found(opened.store, 'autre', { first: 10 });
    expect(first.names).toHaveLength(10);
    expect(first.names).toEqual(first.names.toSorted().toReversed());
    expect(first).toMatchObject({ hasMore: true, isComplete: true });
    expect(await found(opened.store, 'autre', { first: 30 })).toMatchObject({ hasMore: false, isComplete: true });
  });

  it('keeps TEST and LIVE apart unless both are asked for', async () => {
    const count = async (runModes: readonly ('TEST' | 'LIVE')[] | null) =>
      (await found(opened.store, 'autre', { runModes, first: 100 })).hits.length;
    expect(await count(null)).toBe(0);
    expect(await count(['LIVE'])).toBe(0);
    expect(await count(['TEST'])).toBe(30);
    expect((await found(opened.store, one.payment.id, { runModes: ['TEST'] })).names).toEqual([]);
    expect((await found(opened.store, one.payment.id, { runModes: null })).names).toEqual([one.payment.id]);
  });

  it('finds ids and references before the index has them', async () => {
    const payment = await initiate(opened.store, { idCommande: 'unindexed' });
    expect((await found(opened.store, payment.reference)).names).toEqual([payment.id]);
    expect((await found(opened.store, 'unindexed')).names).toEqual([]);
    await index(opened.store);
    expect((await found(opened.store, 'unindexed')).names).toEqual([payment.id]);
  });

  it('finds numbers that begin with zeros as they are written, and a date in a comment', async () => {
    const numbers = { idClient: '0022631', idCommande: '000045013', mandate: '0001-2345' };
    const { id } = await initiate(opened.store, { ...numbers, commentaire: 'livrer le 01-02-2026' });
    await index(opened.store);
    for (const text of ['0022631', '00226', '000045013', '0001-2345', '00012345', '01-02-2026'])
      expect([text, (await found(opened.store, text)).names]).toEqual([text, [id]]);
  });

  it.each([
    ['quotes', '"\'`"" OR 1=1; --'],
    ['wildcards', '%%% ___ *** ???'],
    ['the language of FTS5', 'a* AND (b OR c) NOT d NEAR(e f, 2) ^g -h {col}: +i'],
    ['a zero', 'dup\0ont'],
    ['half a character', 'dup\ud800ont'],
    ['200 words', 'ab '.repeat(66)],
    ['scripts of the world', '日本語 العربية Ελληνικά 🏦'],
  ])('takes %s as text', async (_what, text) => {
    expect((await found(opened.store, text)).hits.length).toBeLessThanOrEqual(20);
  });

  it('refuses 10 KB', async () => {
    await expect(found(opened.store, 'dupont '.repeat(1500))).rejects.toThrow('200 characters');
  });
});
