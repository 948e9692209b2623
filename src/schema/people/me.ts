import { type Caller, consoleRight, hasFreshProof, hasRight, scope, worksFor } from '../../kernel/caller.ts';
import { listPeople } from '../../modules/people/list-people.ts';
import { signInMethod } from '../../modules/people/session.ts';
import { waysToConfirm } from '../../modules/people/ways-to-confirm.ts';
import { builder, connectionOf, enumOf, pageArguments } from '../builder.ts';
import { PaymentRunMode, PaymentTarget } from '../server/enums.ts';
import { pageById } from '../server/page.ts';
import { Person } from './person.ts';
import { SignInMethod } from './session.ts';

const ConsoleRight = enumOf(consoleRight);
const Scope = enumOf(scope);

const listed = (values: ReadonlySet<string> | null): string[] | null => values && [...values];

const Me = builder.objectRef<Caller>('Me').implement({
  description: 'Who asks, and what it may do.',
  fields: (t) => ({
    client: t.exposeString('client', {
      description: 'The client of the config, `console` for a person, `anonymous` on an open development deployment.',
    }),
    person: t.field({
      type: Person,
      nullable: true,
      description: 'Null for a program.',
      resolve: ({ person }, _args, { services }) => (person ? services.store.person(person.id) : null),
    }),
    roles: t.stringList({
      description: 'Roles that count, of a person.',
      resolve: ({ person }) => [...(person?.roles ?? [])],
    }),
    scopes: t.field({ type: [Scope], description: 'What it may do.', resolve: ({ scopes }) => [...scopes] }),
    rights: t.field({
      type: [ConsoleRight],
      description: 'What it may do in the console besides.',
      resolve: (caller) => consoleRight.names.filter((right) => hasRight(caller, right)),
    }),
    runModes: t.field({
      type: [PaymentRunMode],
      description: 'Run modes that it may use.',
      resolve: ({ runModes }) => [...runModes],
    }),
    societes: t.stringList({
      nullable: true,
      description: 'Sociétés that it may work for. Null: all.',
      resolve: ({ societes }) => listed(societes),
    }),
    usableSocietes: t.stringList({
      description: 'The sociétés of this gateway that it may work for.',
      resolve: ({ societes }, _args, { services }) =>
        [...services.societes.keys()].filter((id) => worksFor({ societes }, id)),
    }),
    origins: t.stringList({
      nullable: true,
      description: 'Origins that it may use and see. Null: all.',
      resolve: ({ origins }) => listed(origins),
    }),
    targets: t.field({
      type: [PaymentTarget],
      nullable: true,
      description: 'Targets that it may use and see. Null: all.',
      resolve: ({ targets }) => targets && [...targets],
    }),
    refundLimit: t.field({
      type: 'Cents',
      nullable: true,
      description: "A person's refund above it waits for a second person. Null for a program.",
      resolve: ({ person }) => person?.refundLimitCents ?? null,
    }),
    proofs: t.field({
      type: [SignInMethod],
      description:
        'How a person can prove again who it is; `PASSWORD` stands for a code of its app. Empty for a program.',
      resolve: async ({ person }, _args, { services }) => {
        if (!person) return [];
        const { provider, passkey, code } = await waysToConfirm(services, person);
        const ways = { OIDC: provider, PASSKEY: passkey, PASSWORD: code };
        return signInMethod.names.filter((method) => ways[method]);
      },
    }),
    isConfirmed: t.boolean({
      description: 'Whether a person proved within the last minutes who it is. A program does with each request.',
      resolve: (caller, _args, { services }) => hasFreshProof(caller, services.clock()),
    }),
  }),
});

builder.objectField(Me, 'databaseRestoredAt', (t) =>
  t.field({
    type: 'DateTime',
    nullable: true,
    description:
      'When the database last came back as it was earlier, compared with the banks or not, whatever you may do: what you read before may have changed. Null: never.',
    resolve: (_caller, _args, { services }) => services.store.lastRestoredAt(),
  }),
);

builder.queryField('me', (t) =>
  t.field({
    type: Me,
    description: 'Who you are here, and what you may do.',
    resolve: (_root, _args, { caller }) => caller,
  }),
);

const PersonConnection = connectionOf(Person, 'Person', 'people', 'A person');

builder.queryField('people', (t) =>
  t.field({
    type: PersonConnection,
    description: 'The people of the console, in the order in which they came. Empty without the right `people`.',
    args: pageArguments(t, 'person'),
    resolve: (_root, page, { services, caller }) =>
      pageById('per', page, async ({ beforeId, limit }) =>
        hasRight(caller, 'people') ? listPeople(services, caller, { afterId: beforeId ?? '', limit }) : [],
      ),
  }),
);
