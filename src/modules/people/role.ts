import {
  type Caller,
  type ChangeKind,
  type ConsoleRight,
  consoleClient,
  holds,
  type Scope,
} from '../../kernel/caller.ts';
import type { PaymentRunMode } from '../../kernel/vocabulary.ts';
import type { Person } from './person.ts';
import type { Session, SessionLimits } from './session.ts';

/** What a person with this role may do: the rights of a client, and those of the console. Null means "any". */
export type Role = Pick<
  Caller,
  'origins' | 'societes' | 'targets' | 'runModes' | 'scopes' | 'bankFilesNeedConfirmation'
> & {
  readonly rights: ReadonlySet<ConsoleRight>;
  /** A refund above it waits for a second person. */
  readonly refundLimitCents: number;
  /** Values of the roles claim that give this role. */
  readonly claims: ReadonlySet<string>;
};
export type Roles = ReadonlyMap<string, Role>;

const ready = (
  name: string,
  scopes: readonly Scope[],
  {
    rights = [],
    refundLimitCents = 0,
  }: { readonly rights?: readonly ConsoleRight[]; readonly refundLimitCents?: number } = {},
): [string, Role] => [
  name,
  {
    ...{ origins: null, societes: null, targets: null, refundLimitCents },
    runModes: new Set<PaymentRunMode>(['TEST', 'LIVE']),
    scopes: new Set(scopes),
    rights: new Set(rights),
    claims: new Set([name]),
  },
];

/** The roles that every config has. An entry of the config changes one of them, or adds another. */
export const readyRoles: Roles = new Map([
  ready('lecture', ['read']),
  ready('accueil', ['read', 'refresh', 'customers']),
  ready(
    'comptabilite',
    [
      ...(['read', 'initiate', 'book', 'refund', 'cancel', 'allPayments', 'refresh', 'decide'] as const),
      ...(['accounting', 'customers', 'mandates', 'bankFiles'] as const),
    ],
    { refundLimitCents: 50_000 },
  ),
  ready('tresorerie', ['read', 'refresh', 'decide', 'mandates', 'batches', 'accounting', 'bankFiles']),
  ready('validation', ['read', 'refresh', 'accounting'], { rights: ['approve'] }),
  ready('exploitation', ['read', 'refresh', 'replay'], { rights: ['people', 'audit'] }),
]);

/** The roles that a person's claims give, in the order of the config. */
export const rolesOfClaims = (roles: Roles, claims: readonly string[]): string[] =>
  [...roles].flatMap(([name, role]) => (claims.some((claim) => role.claims.has(claim)) ? [name] : []));

/** Why a person cannot act: it has no role that the config knows, or roles that cannot be joined. */
export type RoleProblem = 'NO_ROLE' | 'ROLES_DIFFER';

/**
 * Joins the roles of a person. Their scopes and rights add up only where all cover the same sociétés, origins, targets
 * and run modes: otherwise a right for one société would count for another.
 */
export function joinedRole(roles: Roles, names: readonly string[]): Role | RoleProblem {
  const [first, ...others] = names.flatMap((name) => roles.get(name) ?? []);
  if (first === undefined) return 'NO_ROLE';
  if (others.some((other) => limitsOf(other) !== limitsOf(first))) return 'ROLES_DIFFER';
  const all = [first, ...others];
  return {
    ...first,
    scopes: new Set(all.flatMap(({ scopes }) => [...scopes])),
    rights: new Set(all.flatMap(({ rights }) => [...rights])),
    refundLimitCents: Math.max(...all.map(({ refundLimitCents }) => refundLimitCents)),
    bankFilesNeedConfirmation: !all.some(bringsAlone),
  };
}

const bringsAlone = (role: Role): boolean => holds(role, 'bankFiles') && role.bankFilesNeedConfirmation !== true;

const limitsOf = ({ origins, societes, targets, runModes }: Role): string =>
  JSON.stringify([origins, societes, targets, runModes].map((limit) => limit && [...limit].sort()));

/** The person as a caller of the use cases, by the roles of this moment. */
export function callerOf(
  {
    roles,
    sessions,
    changesToApprove,
  }: {
    readonly roles: Roles;
    readonly sessions: SessionLimits;
    readonly changesToApprove: ReadonlySet<ChangeKind>;
  },
  person: Pick<Person, 'id' | 'name' | 'roles'>,
  session: Pick<Session, 'id' | 'confirmedAt'>,
): Caller | RoleProblem {
  const role = joinedRole(roles, person.roles);
  if (typeof role === 'string') return role;
  const { origins, societes, targets, runModes, scopes, rights, refundLimitCents, bankFilesNeedConfirmation } = role;
  return {
    client: consoleClient,
    ...{ origins, societes, targets, runModes, scopes, changesToApprove, bankFilesNeedConfirmation },
    person: {
      ...{ id: person.id, name: person.name, rights, refundLimitCents },
      roles: person.roles.filter((name) => roles.has(name)),
      sessionId: session.id,
      confirmedAt: session.confirmedAt,
      confirmedUntil: session.confirmedAt === null ? null : session.confirmedAt + sessions.confirmedMs,
    },
    returnOrigins: new Set(),
    returnsToLoopback: false,
    jsonp: false,
  };
}
