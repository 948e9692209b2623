import {
  type EndpointView,
  readWebhookAttempts,
  readWebhookDelivery,
  subjectOf,
} from '../../modules/webhooks/read-webhooks.ts';
import type {
  WebhookAttempt as AttemptRecord,
  WebhookDelivery as DeliveryRecord,
} from '../../modules/webhooks/webhook-delivery.ts';
import { builder, type ObjectFields } from '../builder.ts';
import { Payment } from '../payments/payment.ts';
import { paymentOf } from '../payments/payment-of.ts';
import { actionsOn, RecordedAction } from '../payments/recorded-action.ts';
import { WebhookDeliveryStatus, WebhookEndpointState, WebhookOutcome } from '../server/enums.ts';

/** An endpoint's answer. */
export const answerFields = <Answer extends Pick<AttemptRecord, 'statusCode' | 'detail'>>(t: ObjectFields<Answer>) => ({
  statusCode: t.int({
    nullable: true,
    description: 'The HTTP status that the endpoint answered, if it did.',
    resolve: ({ statusCode }) => statusCode,
  }),
  detail: t.string({
    nullable: true,
    description: 'A code that says more about a failure: `ECONNREFUSED`, `ENOTFOUND`, `CERT_HAS_EXPIRED`…',
    resolve: ({ detail }) => detail,
  }),
});

const WebhookAttempt = builder.objectRef<AttemptRecord>('WebhookAttempt').implement({
  description: 'One try to deliver a webhook.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: '1, 2, 3…; a replay goes on counting.' }),
    outcome: t.expose('outcome', { type: WebhookOutcome, description: 'Its outcome.' }),
    ...answerFields(t),
    durationMs: t.exposeInt('durationMs', { nullable: true, description: 'How long it took, in milliseconds.' }),
    createdAt: t.expose('at', { type: 'DateTime', description: 'When it began.' }),
  }),
});

export const WebhookDelivery = builder.node(builder.objectRef<DeliveryRecord>('WebhookDelivery'), {
  id: { resolve: ({ id }) => id, description: '`msg_…`: the header `webhook-id`, the same at every try.' },
  loadOne: (id, { services, caller }) => readWebhookDelivery(services, caller, id),
  description: 'One message to one endpoint: what it tells, and how far it has come.',
  fields: (t) => ({
    client: t.exposeString('client', { description: 'The client that it goes to.' }),
    endpoint: t.exposeString('endpoint', { description: "The endpoint's name in the config." }),
    type: t.exposeString('type', { description: 'What it tells: `payment.paid`…' }),
    status: t.expose('status', { type: WebhookDeliveryStatus, description: 'How far it has come.' }),
    eventId: t.exposeID('eventId', { description: 'The event that it tells of: `evt_…`.' }),
    payment: t.field({
      type: Payment,
      nullable: true,
      description: 'The payment that it is about; null where you may not see it.',
      resolve: ({ subject }, _args, context) => paymentOf(context, subject),
    }),
    body: t.exposeString('body', { description: 'What is sent, to the byte: JSON.' }),
    actions: t.field({
      type: [RecordedAction],
      description: 'Who had it sent again, newest first: the newest twenty.',
      resolve: ({ id }, _args, { services }) => actionsOn(services, id),
    }),
    attempts: t.field({
      type: [WebhookAttempt],
      description: 'Every try, oldest first.',
      resolve: async (delivery, _args, { services }) => [...(await readWebhookAttempts(services, delivery))],
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was written.' }),
    nextAttemptAt: t.expose('nextAttemptAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it is tried next, if nothing before it and nothing about its endpoint keeps it waiting.',
    }),
    settledAt: t.expose('settledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was delivered or given up.',
    }),
  }),
});

export const WebhookEndpoint = builder.objectRef<EndpointView>('WebhookEndpoint').implement({
  description: 'An endpoint that receives what happens to the payments of your client, and how it is doing.',
  fields: (t) => ({
    client: t.string({ description: 'The client whose it is.', resolve: ({ endpoint }) => endpoint.client }),
    name: t.string({ description: 'Its name in the config.', resolve: ({ endpoint }) => endpoint.name }),
    url: t.field({
      type: 'URL',
      description: 'Its address, without the query.',
      resolve: ({ endpoint }) => endpoint.url.replace(/\?.*$/, ''),
    }),
    events: t.stringList({
      nullable: true,
      description: 'The types that it receives; null: all.',
      resolve: ({ endpoint }) => endpoint.events && [...endpoint.events],
    }),
    state: t.expose('state', { type: WebhookEndpointState, description: 'How it is doing.' }),
    lastSuccessAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it last took a message.',
      resolve: ({ health }) => health.lastSuccessAt,
    }),
    lastFailureAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When a try last failed.',
      resolve: ({ health }) => health.lastFailureAt,
    }),
    failingSince: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'The first failure since the last success.',
      resolve: ({ health }) => health.failingSince,
    }),
    pausedUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when it is left alone.',
      resolve: ({ health, state }) => (state === 'PAUSED' ? health.pausedUntil : null),
    }),
    actions: t.field({
      type: [RecordedAction],
      description: 'Who tested it, or had a span of time sent again, newest first: the newest twenty.',
      resolve: ({ endpoint: { client, name } }, _args, { services }) =>
        actionsOn(services, subjectOf({ client, endpoint: name })),
    }),
    waitingCount: t.exposeInt('waiting', { description: 'Messages that wait for it.' }),
    oldestWaitingAt: t.expose('oldestWaitingAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the oldest of them was written.',
    }),
  }),
});
