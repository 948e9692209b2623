import type { RecordedAction as ActionRecord } from '../../kernel/audit/recorded-action.ts';
import { isIdOf } from '../../kernel/identifiers.ts';
import { readJournalEntry } from '../../modules/accounting/read-journal.ts';
import { readStoredBankFile } from '../../modules/bank-statements/import/read-bank-files.ts';
import { readStoredNotification } from '../../modules/payments/notifications/list-notifications.ts';
import type { Services } from '../../modules/payments/ports.ts';
import { maySeeActionsOn, readWebhookDelivery } from '../../modules/webhooks/read-webhooks.ts';
import { builder } from '../builder.ts';
import { personField } from '../people/person.ts';
import type { SchemaContext } from '../server/context.ts';
import { RecordedActionKind } from '../server/enums.ts';

/** Null where there is none, and where the caller may not see what it was done to. */
async function readAction({ services, caller }: SchemaContext, id: string): Promise<ActionRecord | null> {
  const action = isIdOf('act', id) ? await services.store.recordedAction(id) : null;
  if (action === null) return null;
  const { subject } = action;
  const seen =
    (await readStoredNotification(services, caller, subject)) ??
    (await readWebhookDelivery(services, caller, subject)) ??
    (await readJournalEntry(services, caller, subject)) ??
    (await readStoredBankFile(services, caller, subject));
  return seen !== null || maySeeActionsOn(services, caller, subject) ? action : null;
}

export const RecordedAction = builder.node(builder.objectRef<ActionRecord>('RecordedAction'), {
  id: { resolve: ({ id }) => id, description: '`act_…`' },
  loadOne: (id, context) => readAction(context, id),
  description: 'What a client did, or a person at the command line, that no event of a payment tells.',
  fields: (t) => ({
    kind: t.expose('kind', { type: RecordedActionKind, description: 'What was done.' }),
    actor: t.exposeString('client', {
      description: 'The client, `console/per_…` for a person, or `operator` or `command line` for a command.',
    }),
    actorPerson: personField(t, 'The person, in the console.', ({ client }) => client),
    isCommand: t.boolean({
      description: "True where it was done at the command line, for a client's webhooks in that client's name.",
      resolve: ({ operator }) => operator !== null,
    }),
    createdAt: t.expose('at', { type: 'DateTime', description: 'When.' }),
  }),
});

const shown = 20;

/** The newest actions on one object that the caller may see. */
export const actionsOn = async ({ store }: Pick<Services, 'store'>, subject: string): Promise<ActionRecord[]> => [
  ...(await store.recordedActions({ subject, beforeId: null, limit: shown })),
];
