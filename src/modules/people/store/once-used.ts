import assert from 'node:assert/strict';
import type { Kysely } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { done, first, insertRow, pick, preparedQuery } from '../../../store/prepared-query.ts';
import type { OnceUsedReads, OnceUsedWrites } from '../once-used.ts';
import type { GuessRow, Tables } from './tables.ts';

/** Links and challenges, each for one use, and failed guesses. */

export function onceUsedQueries(db: Kysely<Tables>) {
  const insertGuess = (row: GuessRow) => db.insertInto('sign_in_guesses').values(pick(row, guessColumns));
  return {
    link: preparedQuery(({ hash, now }: { hash: string; now: number }) =>
      db.selectFrom('sign_in_links').select('person_id').where('hash', '=', hash).where('expires_at', '>', now),
    ),
    insertLink: insertRow(db, 'sign_in_links', ['hash', 'person_id', 'expires_at']),
    useLink: preparedQuery(({ hash, now }: { hash: string; now: number }) =>
      db.deleteFrom('sign_in_links').where('hash', '=', hash).where('expires_at', '>', now),
    ),
    removeLinksOf: preparedQuery(({ personId }: { personId: string }) =>
      db.deleteFrom('sign_in_links').where('person_id', '=', personId),
    ),
    insertChallenge: insertRow(db, 'sign_in_challenges', ['hash', 'expires_at']),
    useChallenge: preparedQuery(({ hash, now }: { hash: string; now: number }) =>
      db.deleteFrom('sign_in_challenges').where('hash', '=', hash).where('expires_at', '>', now),
    ),
    // The update changes nothing and takes the row's lock.
    lockGuesses: preparedQuery((row: GuessRow) =>
      insertGuess(row)
        .onConflict((conflict) =>
          conflict.column('guessed').doUpdateSet(({ ref }) => ({ failures: ref('sign_in_guesses.failures') })),
        )
        .returning(guessColumns),
    ),
    saveGuess: preparedQuery((row: GuessRow) =>
      insertGuess(row).onConflict((conflict) =>
        conflict.column('guessed').doUpdateSet(({ ref }) => ({
          failures: ref('excluded.failures'),
          blocked_until: ref('excluded.blocked_until'),
          at: ref('excluded.at'),
        })),
      ),
    ),
    removeGuess: preparedQuery(({ guessed }: { guessed: string }) =>
      db.deleteFrom('sign_in_guesses').where('guessed', '=', guessed),
    ),
    removeLinksBefore: preparedQuery(({ now }: { now: number }) =>
      db.deleteFrom('sign_in_links').where('expires_at', '<=', now),
    ),
    removeChallengesBefore: preparedQuery(({ now }: { now: number }) =>
      db.deleteFrom('sign_in_challenges').where('expires_at', '<=', now),
    ),
    removeGuessesBefore: preparedQuery(({ at }: { at: number }) =>
      db.deleteFrom('sign_in_guesses').where('at', '<', at),
    ),
  };
}

const guessColumns = ['guessed', 'failures', 'blocked_until', 'at'] as const satisfies readonly (keyof GuessRow)[];

type Prepared = Preparation<typeof onceUsedQueries>;

export function createOnceUsedReads({ queries }: Prepared, connection: Connection): OnceUsedReads {
  return {
    linkHolder: async (hash, now) => first(await queries.link(connection, { hash, now }), ({ person_id }) => person_id),
  };
}

export function createOnceUsedWrites({ queries }: Prepared, connection: Connection): OnceUsedWrites {
  return {
    insertLink: ({ hash, personId, expiresAt }) =>
      done(queries.insertLink(connection, { hash, person_id: personId, expires_at: expiresAt })),
    useLink: async (hash, now) => (await queries.useLink(connection, { hash, now })).changes === 1,
    removeLinksOf: (personId) => done(queries.removeLinksOf(connection, { personId })),
    insertChallenge: ({ hash, expiresAt }) =>
      done(queries.insertChallenge(connection, { hash, expires_at: expiresAt })),
    useChallenge: async (hash, now) => (await queries.useChallenge(connection, { hash, now })).changes === 1,
    lockGuesses: async (guessed, at) => {
      const [row] = (await queries.lockGuesses(connection, { guessed, failures: 0, blocked_until: 0, at })).rows;
      assert(row, 'an insert or an update always answers');
      return { guessed, failures: row.failures, blockedUntil: row.blocked_until, at: row.at };
    },
    removeChallengesUntil: (now) => done(queries.removeChallengesBefore(connection, { now })),
    saveGuesses: ({ guessed, failures, blockedUntil, at }) =>
      done(queries.saveGuess(connection, { guessed, failures, blocked_until: blockedUntil, at })),
    removeGuesses: (guessed) => done(queries.removeGuess(connection, { guessed })),
    removeUsedUp: async ({ now, guessesAt }) => {
      await queries.removeLinksBefore(connection, { now });
      await queries.removeChallengesBefore(connection, { now });
      await queries.removeGuessesBefore(connection, { at: guessesAt });
    },
  };
}
