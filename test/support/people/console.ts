import { commandLine } from '../../../src/cli/operator/operator.ts';
import { createIdentifiers } from '../../../src/kernel/identifiers.ts';
import { Secret } from '../../../src/kernel/merchant.ts';
import { openSession, type SignIn } from '../../../src/modules/people/open-session.ts';
import { localIssuer, type Person } from '../../../src/modules/people/person.ts';
import type { Services } from '../../../src/modules/people/ports.ts';
import { readyRoles } from '../../../src/modules/people/role.ts';
import type { ConsoleSettings } from '../../../src/modules/people/settings.ts';
import { invitePerson, type OneTimeLink } from '../../../src/modules/people/sign-in/invite-person.ts';
import { consoleOperations } from '../console/operations.ts';
import { startGateway, type TestGateway, type TestGatewayOptions } from '../gateway.ts';

/** A gateway whose console people sign in to, and browsers without a window. */

export const sealingKey = new Secret('a sealing key of 32 characters or more');

export const localConsole: ConsoleSettings = {
  oidc: null,
  local: { keys: [sealingKey] },
  roles: readyRoles,
  sessions: { idleMs: 30 * 60_000, longestMs: 10 * 3_600_000, confirmedMs: 5 * 60_000 },
  changesToApprove: new Set(['AMEND_MANDATE', 'REVIEW_PAYMENT']),
};

export const startConsole = ({ config, ...options }: TestGatewayOptions = {}): Promise<TestGateway> =>
  startGateway({ ...options, config: { console: localConsole, ...config } });

export const servicesOf = (gateway: TestGateway, settings = localConsole): Services => ({
  store: gateway.store,
  console: () => settings,
  clock: gateway.now,
  identifiers: createIdentifiers(gateway.now),
});

let people = 0;

/** A person, entered without an invitation. */
export async function enterPerson(
  gateway: TestGateway,
  roles: readonly string[],
  change: Partial<Person> = {},
): Promise<Person> {
  const login = `personne-${people++}@milliet.example`;
  const at = gateway.now();
  const person: Person = {
    ...{ id: servicesOf(gateway).identifiers.newId('per'), issuer: localIssuer, subject: login, login },
    ...{ name: 'Camille Exemple', roles, status: 'ACTIVE' as const, createdAt: at, updatedAt: at, signedInAt: null },
    ...change,
  };
  await gateway.store.transact((transaction) => transaction.insertPerson(person));
  return person;
}

/** The token of a session of this person. */
export async function sessionOf(
  gateway: TestGateway,
  person: Person,
  { settings = localConsole, ...change }: Partial<SignIn> & { readonly settings?: ConsoleSettings } = {},
): Promise<string> {
  const services = servicesOf(gateway, settings);
  const proof = { method: 'PASSWORD', confirmedAt: gateway.now(), device: '?', replaces: null } as const;
  const signIn = { personId: person.id, ...proof, ...change };
  return (await gateway.store.transact((transaction) => openSession(services, transaction, signIn))).token;
}

export const invite = (
  gateway: TestGateway,
  login: string,
  roles: readonly string[] = ['comptabilite'],
): Promise<OneTimeLink> => invitePerson(servicesOf(gateway), commandLine, { login, name: 'Camille Exemple', roles });

export const cookie = (token: string): Record<string, string> => ({ Cookie: `__Host-console=${token}` });
export const fromConsole = { 'Sec-Fetch-Site': 'same-origin', 'X-Console': '1', 'Content-Type': 'application/json' };

type Asked = { readonly documentId?: string; readonly variables?: object; readonly query?: string };

/** `POST /console/graphql` as the console's pages ask, in English unless the headers name another language. */
export async function askConsole(
  gateway: TestGateway,
  asked: keyof typeof consoleOperations | Asked,
  headers: Record<string, string>,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const body = typeof asked === 'string' ? { documentId: consoleOperations[asked] } : asked;
  const response = await gateway.get('/console/graphql', {
    ...{ method: 'POST', headers: { ...fromConsole, Accept: 'application/json', 'Accept-Language': 'en', ...headers } },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
}

/** The result of the one operation that was asked. @throws where there is none */
export function resultIn<Result>(body: unknown): Result {
  const { data, errors } = body as { data?: Record<string, Result>; errors?: unknown };
  const [result] = Object.values(data ?? {});
  if (!result) throw new Error(JSON.stringify(errors));
  return result;
}

/** A form of a page of the console. */
export const sendForm = (
  gateway: TestGateway,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> =>
  gateway.get(path, {
    ...{ method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin', ...headers } },
    body: new URLSearchParams(fields),
  });

/** The token in the cookie that an answer sets; null where it sets none. */
export function tokenSetBy(response: Response): string | null {
  const [, token] = /^__Host-console=([^;]+);/.exec(response.headers.getSetCookie().join('\n')) ?? [];
  return token ?? null;
}
