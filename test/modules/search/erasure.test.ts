import { describe, expect, it } from 'vitest';
import { erasePerson } from '../../../src/modules/privacy/erase-person.ts';
import type { Services } from '../../../src/modules/privacy/ports.ts';
import { cleanIndex } from '../../../src/modules/search/clean-index.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { searchedPayment, storeOneOfEach } from '../../support/search/searched.ts';
import { found, index, servicesOn } from '../../support/search/searching.ts';
import { ask, identifiers, initiate, openTestStore } from '../../support/store/examples.ts';

const dayMs = 86_400_000;

describe.each(drawnDatabases())('the erasure of a person ($name)', (database) => {
  const opened = openForEach(() => openTestStore(database));

  const erase = async (email = 'zqcanary@zqhost.example', clock = Date.now) => {
    const services = { ...servicesOn(opened.store), identifiers, eventHandlers: [], clock } as unknown as Services;
    await erasePerson(services, {
      ...{ person: { email }, pseudonym: 'efface' },
      ...{ erasesClientNumber: false, isRehearsal: false },
    });
  };
  const names = async (text: string) => (await found(opened.store, text)).names;

  it('takes the words along at once, and what is left of a payment is found', async () => {
    await storeOneOfEach(opened.store);
    const { id } = await initiate(opened.store, {
      ...searchedPayment(),
      ...{ id: identifiers.newId('pay'), reference: identifiers.newReference(), token: identifiers.newToken() },
      ...{ status: 'PAID', email: 'zqcanary@zqhost.example', commentaire: 'zqcomment', idCommande: 'GARDE-7' },
      payer: { firstName: 'Zqfirst', lastName: 'Zqlast' },
    });
    await index(opened.store);
    const words = ['zqcanary', 'zqhost', 'zqcomment', 'zqfirst', 'zqlast', 'zqcanary@zqhost.example'];
    for (const word of words) expect(await names(word)).toEqual([id]);
    await erase();
    for (const word of words) expect(await names(word)).toEqual([]);
    // The words themselves are gone with the transaction, and not only the results.
    expect(await proposed('zqcanary')).toBe(0);
    await index(opened.store);
    for (const word of words) expect(await names(word)).toEqual([]);
    expect(await names('garde-7')).toEqual([id]);
    expect(await names('efface')).toEqual([id]);
    expect(await names('lefevre')).toHaveLength(1);
  });

  it('does not come back with a batch of the worker that had the words in hand', async () => {
    await index(opened.store);
    for (let round = 0; round < 5; round++) {
      const { id } = await initiate(opened.store, {
        ...{ status: 'PAID', email: 'zqcanary@zqhost.example', payer: null, commentaire: null },
      });
      await Promise.all([index(opened.store), erase()]);
      expect(await proposed('zqcanary')).toBe(0);
      await index(opened.store);
      expect(await proposed('zqcanary')).toBe(0);
      expect((await opened.store.paymentById(id))?.email).toContain('efface');
    }
  });

  it('leaves no byte of the words in the file after a day', async () => {
    for (let other = 0; other < 300; other++) await initiate(opened.store, { commentaire: `mot${other}` });
    await initiate(opened.store, { status: 'PAID', email: 'zqcanary@zqhost.example', payer: null, commentaire: null });
    await index(opened.store);
    expect(await bytes()).toBeGreaterThan(0);
    await erase();
    await index(opened.store);
    const clean = (clock: () => number) => cleanIndex({ store: opened.store, clock, keepsLease: async () => true });
    await clean(Date.now);
    expect(await opened.store.searchState()).not.toMatchObject({ droppedAt: null });
    for (let round = 0; round < 20; round++) await clean(() => Date.now() + 2 * dayMs);
    expect(await opened.store.searchState()).toMatchObject({ droppedAt: null });
    expect(await bytes()).toBe(0);
    expect((await found(opened.store, 'mot29', { first: 100 })).hits).toHaveLength(11);
  });

  it('leaves no byte of the words after a day either where others are erased every few hours', async () => {
    for (let other = 0; other < 300; other++) await initiate(opened.store, { commentaire: `mot${other}` });
    const unsaid = { status: 'PAID', payer: null, commentaire: null } as const;
    await initiate(opened.store, { ...unsaid, email: 'zqcanary@zqhost.example' });
    for (let other = 0; other < 4; other++)
      await initiate(opened.store, { ...unsaid, email: `zq${other}@autre.example` });
    await index(opened.store);
    const start = Date.now();
    await erase('zqcanary@zqhost.example', () => start);
    for (let other = 0; other < 4; other++) {
      const now = () => start + (other + 1) * (dayMs / 3);
      await erase(`zq${other}@autre.example`, now);
      await index(opened.store);
      for (let round = 0; round < 20; round++)
        await cleanIndex({ store: opened.store, clock: now, keepsLease: async () => true });
    }
    expect(await bytes()).toBe(0);
  });

  /** How many documents the database has under a word, whatever became of their objects. */
  async function proposed(word: string): Promise<number> {
    const sql =
      database.name === 'sqlite'
        ? `select rowid from search_words where search_words match '${word}*'`
        : `select n from search_postings where word like '%${word}%'
             union all select n from search_documents where words like '%${word}%'`;
    return (await ask(opened.databaseUrl, sql)).length;
  }

  /** Blocks of the index in which a part of the word stands. */
  async function bytes(): Promise<number> {
    const sql =
      database.name === 'sqlite'
        ? `select id from search_words_data where instr(block, cast('canary' as blob)) > 0`
        : `select n from search_postings where word like '%canary%'`;
    return (await ask(opened.databaseUrl, sql)).length;
  }
});
