import type { RecordedAction as ActionRecord } from '../../kernel/recorded-action.ts';
import type { Services } from '../../modules/payments/ports.ts';
import { builder } from '../builder.ts';
import { RecordedActionKind } from '../server/enums.ts';

export const RecordedAction = builder.objectRef<ActionRecord>('RecordedAction').implement({
  description: 'What a client did, or a person at the command line, that no event of a payment tells.',
  fields: (t) => ({
    id: t.id({ description: '`act_…`', resolve: ({ id }) => id }),
    kind: t.field({ type: RecordedActionKind, description: 'What was done.', resolve: ({ kind }) => kind }),
    actor: t.string({
      description: 'The client, or `operator` or `command line` for a command.',
      resolve: ({ client }) => client,
    }),
    isCommand: t.boolean({
      description: "True where it was done at the command line, for a client's webhooks in that client's name.",
      resolve: ({ operator }) => operator !== null,
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When.', resolve: ({ at }) => new Date(at) }),
  }),
});

const shown = 20;

/** The newest of what was done to one thing, which the caller was shown. */
export const actionsOn = async ({ store }: Pick<Services, 'store'>, subject: string): Promise<ActionRecord[]> => [
  ...(await store.recordedActions({ subject, beforeId: null, limit: shown })),
];
