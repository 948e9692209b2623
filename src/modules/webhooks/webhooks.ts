import assert from 'node:assert/strict';
import { z } from 'zod';
import { announceAction, recordAction } from '../../kernel/audit/record-action.ts';
import { type Caller, type OnDeployment, requirePower } from '../../kernel/caller.ts';
import { InvalidInputError, type Issue, refuseIssues } from '../../kernel/errors.ts';
import { firstIdAt } from '../../kernel/identifiers.ts';
import { recordPing, reviveEndpoint, type SendWebhook } from './deliver-webhook.ts';
import type { Services } from './ports.ts';
import type { WebhookEndpoints } from './queue-webhooks.ts';
import { endpointsOf, readWebhookDelivery, subjectOf } from './read-webhooks.ts';
import { type pingBody, pingType } from './webhook.ts';
import {
  type WebhookAnswer,
  type WebhookDelivery,
  type WebhookDeliveryStatus,
  webhookDeliveryStatus,
} from './webhook-delivery.ts';
import { webhookLifetimeMs } from './webhook-schedule.ts';

/** What a client does about its own webhooks, and a person about those of every client, with the scope `replay`. */

export type WebhookServices = Pick<Services, 'store' | 'clock' | 'identifiers'> &
  OnDeployment & {
    readonly webhooks: WebhookEndpoints;
    readonly sendWebhook: SendWebhook;
    /** Called when messages became due. */
    readonly announceWebhooks: () => void;
  };

const requireReplay = (caller: Caller): void => requirePower(caller, 'replay', 'see its webhooks or send them again');

/**
 * Sends a message again, under its id and as it was written, from the beginning of the schedule.
 * @throws InvalidInputError, NotAllowedError
 */
export async function replayWebhook(services: WebhookServices, caller: Caller, id: string): Promise<WebhookDelivery> {
  requireReplay(caller);
  const found = await readWebhookDelivery(services, caller, id);
  if (!found) throw refused(['id'], 'There is no such webhook.');
  if (!services.webhooks.of(found.client).some(({ name }) => name === found.endpoint))
    throw refused(['id'], noEndpoint);
  const replay = replayOf(services);
  const replayed = await services.store.transact(async (transaction) => {
    const isReplayed = await transaction.replayWebhook(id, replay);
    if (isReplayed) await recordAction(services, transaction, caller, 'REPLAY_WEBHOOK', id);
    return isReplayed;
  });
  if (!replayed) throw refused(['id'], 'It is being sent right now.');
  await reviveEndpoint(services, found);
  services.announceWebhooks();
  return (await services.store.webhookDelivery(id)) ?? found;
}

const replayRange = z
  .object({
    endpoint: z.string(),
    /** Whose endpoint. Left out: the caller's. */
    client: z.string().nullish(),
    /** Milliseconds since the epoch: when the messages were written. */
    from: z.number().min(0, 'must not be before 1970'),
    to: z.number().max(8_640_000_000_000_000),
    statuses: z.array(z.enum(webhookDeliveryStatus.names)).min(1, 'must name a status'),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'must come after from' });
export type ReplayRange = z.input<typeof replayRange>;

/** What waits comes first: the others wait as well once they are replayed, and would count again. */
const replayOrder = ['WAITING', 'DELIVERED', 'DEAD'] as const satisfies readonly WebhookDeliveryStatus[];

/**
 * The same for the messages of an endpoint in a span of time, `from` included and `to` excluded, oldest first. It takes
 * a thousand in a transaction; `isMore` where there may be others after a hundred thousand. Another call would begin
 * with the same ones, where they are delivered by then.
 * @throws InvalidInputError, NotAllowedError
 */
export async function replayWebhooks(
  services: WebhookServices,
  caller: Caller,
  input: ReplayRange,
  { atOnce = 1000, atMost = 100_000 }: { readonly atOnce?: number; readonly atMost?: number } = {},
): Promise<{ readonly replayed: number; readonly isMore: boolean }> {
  requireReplay(caller);
  const parsed = replayRange.safeParse(input);
  const endpointWanted = endpointNamed(services, caller, { name: input.endpoint, client: input.client ?? null });
  refuseIssues([
    ...(parsed.success ? [] : issuesOf(parsed.error)),
    ...(endpointWanted ? [] : [{ path: ['endpoint'], message: noEndpoint }]),
  ]);
  assert(parsed.success && endpointWanted, 'an input that cannot be used has an issue');
  const { endpoint, from, to, statuses } = parsed.data;
  const range = { client: endpointWanted.client, endpoint, toId: firstIdAt('msg', to), limit: atOnce };
  const replay = replayOf(services);
  await announceAction(services, caller, 'REPLAY_WEBHOOKS', subjectOf(range));
  let replayed = 0;
  for (const status of replayOrder.filter((name) => statuses.includes(name))) {
    let nextId: string | null = firstIdAt('msg', from);
    while (nextId !== null && replayed < atMost) {
      const fromId: string = nextId;
      const page = await services.store.transact((transaction) =>
        transaction.replayWebhooks({ ...range, status, fromId }, replay),
      );
      replayed += page.replayed;
      nextId = page.nextId;
    }
  }
  if (replayed > 0) await reviveEndpoint(services, range);
  services.announceWebhooks();
  return { replayed, isMore: replayed >= atMost };
}

/**
 * Sends one test message at once; it appears in no list. If the endpoint accepts it, it is doing well again, and all
 * that waits is sent.
 * @throws InvalidInputError, NotAllowedError
 */
export async function pingWebhookEndpoint(
  services: WebhookServices,
  caller: Caller,
  name: string,
  client?: string | null,
): Promise<WebhookAnswer> {
  requireReplay(caller);
  const endpoint = endpointNamed(services, caller, { name, client: client ?? null });
  if (!endpoint) throw refused(['endpoint'], noEndpoint);
  const id = services.identifiers.newId('msg');
  const timestamp = new Date(services.clock()).toISOString();
  const body: z.output<typeof pingBody> = { id, type: pingType, timestamp, data: { endpoint: name } };
  await announceAction(services, caller, 'PING_WEBHOOK', subjectOf({ client: endpoint.client, endpoint: name }));
  const answer = await services.sendWebhook(endpoint, { id, body: JSON.stringify(body) });
  if (answer.outcome === 'DELIVERED') {
    await recordPing(services, endpoint);
    services.announceWebhooks();
  }
  return answer;
}

const endpointNamed = (
  services: Pick<WebhookServices, 'webhooks' | 'settings'>,
  caller: Caller,
  { name, client }: { readonly name: string; readonly client: string | null },
) => endpointsOf(services, caller).find((one) => one.name === name && one.client === (client ?? caller.client));

const noEndpoint = 'The config has no such endpoint for this client.';

const replayOf = ({ clock }: Pick<WebhookServices, 'clock'>) => {
  const now = clock();
  return { now, expiresAt: now + webhookLifetimeMs };
};

const refused = (path: readonly string[], message: string): InvalidInputError =>
  new InvalidInputError([{ path, message }]);

const issuesOf = ({ issues }: z.ZodError): Issue[] =>
  issues.map(({ path, message }) => ({ path: path.map(String), message }));
