import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { hourMs } from '../../../kernel/durations.ts';
import { firstIdAt } from '../../../kernel/identifiers.ts';
import { momentsOfDays } from '../../../kernel/sepa/target-calendar.ts';
import type { EffectiveRunMode, PaymentTarget } from '../../../kernel/vocabulary.ts';
import { isWithin } from '../../../store/list-conditions.ts';
import type { DatabaseKind } from '../../../store/store.ts';
import type { VisibleTo } from '../../payments/may-see.ts';
import type { PaymentFilter, PaymentQuery } from '../../payments/payment-store.ts';

/** Payments that a caller may see, by conditions that one index serves. Left out: any. */
export type Scope = {
  readonly client?: string;
  readonly idSociete?: string;
  readonly idOrigin?: string;
  readonly targets?: readonly PaymentTarget[] | null;
  readonly runModes?: readonly EffectiveRunMode[];
};

export const bothModes: readonly EffectiveRunMode[] = ['TEST', 'LIVE'];

export type Condition = RawBuilder<SqlBool>;

/** How a condition names a column of the table that it is about. */
export type Column = (name: string) => RawBuilder<unknown>;
export const plain: Column = keptByName((name) => sql.ref(name));

const numbers: ReadonlySet<string> = new Set(['amount_cents', 'created_at']);
/** A database does not look for an index of this, so it walks along the key. */
export const withoutIndex: Column = keptByName(
  (name) => sql`coalesce(${sql.ref(name)}, ${sql.lit(numbers.has(name) ? 0 : '')})`,
);

/** A list names some twenty columns, and Kysely parses each name. */
function keptByName(column: Column): Column {
  const kept = new Map<string, ReturnType<Column>>();
  return (name) => {
    const found = kept.get(name) ?? column(name);
    kept.set(name, found);
    return found;
  };
}

/** The due date of a row of `payments`, which has no such column. */
export const dueOf = (id: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select due_date from direct_debits where payment_id = ${id} order by presentation desc limit 1)`;

export const all = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`;

/**
 * The payments that `maySee` allows: the client's own (a person has none), and those of its sociétés, origins, targets
 * and run modes.
 */
export function scopesOf(visibleTo: VisibleTo | null, wanted: PaymentFilter): readonly Scope[] {
  const scopes = scopesSeen(visibleTo).filter(
    ({ client, idSociete, idOrigin }) =>
      mayBe(client, wanted.client) && mayBe(idSociete, wanted.idSociete) && mayBe(idOrigin, wanted.idOrigin),
  );
  return withoutHeld(scopes, wanted);
}

/** Leaves out a scope where another one has everything of it that is wanted. */
export const withoutHeld = (scopes: readonly Scope[], wanted: PaymentFilter): readonly Scope[] =>
  scopes.filter((scope) => !scopes.some((other) => other !== scope && holds(other, scope, wanted)));

/** Whether a scope has everything of another one that is wanted; of two that have the same, neither. */
function holds(wide: Scope, narrow: Scope, { runMode }: PaymentFilter): boolean {
  const names = ['client', 'idSociete', 'idOrigin'] as const;
  const modes = runMode === null ? narrow.runModes : [runMode];
  const isWhole = (wide.targets ?? null) === null && names.every((name) => wide[name] === undefined);
  const isNarrower = names.some((name) => narrow[name] !== undefined);
  const hasModes = wide.runModes === undefined || (modes ?? bothModes).every((mode) => wide.runModes?.includes(mode));
  return isWhole && isNarrower && hasModes;
}

const mayBe = (value: string | undefined, wanted: string | null): boolean =>
  value === undefined || wanted === null || value === wanted;

function scopesSeen(visibleTo: VisibleTo | null): readonly Scope[] {
  if (visibleTo === null) return [{}];
  const { client, societes, origins, targets = null, runModes } = visibleTo;
  const own: readonly Scope[] = client === null ? [] : [{ client }];
  const hasNoRights = [societes, origins, targets, runModes].some((rights) => rights?.length === 0);
  if (hasNoRights) return own;
  const within: Scope = { targets, ...(runModes?.length === 1 && { runModes }) };
  if (societes !== null) {
    // Each origin of each société is its own walk, because a société may have a million payments of other origins.
    const narrowed = (idSociete: string): readonly Scope[] =>
      origins?.map((idOrigin) => ({ idSociete, idOrigin, ...within })) ?? [{ idSociete, ...within }];
    return [...own, ...societes.flatMap(narrowed)];
  }
  if (origins !== null) return [...own, ...origins.map((idOrigin) => ({ idOrigin, ...within }))];
  if (targets !== null) return [...own, ...targets.map((target) => ({ ...within, targets: [target] }))];
  return within.runModes ? [...own, within] : [{}];
}

