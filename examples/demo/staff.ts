import { anonymous, type Caller } from '../../src/kernel/caller.ts';
import { openSession } from '../../src/modules/people/open-session.ts';
import type { Person } from '../../src/modules/people/person.ts';
import { callerOf } from '../../src/modules/people/role.ts';
import type { Session } from '../../src/modules/people/session.ts';
import { invitePerson } from '../../src/modules/people/sign-in/invite-person.ts';
import type { DemoGateway } from './gateway.ts';

/** Invented people of the back office, one for each role. */
const names = {
  comptabilite: 'Camille Exemple',
  tresorerie: 'Dominique Exemple',
  validation: 'Claude Modèle',
  accueil: 'Alix Exemple',
  exploitation: 'Sacha Modèle',
} as const;

export type Role = keyof typeof names;

export type Staff = {
  /** The person as a caller who has just proved who it is. */
  readonly as: (role: Role) => Caller;
  /** All of them come to work. */
  readonly signIn: () => Promise<void>;
};

/** As the command line, without the name of a user of this machine. */
const administrator: Caller = { ...anonymous, client: 'command line' };

type Member = { readonly person: Person; session: Session | null };

export async function hireStaff({ services, clock }: DemoGateway): Promise<Staff> {
  const members = new Map<Role, Member>();
  for (const [role, name] of Object.entries(names) as [Role, string][]) {
    const invitation = { login: `${role}@milliet.example`, name, roles: [role] };
    const { person } = await invitePerson(services, administrator, invitation);
    members.set(role, { person, session: null });
    clock.wait(90_000);
  }
  return {
    as: (role) => {
      const { person, session } = members.get(role) ?? missing(role);
      const confirmed = { id: session?.id ?? '', confirmedAt: clock.now() };
      const caller = callerOf(services.console(), person, confirmed);
      // The console of the demo is open: these people have no way to sign in.
      return typeof caller === 'string' ? missing(role) : { ...caller, hasOpenConsole: true };
    },
    signIn: async () => {
      for (const member of members.values()) {
        const sign = {
          personId: member.person.id,
          method: 'PASSKEY',
          device: 'Firefox, Windows',
          replaces: null,
        } as const;
        const opened = await services.store.transact((transaction) =>
          openSession(services, transaction, { ...sign, confirmedAt: clock.now() }),
        );
        member.session = opened.session;
        clock.wait(4 * 60_000);
      }
    },
  };
}

function missing(role: Role): never {
  throw new Error(`the role ${role} is not one of the config`);
}
