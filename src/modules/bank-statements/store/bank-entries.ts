import assert from 'node:assert/strict';
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { StaleVersionError } from '../../../kernel/until-fresh.ts';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { done, first, insertRowOnce, pick, preparedQuery, readRows } from '../../../store/prepared-query.ts';
import type { BankEntryRecord } from '../bank-import.ts';
import type { AlikeEntries, BankImportReads, BankImportWrites } from '../bank-import-store.ts';
import { type BankEntryRow, bankEntries, bankEntryColumns, type Tables } from './tables.ts';

/** Entries about our accounts in bank files, each once. */

/** A name by the bank's reference begins with `A:`, a moved surplus with `M:`, any other with a later letter. */
const afterReferences = 'N';

type Name = { readonly iban: string; readonly identity: string };

export function bankEntryQueries(db: Kysely<Tables>) {
  const entries = db.selectFrom('bank_entries').select(bankEntryColumns);
  const partsOf = ({ iban, identity }: Name) => entries.where('iban', '=', iban).where('identity', '=', identity);
  return {
    bankEntry: preparedQuery(({ id }: { id: string }) => entries.where('id', '=', id)),
    bankEntryByIdentity: preparedQuery((of: Name & { readonly detail: number }) =>
      partsOf(of).where('detail', '=', of.detail),
    ),
    listedBankEntries: preparedQuery((of: Name) => partsOf(of).where('detail', '>=', sql.lit(0)).orderBy('detail')),
    firstPartOfEntry: preparedQuery((of: Name) => partsOf(of).orderBy('detail').limit(sql.lit(1))),
    keepEntryFacts: preparedQuery(({ id, facts }: { id: string; facts: string }) =>
      db.updateTable('bank_entries').set({ facts }).where('id', '=', id),
    ),
    insertBankEntry: insertRowOnce(db, 'bank_entries', bankEntryColumns),
    ...changeQueries(db),
    ...alikeQueries(db),
    ...aliasQueries(db),
    bankEntryOfBlock: preparedQuery(({ blockId }: { blockId: string }) =>
      entries
        .where('block_id', '=', blockId)
        .where('outcome', '=', sql.lit('APPLIED'))
        .where('payment_id', 'is', null)
        .limit(sql.lit(1)),
    ),
    appliedEntriesOf: preparedQuery(({ paymentId }: { paymentId: string }) =>
      db
        .selectFrom('bank_entries')
        .select(['direction', 'amount_cents', 'charges_cents'])
        .where('payment_id', '=', paymentId)
        .where('outcome', '=', sql.lit('APPLIED')),
    ),
  };
}

const alikeQueries = (db: Kysely<Tables>) => ({
  unreferencedEntry: preparedQuery(({ iban }: { iban: string }) =>
    db
      .selectFrom('bank_entries')
      .select('detail')
      .where('iban', '=', iban)
      .where('identity', '>=', sql.lit(afterReferences))
      .limit(sql.lit(1)),
  ),
  bankEntriesLike: preparedQuery((of: Omit<AlikeEntries, 'isUnreferenced'> & { identityFrom: string }) =>
    db
      .selectFrom('bank_entries')
      .select(bankEntryColumns)
      .where('iban', '=', of.iban)
      .where(sql<boolean>`coalesce(entry_cents, amount_cents) = ${of.entryCents}`)
      .where('booked_on', '=', of.bookedOn)
      .where('id', '>', of.afterId)
      .where('detail', '<=', sql.lit(0))
      .where('identity', '>=', of.identityFrom)
      .where(sql<boolean>`(file_id <> ${of.fileId} or substr(identity, 3, length(${of.statement})) <> ${of.statement})`)
      .where(sql<boolean>`coalesce(${of.paymentId}, payment_id, '') = coalesce(payment_id, '')`)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('bank_entry_aliases')
              .select('alias')
              .where('bank_entry_aliases.iban', '=', of.iban)
              .whereRef('bank_entry_aliases.identity', '=', 'bank_entries.identity')
              .where('source', '=', of.source),
          ),
        ),
      )
      .orderBy('id')
      .limit(of.limit),
  ),
});

