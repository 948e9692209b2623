import { createIdentifiers } from '../../../src/kernel/identifiers.ts';
import { Secret } from '../../../src/kernel/merchant.ts';
import { type OpenedSession, openSession, type SignIn } from '../../../src/modules/people/open-session.ts';
import { localIssuer, type Person } from '../../../src/modules/people/person.ts';
import type { Services } from '../../../src/modules/people/ports.ts';
import { readyRoles } from '../../../src/modules/people/role.ts';
import type { ConsoleSettings } from '../../../src/modules/people/settings.ts';
import type { TestDatabases } from '../databases.ts';
import { type OpenedStore, openTestStore } from '../store/examples.ts';

/** People and sessions on a store, with a clock that tests move and settings that they change. */

export const consoleSettings: ConsoleSettings = {
  oidc: null,
  local: { keys: [new Secret('a key of thirty-two characters or more')] },
  roles: readyRoles,
  sessions: { idleMs: 30 * 60_000, longestMs: 10 * 3_600_000, confirmedMs: 5 * 60_000 },
  changesToApprove: new Set(['AMEND_MANDATE', 'REVIEW_PAYMENT']),
};

export type People = {
  readonly services: Services;
  readonly advance: (ms: number) => void;
  readonly change: (settings: Partial<ConsoleSettings>) => void;
  readonly enter: (change?: Partial<Person>) => Promise<Person>;
  readonly signIn: (person: Person, change?: Partial<SignIn>) => Promise<OpenedSession>;
  readonly close: () => Promise<void>;
};

export async function openPeople(databases: TestDatabases): Promise<People> {
  const opened: OpenedStore = await openTestStore(databases);
  let now = Date.UTC(2026, 10, 25, 9, 30);
  let settings = consoleSettings;
  let count = 0;
  const clock = (): number => now;
  const services: Services = {
    store: opened.store,
    console: () => settings,
    clock,
    identifiers: createIdentifiers(clock),
  };
  return {
    services,
    advance: (ms) => {
      now += ms;
    },
    change: (some) => {
      settings = { ...settings, ...some };
    },
    enter: async (change) => {
      const subject = `personne-${count++}@milliet.example`;
      const person: Person = {
        ...{ id: services.identifiers.newId('per'), issuer: localIssuer, subject, name: 'Camille Exemple' },
        ...{ login: subject, roles: ['comptabilite'], status: 'ACTIVE' as const },
        ...{ createdAt: now, updatedAt: now, signedInAt: null, ...change },
      };
      await services.store.transact((transaction) => transaction.insertPerson(person));
      return person;
    },
    signIn: (person, change) =>
      services.store.transact((transaction) =>
        openSession(services, transaction, {
          ...{
            personId: person.id,
            method: 'PASSWORD' as const,
            confirmedAt: now,
            device: 'Firefox, Linux',
            replaces: null,
          },
          ...change,
        }),
      ),
    close: opened.close,
  };
}
