import { escapeLiteral, type Pool } from 'pg';
import { DatabaseProblem } from '../database-problem.ts';
import { tableQueries } from '../migration-state.ts';
import { problemOf } from './faults.ts';
import type { Schema } from './programs.ts';

/** A restore gives the schema of existing payments such a name. */
export const asidePrefix = 'before_restore_';

/** Its comment names the schema whose payments it holds: another one of this database has nothing to do with them. */
const commentOf = 'before a restore of ';

/** Moves the payments aside. The schema's own comment stays with its name. */
export const makeWay = (schema: Schema, aside: string): string =>
  `alter schema ${schema.quoted} rename to ${aside}; create schema ${schema.quoted}; ${withOwnComment(schema)};
  comment on schema ${aside} is ${escapeLiteral(commentOf + schema.name)};`;

const withOwnComment = ({ quoted, comment }: Schema): string =>
  `comment on schema ${quoted} is ${comment === null ? 'null' : escapeLiteral(comment)}`;

/**
 * A schema has this table until a restore into it has ended. Its comment, which every database user may read, names the
 * schema of the payments that made way.
 */
const mark = 'unfinished_restore';

/** @param aside the name of the schema with the payments that made way; null: there were none */
export const markUnfinished = (schema: string, aside: string | null): string =>
  `create table ${schema}.${mark} (); comment on table ${schema}.${mark} is ${aside === null ? 'null' : `'${aside}'`}`;

export const markFinished = (schema: string): string => `drop table ${schema}.${mark}`;

type Unfinished = { readonly aside: string | null };
type Found = Unfinished & { readonly emptied: string | null; readonly is_of_it: boolean | null };

/**
 * Without a mark the schema may have been emptied by hand, or by a restore of an older version that was killed. What is
 * of another schema that is there does not count; what says nothing, as from an older version, does.
 */
const unfinishedQuery = `select obj_description(marked.oid, 'pg_class') as aside, null as emptied, null as is_of_it
  from (select to_regclass(quote_ident(current_schema()) || '.${mark}') as oid) as marked where marked.oid is not null
  union all (select nspname, quote_ident(current_schema()), comment is not distinct from '${commentOf}' || current_schema()
  from pg_namespace, obj_description(oid, 'pg_namespace') as comment
  where nspname like '${asidePrefix.replaceAll('_', '\\_')}%' and not exists (${tableQueries.postgres})
  and not exists (select from pg_namespace other
    where other.nspname <> current_schema() and comment = '${commentOf}' || other.nspname)
  order by nspname desc limit 1)`;

/** @throws DatabaseProblem where no restore says whether payments that once made way are to come back */
export async function unfinishedRestore(pool: Pool): Promise<Unfinished | null> {
  const { rows } = await pool.query<Found>(unfinishedQuery).catch((error) => {
    throw problemOf(error);
  });
  const [found] = rows;
  if (found === undefined || found.emptied === null) return found ?? null;
  const { aside, emptied, is_of_it: isOfIt } = found;
  const back = `drop schema ${emptied}; alter schema ${aside} rename to ${emptied}`;
  const way = isOfIt ? `Bring them back (${back})` : 'If they are of this schema, bring them back';
  throw new DatabaseProblem(
    'UNUSABLE',
    `The schema ${emptied} is empty, and ${aside} holds payments from before a restore. ${way}, or give ${aside} another name.`,
  );
}

/** @throws DatabaseProblem from the first step of a restore to its end, also where it was killed */
export async function refuseUnfinishedRestore(pool: Pool): Promise<void> {
  const unfinished = await unfinishedRestore(pool);
  if (unfinished === null) return;
  const kept = unfinished.aside === null ? '' : ` The payments from before it are in the schema ${unfinished.aside}.`;
  throw new DatabaseProblem(
    'UNUSABLE',
    `A restore has not ended.${kept} Wait for it; if it was interrupted, repeat it: it first brings back what was there.`,
  );
}

/** Puts everything back as it was before the restore, in one transaction. */
export async function undoRestore(pool: Pool, schema: Schema, { aside }: Unfinished): Promise<void> {
  await pool.query(
    aside === null
      ? emptySchema
      : `drop schema ${schema.quoted} cascade; alter schema ${aside} rename to ${schema.quoted}; ${withOwnComment(schema)}`,
  );
}

/** Removes what a backup brings, and leaves extensions. */
const emptySchema = `do $$
declare one record;
begin
  for one in ${tableQueries.postgres} loop execute format('drop table %I cascade', one.name); end loop;
  for one in
    select p.oid::regprocedure as name from pg_proc p where p.pronamespace = current_schema()::regnamespace
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  loop execute format('drop function %s', one.name); end loop;
end $$`;
