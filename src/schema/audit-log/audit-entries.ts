import { auditOutcome, type AuditEntry as Entry } from '../../kernel/audit/audit-entry.ts';
import { listAuditEntries, readAuditEntry } from '../../modules/audit-log/list-entries.ts';
import { builder, connectionOf, enumOf, pageArguments } from '../builder.ts';
import { personField } from '../people/person.ts';
import { pageById } from '../server/page.ts';

const AuditOutcome = enumOf(auditOutcome);

const AuditEntry = builder.node(builder.objectRef<Entry>('AuditEntry'), {
  id: { resolve: ({ id }) => id, description: '`aud_…`' },
  loadOne: (id, { services, caller }) => readAuditEntry(services, caller, id),
  description: 'Who did what. An initiation has none: its event names the client.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    actor: t.exposeString('actor', {
      description: 'The client, `console/per_…` for a person, or `command line` for a command.',
    }),
    actorPerson: personField(t, 'The person, in the console.', ({ actor }) => actor),
    roles: t.exposeStringList('roles', { description: 'Roles of the person at that moment.' }),
    action: t.exposeString('action', {
      description: 'The name of the mutation or of the command, or for instance `signIn`.',
    }),
    object: t.exposeString('object', {
      nullable: true,
      description:
        'The id of what it was done to, or a société. Of an export: the names of its filters, then the number of its rows. Null where there is no single one.',
    }),
    outcome: t.expose('outcome', { type: AuditOutcome, description: 'How the action ended.' }),
    code: t.exposeString('code', {
      nullable: true,
      description: 'The code of the refusal or failure.',
    }),
    requestId: t.exposeString('request', {
      nullable: true,
      description: 'The id of the request, as in the log. Null for a command.',
    }),
    approvalId: t.exposeID('approval', {
      nullable: true,
      description: '`apr_…`: the approval that it asked for, or decided about.',
    }),
  }),
});

const AuditFilter = builder.inputType('AuditFilter', {
  description: 'Which entries. What is left out does not matter.',
  fields: (t) => ({
    actor: t.string({ description: 'A client, or `console/per_…`.' }),
    action: t.string({ description: 'For instance `refundPayment` or `signIn`.' }),
    object: t.string({ description: 'The id of what it was done to.' }),
    outcome: t.field({ type: AuditOutcome, description: 'How the action ended.' }),
    from: t.field({ type: 'DateTime', description: 'The first moment.' }),
    until: t.field({ type: 'DateTime', description: 'The first moment that is not meant.' }),
  }),
});

const AuditEntryConnection = connectionOf(AuditEntry, 'AuditEntry', 'the audit log', 'An entry');

builder.queryField('auditEntries', (t) =>
  t.field({
    type: AuditEntryConnection,
    description:
      'The audit log, newest first. Needs the right `audit`, a program the scope `operations`; otherwise it is empty. Who is limited in its sociétés, origins, targets or run modes sees only its own entries; a client always is, by its origins.',
    args: {
      filter: t.arg({ type: AuditFilter, description: 'Which entries. Left out: all.' }),
      ...pageArguments(t, 'entry'),
    },
    resolve: (_root, { filter, ...page }, { services, caller }) => {
      const wanted = {
        ...{ actor: filter?.actor ?? null, action: filter?.action ?? null, object: filter?.object ?? null },
        outcome: filter?.outcome ?? null,
        from: filter?.from?.getTime() ?? null,
        until: filter?.until?.getTime() ?? null,
      };
      return pageById('aud', page, (place) => listAuditEntries(services, caller, wanted, place));
    },
  }),
);