const aliasQueries = (db: Kysely<Tables>) => ({
  bankEntryAlias: preparedQuery(({ iban, alias }: { iban: string; alias: string }) =>
    db.selectFrom('bank_entry_aliases').select('identity').where('iban', '=', iban).where('alias', '=', alias),
  ),
  aliasesOfReference: preparedQuery((of: { iban: string; name: string; after: string; until: string; limit: number }) =>
    db
      .selectFrom('bank_entry_aliases')
      .select('identity')
      .where('iban', '=', of.iban)
      .where(({ eb, and, or }) =>
        or([eb('alias', '=', of.name), and([eb('alias', '>', of.after), eb('alias', '<', of.until)])]),
      )
      .limit(of.limit),
  ),
  claimBankEntry: insertRowOnce(db, 'bank_entry_aliases', ['iban', 'alias', 'identity', 'source']),
  dropBankEntryAliases: preparedQuery(({ iban, identity }: Name) =>
    db
      .deleteFrom('bank_entry_aliases')
      .where('iban', '=', iban)
      .where('identity', '=', identity)
      .returning(['alias', 'source']),
  ),
});

type EntryChange = Pick<BankEntryRow, 'id' | 'outcome' | 'payment_id' | 'rule_action' | 'rule_name'> & {
  readonly amountCents: number | null;
  readonly chargesCents: number | null;
  readonly blockId: string | null;
};

const changeQueries = (db: Kysely<Tables>) => ({
  updateBankEntry: preparedQuery((row: EntryChange) =>
    db
      .updateTable('bank_entries')
      .set(pick(row, ['outcome', 'payment_id', 'rule_action', 'rule_name']))
      .set({
        amount_cents: sql`coalesce(${row.amountCents}, amount_cents)`,
        charges_cents: sql`coalesce(${row.chargesCents}, charges_cents)`,
        block_id: sql`coalesce(${row.blockId}, block_id)`,
      })
      .where('id', '=', row.id),
  ),
  takeFromRule: preparedQuery(({ id }: { id: string }) =>
    db
      .updateTable('bank_entries')
      .set({ rule_action: null, rule_name: null })
      .where('id', '=', id)
      .where('rule_action', 'is not', null),
  ),
});

export function createBankEntryReads({ queries }: Preparation<typeof bankEntryQueries>, connection: Connection) {
  return {
    bankEntry: async (id) => first(await queries.bankEntry(connection, { id }), bankEntryOf),
    bankEntryByIdentity: async (iban, identity, detail) =>
      first(await queries.bankEntryByIdentity(connection, { iban, identity, detail }), bankEntryOf),
    bankEntryOfBlock: async (blockId) => first(await queries.bankEntryOfBlock(connection, { blockId }), bankEntryOf),
    receivedFor: async (paymentId) => {
      const { rows } = await queries.appliedEntriesOf(connection, { paymentId });
      return rows.reduce((sum, row) => sum + (row.direction === 'CREDIT' ? row.amount_cents : -row.amount_cents), 0);
    },
  } satisfies Partial<BankImportReads>;
}

/** Of the entries that count, and of those beside them, see `placeOf`. */
const beginnings = ['', ...Array.from({ length: 8 }, (_, index) => `V${index + 2}:`)];
/** Between them are a name with `#` and anything: `$` is the next character. */
const numbersOf = (name: string) => ({ after: `${name}#`, until: `${name}$` });

