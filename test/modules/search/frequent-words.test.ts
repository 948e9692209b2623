import { describe, expect, it } from 'vitest';
import type { Term } from '../../../src/modules/search/parse-fragment.ts';
import type { WordQuery } from '../../../src/modules/search/search-document.ts';
import { postgres } from '../../support/databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { ask, openTestStore } from '../../support/store/examples.ts';

/** More than one search on PostgreSQL looks at. The place of a document is its number. */
const documents = 25_000;

const word = (text: string): Term => [{ word: text, isPrefix: true }];
const amount: Term = [{ word: '_a500', isPrefix: false }];

describe.each([postgres])('frequent words on $name', (database) => {
  const opened = openForGroup(async () => {
    const test = await openTestStore(database);
    const words = `' partout _a500 n' || i || case when i % 2 = 0 then ' pair' else ' impair' end
      || case when i % 5000 = 0 then ' rare' else '' end || ' '`;
    await ask(
      test.databaseUrl,
      `insert into search_documents (n, key, scope, version, words)
          select i, 'pay_' || i, i % 10 + 1, 1, ${words} from generate_series(1, ${documents}) as i;
        insert into search_postings (word, n)
          select unnest(string_to_array(trim(words), ' ')), n from search_documents;
        analyze search_documents; analyze search_postings`,
    );
    return test;
  });
  const all = Array.from({ length: 10 }, (_, index) => index + 1);
  const search = async (terms: WordQuery['terms'], change: Partial<WordQuery> = {}) => {
    const { keys, isWhole } = await opened.store.searchWords({ terms, scopes: all, before: null, limit: 3, ...change });
    return [keys.map(({ place, key }) => (key === `pay_${place}` ? place : key)), isWhole];
  };

  it.each<[string, WordQuery['terms'], Partial<WordQuery>, readonly number[], boolean]>([
    ['one of all', [word('partout')], {}, [25_000, 24_999, 24_998], true],
    ['its beginning', [word('part')], { before: 24_999 }, [24_998, 24_997, 24_996], true],
    ['two together', [word('partout'), word('pair')], {}, [25_000, 24_998, 24_996], true],
    ['an amount', [amount], { before: 100 }, [99, 98, 97], true],
    ['an amount with a word', [amount, word('impair')], {}, [24_999, 24_997, 24_995], true],
    ['with a rare one', [word('partout'), word('rare')], {}, [25_000, 20_000, 15_000], true],
    ['with a rare one, from a place on', [word('partout'), word('rare')], { before: 15_000 }, [10_000, 5000], true],
    ['with one that is nowhere', [word('partout'), word('jamais')], {}, [], true],
    ['a number or an amount', [[...word('n24998'), ...amount]], {}, [25_000, 24_999, 24_998], true],
    ['in one scope', [word('partout')], { scopes: [4] }, [24_993, 24_983, 24_973], true],
    ['in no scope', [word('partout')], { scopes: [] }, [], true],
    ['two that are never together', [word('pair'), word('impair')], {}, [], false],
    ['the same among few', [word('pair'), word('impair')], { before: 19_000 }, [], true],
    ['an amount with two that never are', [amount, word('pair'), word('impair')], {}, [], false],
    ['the last of a walk', [word('partout')], { before: 3 }, [2, 1], true],
  ])(
    'finds %s, newest first, and says whether it looked at everything',
    async (_what, terms, change, places, isWhole) => {
      expect(await search(terms, change)).toEqual([places, isWhole]);
    },
  );

  it('says from where it can go on', async () => {
    const terms = [word('pair'), word('impair')] as const;
    const first = await opened.store.searchWords({ terms, scopes: all, before: null, limit: 3 });
    expect(first).toEqual({ keys: [], isWhole: false, goesOnBefore: 5001 });
    const second = await opened.store.searchWords({ terms, scopes: all, before: 5001, limit: 3 });
    expect(second).toEqual({ keys: [], isWhole: true });
  });
});
