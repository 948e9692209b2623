import { hasRight, personIdIn } from '../../kernel/caller.ts';
import { type Person as PersonRecord, personStatus } from '../../modules/people/person.ts';
import { builder, enumOf, type ObjectFields } from '../builder.ts';
import type { SchemaContext } from '../server/context.ts';

/** What only administrators and the person itself see. */
const seesAccount = ({ id }: PersonRecord, { caller }: SchemaContext): boolean =>
  caller.person?.id === id || hasRight(caller, 'people');

const PersonStatus = enumOf(personStatus);

export const Person = builder.node(builder.objectRef<PersonRecord>('Person'), {
  id: { resolve: ({ id }) => id, description: '`per_…`' },
  loadOne: async (id, context) => {
    const person = await context.services.store.person(id);
    return person && seesAccount(person, context) ? person : null;
  },
  description: 'A person who works in the console.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'For people to read. It may change.' }),
    login: t.string({
      nullable: true,
      description: 'The login, or what the identity provider calls the person. For the right `people` and the person.',
      resolve: (person, _args, context) => (seesAccount(person, context) ? person.login : null),
    }),
    issuer: t.string({
      nullable: true,
      description: 'The identity provider, or `local`. For the right `people` and the person.',
      resolve: (person, _args, context) => (seesAccount(person, context) ? person.issuer : null),
    }),
    roles: t.stringList({
      description: 'Names of its roles. None for others than the right `people` and the person.',
      resolve: (person, _args, context) => (seesAccount(person, context) ? [...person.roles] : []),
    }),
    status: t.expose('status', { type: PersonStatus, description: 'Whether it may sign in.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was invited, or first signed in.' }),
    signedInAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Its last sign-in. For the right `people` and the person.',
      resolve: (person, _args, context) => (seesAccount(person, context) ? person.signedInAt : null),
    }),
  }),
});

/** The person that a text about an actor names; null for a program or the clock. */
export const personField = <Shape>(
  t: ObjectFields<Shape>,
  description: string,
  actorOf: (shape: Shape) => string | null,
) =>
  t.field({
    type: Person,
    nullable: true,
    description,
    resolve: (shape, _args, { services }) => {
      const id = personIdIn(actorOf(shape as Shape));
      return id === null ? null : services.store.person(id);
    },
  });
