import { type Caller, hasRight, type OnDeployment, seesEverything } from '../../kernel/caller.ts';
import { noteShown } from '../../modules/audit-log/note-shown.ts';
import { builder } from '../builder.ts';
import type { DoorServices, LoggedRequest } from '../server/context.ts';
import { pageSize } from '../server/page.ts';

/** The gateway itself, for its operators. */

/**
 * Settings, the requests of others and the whole ledger are for those who see everything: operators, and people who read
 * what others did.
 */
export const isOperator = (on: OnDeployment, caller: Caller): boolean =>
  (caller.scopes.has('operations') || hasRight(caller, 'audit')) && seesEverything(on, caller);

type HealthRecord = Awaited<ReturnType<DoorServices['health']>>;

const Health = builder.objectRef<HealthRecord>('Health').implement({
  description: 'How the gateway that answers is doing, as `/health/ready` says.',
  fields: (t) => ({
    isReady: t.boolean({ description: 'Whether it takes requests.', resolve: ({ reason }) => reason === null }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it does not.' }),
    version: t.exposeString('version', { description: 'Of the program.' }),
    configDigest: t.exposeString('configDigest', {
      description: 'Of the settings in force: gateways that differ have another config.',
    }),
  }),
});

builder.queryField('health', (t) =>
  t.field({
    type: Health,
    description: 'How the gateway that answers is doing.',
    resolve: (_root, _args, { services }) => services.health(),
  }),
);

const Settings = builder.objectRef<ReturnType<DoorServices['printedSettings']>>('Settings').implement({
  description: 'The settings in force, without secrets.',
  fields: (t) => ({
    json: t.exposeString('json', { description: 'As the command `config print` shows them.' }),
    remarks: t.exposeStringList('remarks', {
      description: 'What is odd about them, as `config check` says.',
    }),
  }),
});

builder.queryField('settings', (t) =>
  t.field({
    type: Settings,
    nullable: true,
    description:
      'The settings in force. Null without the scope `operations`, or the right `audit`, for every société, origin, target and run mode. The audit log notes who sees them, once an hour.',
    resolve: async (_root, _args, { services, caller, requestId: request }) => {
      if (!isOperator(services, caller)) return null;
      await noteShown(services, { action: 'showSettings', caller, object: null, request });
      return services.printedSettings();
    },
  }),
);

const LoggedRequestType = builder.objectRef<LoggedRequest>('LoggedRequest').implement({
  description: 'A request, without its path and query.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'The header `X-Request-Id` of its answer.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it came.' }),
    method: t.exposeString('method', { description: '`GET`, `POST`…' }),
    route: t.exposeString('route', { description: 'The template of its route.' }),
    client: t.exposeString('client', { nullable: true, description: 'The client; null: none was known.' }),
    status: t.exposeInt('status', { description: 'The HTTP status of the answer.' }),
    isAborted: t.exposeBoolean('isAborted', { description: 'The caller left before the answer was whole.' }),
    durationMs: t.exposeInt('durationMs', { description: 'How long it took.' }),
  }),
});

builder.queryField('requestLog', (t) =>
  t.field({
    type: [LoggedRequestType],
    description:
      'The last requests to the gateway that answers, newest first: of a day, and of 5,000. Those of your client, of a person none; all with the scope `operations`, or the right `audit`, for every société, origin, target and run mode.',
    args: {
      first: t.arg.int({ description: 'How many: 1 to 100, 50 by default.' }),
      client: t.arg.string({ description: 'Of this client.' }),
      route: t.arg.string({ description: 'Of routes that begin so: `/payment_initiate`.' }),
      failed: t.arg.boolean({ description: 'Only those that were refused or failed: a status of 400 or above.' }),
    },
    complexity: ({ first }) => ({ field: 1, multiplier: Math.max(1, Math.min(first ?? 50, 100) / 10) }),
    resolve: (_root, { first, client, route, failed }, { services, caller }) => {
      const size = pageSize(first, 50);
      const seesAll = isOperator(services, caller);
      // People share the name of their client.
      const isSeen = (request: LoggedRequest): boolean =>
        seesAll || (!caller.person && request.client === caller.client);
      return services
        .requestLog()
        .filter(
          (one) =>
            isSeen(one) &&
            (!client || one.client === client) &&
            (!route || one.route.startsWith(route)) &&
            (!failed || one.status >= 400),
        )
        .slice(0, size);
    },
  }),
);
