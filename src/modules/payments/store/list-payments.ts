import { type Compilable, type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { EffectiveRunMode, PaymentStatus, PaymentTarget } from '../../../kernel/vocabulary.ts';
import type { PaymentQuery } from '../payment-store.ts';
import { type PaymentRow, paymentColumns } from './payment-row.ts';
import type { Tables } from './tables.ts';

/** Payments that a caller may see, by conditions that one index serves. Filters narrow them down. */
type Scope = {
  readonly client?: string;
  readonly idSociete?: string;
  readonly idOrigin?: string;
  readonly target?: PaymentTarget;
  readonly targets?: readonly PaymentTarget[] | null;
  readonly runMode?: EffectiveRunMode;
};

/** A scope with one status: what one walk along one index finds, newest first. */
type Walk = { readonly scope: Scope; readonly status: PaymentStatus | null };

/**
 * A page of payments, newest first; null where nothing can match. With conditions joined by "or" the database would
 * read and sort every match. So each alternative is its own walk along an index, of one page at most, and the page is
 * the newest of their results.
 */
export function listPayments(db: Kysely<Tables>, query: PaymentQuery): Compilable<PaymentRow> | null {
  if (query.paymentTargets?.length === 0) return null;
  const statuses = query.statuses === null ? [null] : [...new Set(query.statuses)];
  const walks = scopesOf(query.visibleTo).flatMap((scope) => statuses.map((status): Walk => ({ scope, status })));
  const [walk, ...others] = walks;
  if (walk === undefined) return null;
  if (others.length === 0) return newest(db, query, walk).select(paymentColumns);
  const found = (one: Walk) => db.selectFrom(newest(db, query, one).select('id').as('walk')).select('walk.id');
  const page = others
    .reduce((all, one) => all.union(found(one)), found(walk))
    .orderBy('id', 'desc')
    .limit(query.limit);
  return db
    .selectFrom(page.as('page'))
    .innerJoin('payments', 'payments.id', 'page.id')
    .select(qualifiedColumns)
    .orderBy('page.id', 'desc');
}

const qualifiedColumns = paymentColumns.map((column) => `payments.${column}` as const);

function newest(db: Kysely<Tables>, query: PaymentQuery, walk: Walk) {
  return db
    .selectFrom('payments')
    .where((builder) => matches(builder, query, walk))
    .orderBy('id', 'desc')
    .limit(query.limit);
}

/** The payments that `maySee` allows: the client's own (a person has none), and those of its sociétés, origins, targets and run modes. */
function scopesOf(visibleTo: PaymentQuery['visibleTo']): readonly Scope[] {
  if (visibleTo === null) return [{}];
  const { client, societes, origins, targets = null, runModes } = visibleTo;
  const own: readonly Scope[] = client === null ? [] : [{ client }];
  const hasNoRights = [societes, origins, targets, runModes].some((rights) => rights?.length === 0);
  if (hasNoRights) return own;
  const [runMode, ...otherModes] = runModes ?? [];
  const within = runMode && otherModes.length === 0 ? { targets, runMode } : { targets };
  if (societes !== null) {
    // Each origin of each société is its own walk, because a société may have a million payments of other origins.
    const narrowed = (idSociete: string): readonly Scope[] =>
      origins?.map((idOrigin) => ({ idSociete, idOrigin, ...within })) ?? [{ idSociete, ...within }];
    return [...own, ...societes.flatMap(narrowed)];
  }
  if (origins !== null) return [...own, ...origins.map((idOrigin) => ({ idOrigin, ...within }))];
  if (targets !== null) return [...own, ...targets.map((target) => ({ ...within, targets: null, target }))];
  return within.runMode ? [...own, within] : [{}];
}

function matches(builder: ExpressionBuilder<Tables, 'payments'>, query: PaymentQuery, { scope, status }: Walk) {
  const equal = (column: keyof PaymentRow, value: string | null | undefined) =>
    value === null || value === undefined ? [] : [builder(column, '=', value)];
  const among = (column: keyof PaymentRow, values: readonly string[] | null | undefined) =>
    values === null || values === undefined ? [] : [builder(column, 'in', values)];
  return builder.and([
    ...(query.beforeId === null ? [] : [builder('id', '<', query.beforeId)]),
    ...equal('status', status),
    ...equal('client', scope.client),
    ...equal('id_societe', scope.idSociete),
    ...equal('id_origin', scope.idOrigin),
    ...equal('payment_target', scope.target),
    ...among('payment_target', scope.targets),
    ...ofRunMode(builder, scope),
    ...equal('id_societe', query.idSociete),
    ...equal('id_origin', query.idOrigin),
    ...equal('id_client', query.idClient),
    ...equal('id_commande', query.idCommande),
    ...among('payment_target', query.paymentTargets),
  ]);
}

/**
 * A literal, not a bound value, where the partial index of `TEST` payments serves. A database uses that index only if
 * the query shows the constant.
 */
function ofRunMode(builder: ExpressionBuilder<Tables, 'payments'>, { runMode, idSociete, idOrigin }: Scope) {
  if (!runMode) return [];
  const isIndexed = idSociete !== undefined && idOrigin !== undefined;
  return [builder('effective_run_mode', '=', isIndexed ? sql.lit(runMode) : runMode)];
}