export const ofScope = ({ client, idSociete, idOrigin, targets, runModes }: Scope, column: Column): Condition[] => [
  ...is(column('client'), client),
  ...is(column('id_societe'), idSociete),
  ...is(column('id_origin'), idOrigin),
  ...isAmong(column('payment_target'), targets),
  ...isAmong(column('effective_run_mode'), runModes),
];

export const ofAnyScope = (scopes: readonly Scope[], column: Column): Condition =>
  scopes.length === 0
    ? sql<SqlBool>`1 = 0`
    : sql<SqlBool>`(${sql.join(
        scopes.map((scope) => all(ofScope(scope, column))),
        sql` or `,
      )})`;

/** How the days of a filter are said of the id, which begins with a time. */
export type DaysOfId = {
  /** Left out: the key itself. */
  readonly id?: RawBuilder<unknown>;
  /** A bound that the page has already, closer. An index is entered by one of two, and that may be the wrong one. */
  readonly without?: 'from' | 'to' | null;
};

/** Every filter but the status and the due date, which change. */
export function ofFilter(query: PaymentFilter, column: Column, daysOfId: DaysOfId = {}): Condition[] {
  return [
    ...is(column('effective_run_mode'), query.runMode),
    ...is(column('client'), query.client),
    ...is(column('id_societe'), query.idSociete),
    ...is(column('id_origin'), query.idOrigin),
    ...is(column('id_client'), query.idClient),
    ...is(column('id_commande'), query.idCommande),
    ...is(column('mandate'), query.mandate),
    ...isAmong(column('payment_target'), query.paymentTargets),
    ...isAmong(column('payment_type'), query.paymentTypes),
    ...isWithin(column('amount_cents'), query.amountCents),
    ...ofDays(query.created, column, daysOfId),
  ];
}

/** In one parameter: a statement for each number of ids would be parsed each time. */
export const areIds: Readonly<Record<DatabaseKind, (ids: readonly string[]) => Condition>> = {
  sqlite: (ids) => sql`id in (select value from json_each(${JSON.stringify(ids)}))`,
  postgres: (ids) => sql`id = any(${ids}::text[])`,
};

/** As literals, like a limit (`atMost`): partial indexes name statuses, so the planner looks at a bound one. */
export const ofStatus = (query: PaymentFilter, status: RawBuilder<unknown>): Condition[] =>
  isAmong(status, query.statuses, sql.lit);

/** A list by due date has only payments with one. */
export const ofDue = (query: Pick<PaymentQuery, 'due' | 'sort'>, due: RawBuilder<unknown>): Condition[] => [
  ...isWithin(due, query.due),
  ...(query.sort === 'DUE' ? [sql<SqlBool>`${due} is not null`] : []),
];

const is = (column: RawBuilder<unknown>, value: string | null | undefined): Condition[] =>
  value === null || value === undefined ? [] : [sql<SqlBool>`${column} = ${value}`];

function isAmong(
  column: RawBuilder<unknown>,
  values: readonly string[] | null | undefined,
  written: (value: string) => RawBuilder<unknown> = sql.val,
): Condition[] {
  if (values === null || values === undefined) return [];
  const [value, ...others] = [...new Set(values)].map((one) => written(one));
  if (value === undefined) return [sql<SqlBool>`1 = 0`];
  if (others.length === 0) return [sql<SqlBool>`${column} = ${value}`];
  return [sql<SqlBool>`${column} in (${sql.join([value, ...others])})`];
}

/** By a column with days. */
export const ofDayRange = (days: PaymentFilter['created'], day: RawBuilder<unknown>): Condition[] =>
  isWithin(day, days);

/** By how much the time in a payment's id may differ from the time at which it was created. */
const idMarginMs = hourMs;

/** The ids that payments of these days in Paris can have; null: no bound. */
export function idsOfDays(days: PaymentFilter['created']): {
  readonly from: string | null;
  readonly below: string | null;
} {
  const { from, until } = momentsOfDays(days ?? { from: null, to: null });
  return {
    from: from === null ? null : firstIdAt('pay', from - idMarginMs),
    below: until === null ? null : firstIdAt('pay', until + idMarginMs),
  };
}

/** Days in Paris. The list is entered at the day, because its key begins with a time. */
function ofDays(
  days: PaymentFilter['created'],
  column: Column,
  { id = sql.ref('id'), without }: DaysOfId,
): Condition[] {
  if (days === null) return [];
  const ids = idsOfDays(days);
  const { from, until } = momentsOfDays(days);
  return [
    ...(ids.from === null || without === 'from' ? [] : [sql<SqlBool>`${id} >= ${ids.from}`]),
    ...(from === null ? [] : [sql<SqlBool>`${column('created_at')} >= ${from}`]),
    ...(ids.below === null || without === 'to' ? [] : [sql<SqlBool>`${id} < ${ids.below}`]),
    ...(until === null ? [] : [sql<SqlBool>`${column('created_at')} < ${until}`]),
  ];
}