export function createBankEntryWrites({ db, queries }: Preparation<typeof bankEntryQueries>, connection: Connection) {
  return {
    firstPartOfEntry: async (iban, identity) =>
      first(await queries.firstPartOfEntry(connection, { iban, identity }), bankEntryOf),
    entriesOfReference: async (iban, name, { identities, entryCents, limit }) => {
      const isOfReference = ({ eb, and, or }: ExpressionBuilder<Tables, 'bank_entries'>) => {
        const named = beginnings.flatMap((beginning) => {
          const { after, until } = numbersOf(`${beginning}${name}`);
          return [
            and([eb('iban', '=', iban), eb('identity', '=', `${beginning}${name}`)]),
            and([eb('iban', '=', iban), eb('identity', '>', after), eb('identity', '<', until)]),
          ];
        });
        return or(named);
      };
      const ofReference = db.selectFrom('bank_entries').select('identity').where(isOfReference);
      const query = (identities.length === 0 ? ofReference : ofReference.where('identity', 'not in', identities))
        .groupBy('identity')
        .orderBy(sql`min(case when coalesce(entry_cents, amount_cents) = ${entryCents} then 0 else 1 end)`)
        .orderBy('identity')
        .limit(limit);
      const rows = await readRows<{ readonly identity: string }>(connection, query.compile());
      const aliases = await queries.aliasesOfReference(connection, { iban, name, ...numbersOf(name), limit });
      const named = [...rows, ...aliases.rows].map(({ identity }) => identity);
      return [...new Set(named)].filter((identity) => !identities.includes(identity));
    },
    listedBankEntries: async (iban, identity) =>
      (await queries.listedBankEntries(connection, { iban, identity })).rows.map(bankEntryOf),
    insertBankEntry: async (entry) => {
      const { changes } = await queries.insertBankEntry(connection, rowOfBankEntry(entry));
      if (changes === 0) throw new StaleVersionError(`the place of ${entry.id} was taken since it was looked at`);
    },
    updateBankEntry: async (id, { outcome, paymentId, ruled = null, ...given }) => {
      const { amountCents = null, chargesCents = null, blockId = null } = given;
      const row = { id, outcome, payment_id: paymentId, ...rowOfRuled(ruled), amountCents, chargesCents, blockId };
      const { changes } = await queries.updateBankEntry(connection, row);
      assert(changes === 1, 'the entry that changes is there');
    },
    takeFromRule: async (id) => (await queries.takeFromRule(connection, { id })).changes === 1,
    keepEntryFacts: (id, facts) => done(queries.keepEntryFacts(connection, { id, facts: JSON.stringify(facts) })),
    bankEntryAlias: async (iban, alias) =>
      (await queries.bankEntryAlias(connection, { iban, alias })).rows[0]?.identity ?? null,
    bankEntryAliases: async (iban, identities) => {
      if (identities.length === 0) return [];
      const aliases = db.selectFrom('bank_entry_aliases').select(['alias', 'identity', 'source']);
      return readRows(connection, aliases.where('iban', '=', iban).where('identity', 'in', identities).compile());
    },
    claimBankEntry: async (alias) => (await queries.claimBankEntry(connection, alias)).changes === 1,
    moveBankEntryAliases: async (iban, from, to) => {
      const { rows } = await queries.dropBankEntryAliases(connection, { iban, identity: from });
      // A file that claims one meanwhile has it.
      const claim = async (alias: (typeof rows)[number], identity: string): Promise<boolean> =>
        (await queries.claimBankEntry(connection, { ...alias, iban, identity })).changes === 1;
      for (const alias of rows) if (!(await claim(alias, to))) await claim(alias, from);
    },
    hasUnreferencedEntries: async (iban) => (await queries.unreferencedEntry(connection, { iban })).rows.length > 0,
    bankEntriesLike: async ({ isUnreferenced, ...like }) => {
      const values = { ...like, identityFrom: isUnreferenced ? afterReferences : '' };
      return (await queries.bankEntriesLike(connection, values)).rows.map(bankEntryOf);
    },
  } satisfies Partial<BankImportWrites>;
}

const rowOfBankEntry = (entry: BankEntryRecord): BankEntryRow => ({
  ...bankEntries.write(entry),
  ...rowOfRuled(entry.ruled),
  entry_cents: entry.facts?.entryCents ?? null,
});

const rowOfRuled = (ruled: BankEntryRecord['ruled']) => ({
  rule_action: ruled?.action ?? null,
  rule_name: ruled?.rule ?? null,
});

function ruledOf({ rule_action: action, rule_name: rule }: BankEntryRow): BankEntryRecord['ruled'] {
  if (action === null) return null;
  assert(action === 'LIST' || action === 'IGNORE' || action === 'BOOK', 'a rule lists, ignores or books');
  return { action, rule };
}

export const bankEntryOf = (row: BankEntryRow): BankEntryRecord => ({ ...bankEntries.read(row), ruled: ruledOf(row) });
