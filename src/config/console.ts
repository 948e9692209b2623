import type { ChangeKind, ConsoleRight, Scope } from '../kernel/caller.ts';
import type { PaymentRunMode } from '../kernel/vocabulary.ts';
import { type Role, type Roles, readyRoles } from '../modules/people/role.ts';
import type { ConsoleSettings } from '../modules/people/settings.ts';
import { readAll } from './accounts/account.ts';
import { isLoopback } from './networks.ts';
import { hasOwnHost } from './public-url.ts';
import type { ConfigFile } from './schema/config-file.ts';
import type { ApprovalsEntry, RoleEntry } from './schema/console.ts';
import type { SecretReader } from './schema/values.ts';

type ConsoleEntry = ConfigFile['console'];

const sealingKey = { pattern: /^.{32,}$/s, message: 'must have 32 characters at least' };

export function consoleOf(
  { oidc, local, roles, sessions, approvals }: ConsoleEntry,
  secrets: SecretReader,
): ConsoleSettings {
  const { idleMinutes, hours, stepUpMinutes } = sessions;
  return {
    oidc: oidc
      ? {
          ...{ issuer: oidc.issuer, clientId: oidc.clientId, rolesClaim: oidc.rolesClaim },
          clientSecret: oidc.clientSecret ? secrets.read(oidc.clientSecret, 'console.oidc.clientSecret') : null,
        }
      : null,
    local: local ? { keys: readAll(local.keys, 'console.local.keys', secrets, sealingKey) } : null,
    roles: rolesOf(roles),
    sessions: {
      idleMs: idleMinutes * 60_000,
      longestMs: hours * 3_600_000,
      confirmedMs: stepUpMinutes * 60_000,
    },
    changesToApprove: changesOf(approvals),
  };
}

/** The changes that wait for a second person, by the config's entry `approvals`. */
export const changesOf = ({ amendedIban, reviewToPaid }: ApprovalsEntry): ReadonlySet<ChangeKind> =>
  new Set([
    ...(amendedIban ? (['AMEND_MANDATE'] as const) : []),
    ...(reviewToPaid ? (['REVIEW_PAYMENT'] as const) : []),
  ]);

function rolesOf(entries: Readonly<Record<string, RoleEntry>>): Roles {
  const roles = new Map(readyRoles);
  for (const [name, entry] of Object.entries(entries)) roles.set(name, roleOf(name, entry, readyRoles.get(name)));
  return roles;
}

/** An entry that changes a ready role keeps what it leaves out. */
function roleOf(name: string, entry: RoleEntry, base: Role = empty): Role {
  const { claims, societes, origins, targets, runModes, scopes, refundLimitCents = base.refundLimitCents } = entry;
  const right = (one: ConsoleRight): ConsoleRight[] => ((entry[one] ?? base.rights.has(one)) ? [one] : []);
  return {
    claims: new Set(claims ?? [name]),
    societes: societes ? new Set(societes) : base.societes,
    origins: origins ? new Set(origins) : base.origins,
    targets: targets ? new Set(targets) : base.targets,
    runModes: runModes ? new Set(runModes) : base.runModes,
    scopes: scopes ? new Set(scopes) : base.scopes,
    rights: new Set([...right('approve'), ...right('people'), ...right('audit')]),
    refundLimitCents,
    bankFilesNeedConfirmation: entry.bankFilesNeedConfirmation ?? base.bankFilesNeedConfirmation ?? false,
  };
}

const empty: Role = {
  ...{ origins: null, societes: null, targets: null, refundLimitCents: 0 },
  runModes: new Set<PaymentRunMode>(['TEST', 'LIVE']),
  scopes: new Set<Scope>(),
  rights: new Set(),
  claims: new Set(),
};

/** Whether people sign in. Otherwise the console is open on an open development deployment, and off elsewhere. */
export const hasSignIn = ({ oidc, local }: Pick<ConsoleSettings, 'oidc' | 'local'>): boolean =>
  oidc !== null || local !== null;

export const isConsoleOpen = (config: {
  readonly deployment: 'development' | 'production';
  readonly clients: readonly unknown[];
  readonly console: ConsoleSettings;
}): boolean => config.deployment === 'development' && config.clients.length === 0 && !hasSignIn(config.console);

const isLocalAddress = (url: string): boolean => isLoopback(new URL(url).hostname.replace(/^\[|\]$/g, ''));

/** What is wrong with the entry `console`, by the rest of the config. */
export function problemsOfConsole(
  { console, clients }: Pick<ConfigFile, 'console' | 'clients'>,
  { publicUrl, societes }: { readonly publicUrl: string | null; readonly societes: ReadonlySet<string> },
): string[] {
  const { oidc, local, roles } = console;
  const signsIn = oidc !== undefined || local !== undefined;
  const problem = (condition: boolean, text: string): string[] => (condition ? [text] : []);
  const isSafe = (url: string): boolean => url.startsWith('https:') || isLocalAddress(url);
  return [
    ...problem(
      signsIn && publicUrl === null,
      'console: to sign in, people need the address of the gateway: set publicUrl.',
    ),
    ...problem(
      signsIn && publicUrl !== null && !isSafe(publicUrl),
      'console: a session needs https, or a publicUrl on this machine (http://localhost).',
    ),
    ...problem(
      signsIn && publicUrl !== null && !hasOwnHost(publicUrl),
      'console: its cookies and pages need a host of their own: publicUrl must have no path.',
    ),
    ...problem(
      oidc !== undefined && !isSafe(oidc.issuer),
      'console.oidc.issuer: must begin with https://, except on this machine.',
    ),
    ...problem(
      oidc !== undefined &&
        /^https:\/\/login\.microsoftonline\.com\/(?:common|organizations|consumers)\//i.test(oidc.issuer),
      'console.oidc.issuer: lets in people of any directory, whose administrators give roles: name your own by its id.',
    ),
    ...problem(
      signsIn && clients.some(({ name }) => name === 'console'),
      'clients: the name console is that of people who sign in: give this client another one.',
    ),
    ...Object.entries(roles).flatMap(([name, role]) => [
      ...problem(
        role.scopes === undefined && !readyRoles.has(name),
        `console.roles.${name}.scopes: is missing, and ${name} is not one of ${[...readyRoles.keys()].join(', ')}.`,
      ),
      ...(role.societes ?? []).flatMap((id, place) =>
        problem(!societes.has(id), `console.roles.${name}.societes.${place}: ${id} is not a société of this config.`),
      ),
    ]),
  ];
}
