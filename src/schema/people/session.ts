import { NotAllowedError } from '../../kernel/errors.ts';
import { endSession, endSessions } from '../../modules/people/end-session.ts';
import { listSessions, readOwnSession } from '../../modules/people/list-people.ts';
import { endOf, type Session as SessionRecord, signInMethod } from '../../modules/people/session.ts';
import { builder, enumOf } from '../builder.ts';

export const SignInMethod = enumOf(signInMethod);

const Session = builder.node(builder.objectRef<SessionRecord>('Session'), {
  id: { resolve: ({ id }) => id, description: '`ses_…`. It grants nothing.' },
  loadOne: (id, { services, caller }) => readOwnSession(services, caller, id),
  description: 'A browser that is signed in to the console.',
  fields: (t) => ({
    method: t.expose('method', { type: SignInMethod, description: 'How the person signed in.' }),
    device: t.exposeString('device', { description: 'Browser and system, as the browser says.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it began.' }),
    seenAt: t.expose('seenAt', { type: 'DateTime', description: 'Its last request, to the minute.' }),
    endsAt: t.field({
      type: 'DateTime',
      description: 'When it ends without another request.',
      resolve: (session, _args, { services }) => endOf(session, services.console().sessions),
    }),
    endsAtLatest: t.field({
      type: 'DateTime',
      description: 'When it ends, whatever is requested.',
      resolve: ({ createdAt }, _args, { services }) => createdAt + services.console().sessions.longestMs,
    }),
    isThis: t.boolean({
      description: 'Whether this request came by it.',
      resolve: ({ id }, _args, { caller }) => caller.person?.sessionId === id,
    }),
  }),
});

builder.queryField('sessions', (t) =>
  t.field({
    type: [Session],
    description: 'The sessions of the console that are alive, newest first: your own, or those of a person.',
    args: { person: t.arg.id({ description: '`per_…`; needs the right `people`. Left out: yourself.' }) },
    resolve: async (_root, { person }, { services, caller }) => [
      ...(await listSessions(services, caller, person ?? null)),
    ],
  }),
);

type Ended = { readonly ended: number };

const EndSessionsSuccess = builder.objectRef<Ended>('EndSessionsSuccess').implement({
  description: 'The sessions have ended, on every gateway.',
  fields: (t) => ({
    ended: t.exposeInt('ended', { description: 'How many there were.' }),
  }),
});

const union = (name: string) => ({
  types: [NotAllowedError],
  union: { name, description: 'How many ended, or why they go on.' },
});

builder.mutationField('endSession', (t) =>
  t.field({
    type: EndSessionsSuccess,
    description:
      'Ends one session: your own, or with the right `people` and a fresh proof that of a person. To a person, one that is not there counts as ended before.',
    args: { id: t.arg.id({ required: true, description: '`ses_…`' }) },
    errors: union('EndSessionResult'),
    resolve: async (_root, { id }, { services, caller }) => ({
      ended: (await endSession(services, caller, id)) ? 1 : 0,
    }),
  }),
);

builder.mutationField('endSessions', (t) =>
  t.field({
    type: EndSessionsSuccess,
    description: 'Signs out everywhere: yourself, or with the right `people` and a fresh proof a person.',
    args: {
      person: t.arg.id({ description: '`per_…`. Left out: yourself.' }),
      keepThis: t.arg.boolean({ description: 'The session of this request goes on. Default: false.' }),
    },
    errors: union('EndSessionsResult'),
    resolve: async (_root, { person, keepThis }, { services, caller }) => ({
      ended: await endSessions(services, caller, { personId: person ?? null, keepsThis: keepThis ?? false }),
    }),
  }),
);
