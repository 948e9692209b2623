import type { Pool } from 'pg';
import { DatabaseProblem } from '../database-problem.ts';
import type { Schema } from './programs.ts';

/** Gives a schema that a restore makes the owners and privileges of the one that it moved aside. A backup holds none. */
export type SchemaPair = {
  readonly pool: Pool;
  readonly aside: string;
  /** The name of the new schema, quoted. */
  readonly schema: string;
};

/** @throws DatabaseProblem where this database user may not give a schema and its tables to those who have them now */
export async function refuseForeignOwners(pool: Pool, { name }: Schema): Promise<void> {
  const { rows } = await pool.query<{ owner: string; is_super: boolean }>(foreignOwners, [name]);
  if (rows.length === 0) return;
  const owners = rows.map(({ owner }) => owner).join(', ');
  // The right to act as a superuser is too much for a gateway.
  const grant = rows.some(({ is_super: isSuper }) => isSuper) ? '' : `grant ${owners} to it, or `;
  throw new DatabaseProblem(
    'UNUSABLE',
    `The schema or its tables belong to ${owners}, and the user of DATABASE_URL may not restore what is theirs: ${grant}restore as a user who may.`,
  );
}

/** Before tables are made: default privileges count for those that come after. */
export const copySchemaPrivileges = (pair: SchemaPair): Promise<void> => runEach(pair, ofSchema);

/** Of tables, views and sequences that are in both schemas. */
export const copyTablePrivileges = async (pair: SchemaPair): Promise<void> => {
  await runEach(pair, ownerOfAll);
  await runEach(pair, ofTables);
};

const to = `case a.grantee when 0 then 'public' else a.grantee::regrole::text end
  || case when a.is_grantable then ' with grant option' else '' end`;

/** In place of the role pg_database_owner, the database's owner gets the schema: the rights are the same. */
const ofSchema = `
  select format('alter schema %s owner to %s', $2::text, o.owner::regrole) as statement
  from pg_namespace n join pg_database b on b.datname = current_database(),
    lateral (select case when n.nspowner = 'pg_database_owner'::regrole then b.datdba else n.nspowner end as owner) o
  where n.nspname = $1 and o.owner <> (select nspowner from pg_namespace where oid = $2::regnamespace)
  union all
  select format('grant %s on schema %s to %s', a.privilege_type, $2::text, ${to}) as statement
  from pg_namespace n, aclexplode(n.nspacl) a where n.nspname = $1
  union all
  select format('alter default privileges for role %s in schema %s grant %s on %s to %s', d.defaclrole::regrole, $2::text,
    a.privilege_type,
    case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' else 'types' end, ${to})
  from pg_default_acl d join pg_namespace n on n.oid = d.defaclnamespace, aclexplode(d.defaclacl) a
  where n.nspname = $1 and pg_has_role(d.defaclrole, 'usage')`;

/** The owner migrates. New tables of a newer version have it as well. */
const ownerOfAll = `
  with former as (select relowner as owner from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = $1 and c.relname = 'kysely_migration')
  select format('alter table %s.%I owner to %s', $2::text, c.relname, owner::regrole) as statement
  from pg_class c, former
  where c.relnamespace = $2::regnamespace and c.relkind in ('r', 'p', 'v') and c.relowner <> owner
  union all
  select format('alter routine %s owner to %s', p.oid::regprocedure, owner::regrole) from pg_proc p, former
  where p.pronamespace = $2::regnamespace and p.proowner <> owner`;

/** PostgreSQL 16 and newer tell the members of a role who may act as it from those who may not. */
const foreignOwners = `
  select distinct owner::regrole::text as owner, rolsuper as is_super from (
    select case when n.nspowner = 'pg_database_owner'::regrole then b.datdba else n.nspowner end as owner
    from pg_namespace n join pg_database b on b.datname = current_database() where n.nspname = $1
    union all
    select relowner from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = $1 and c.relname = 'kysely_migration'
  ) former join pg_roles r on r.oid = owner
  where not pg_has_role(owner, case when current_setting('server_version_num')::int < 160000 then 'MEMBER' else 'SET' end)`;

const ofTables = `
  select format('grant %s on %s %s.%I to %s', a.privilege_type, case c.relkind when 'S' then 'sequence' else 'table' end,
    $2::text, c.relname, ${to}) as statement
  from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
  where n.nspname = $1 and c.relkind in ('r', 'p', 'v', 'S')
  and to_regclass(format('%s.%I', $2::text, c.relname)) is not null`;

async function runEach({ pool, aside, schema }: SchemaPair, query: string): Promise<void> {
  const { rows } = await pool.query<{ statement: string }>(query, [aside, schema]);
  await pool.query(rows.map(({ statement }) => statement).join(';'));
}
