import { type Command, Option } from 'commander';
import { createWebhookEndpoints } from '../../app/event-handlers.ts';
import { createWebhookSending } from '../../app/webhook-sending.ts';
import type { Config } from '../../config/config.ts';
import { exampleWebhookOf } from '../../config/development.ts';
import type { Caller } from '../../kernel/caller.ts';
import { PaymentError } from '../../kernel/errors.ts';
import { createIdentifiers } from '../../kernel/identifiers.ts';
import {
  type EndpointView,
  listWebhookDeliveries,
  readUnnamedEndpoints,
  type UnnamedEndpoint,
  viewEndpoint,
} from '../../modules/webhooks/read-webhooks.ts';
import {
  healthyEndpoint,
  type WebhookDeliveryStatus,
  webhookDeliveryStatus,
  webhookOutcome,
} from '../../modules/webhooks/webhook-delivery.ts';
import {
  pingWebhookEndpoint,
  replayWebhook,
  replayWebhooks,
  type WebhookServices,
} from '../../modules/webhooks/webhooks.ts';
import { operator } from '../operator/operator.ts';
import { agreeing, countOf } from '../output/count.ts';
import { limitOption, momentOf } from '../output/list-options.ts';
import { momentIn, printJson } from '../output/print.ts';
import { writeMore } from '../output/write-list.ts';
import { CommandFailure, type CommandWorld, UsageError, withStore } from '../world.ts';

type Named = { readonly client: string; readonly endpoint: string };
type ListOptions = {
  readonly client: string;
  readonly endpoint?: string;
  readonly status?: WebhookDeliveryStatus;
  readonly payment?: string;
  readonly limit: number;
  readonly json?: true;
};
type ReplayOptions = {
  readonly client: string;
  readonly id?: string;
  readonly endpoint?: string;
  readonly from?: number;
  readonly to?: number;
  readonly status: WebhookDeliveryStatus;
};

const explanation = `
A person who can read the config and the database may do this for every client. A running gateway sends what is
replayed.

Examples:
  npm run gateway -- webhook endpoints
  npm run gateway -- webhook list --client boutique --status DEAD
  npm run gateway -- webhook ping --client boutique --endpoint shop
  npm run gateway -- webhook replay --client boutique --id msg_019ab8d1c5a07000a1b2c3d4e5f60718
  npm run gateway -- webhook replay --client boutique --endpoint shop --from 2026-11-24 --to 2026-11-25
`;

export function addWebhookCommands(program: Command, world: CommandWorld): void {
  const webhook = program
    .command('webhook')
    .description('Webhooks of clients: endpoints, messages, tests and replays.')
    .addHelpText('after', explanation);
  webhook
    .command('endpoints')
    .description('Every endpoint, and how it is doing.')
    .option('--json', 'print JSON, for a program')
    .action((options: { readonly json?: true }) => printEndpoints(options, world));
  webhook
    .command('list')
    .description('Messages, newest first.')
    .requiredOption('--client <name>', 'the client that receives')
    .option('--endpoint <name>', 'only those to this endpoint')
    .addOption(new Option('--status <status>', 'only those that stand like this').choices(webhookDeliveryStatus.names))
    .option('--payment <id>', 'only those about this payment: pay_…')
    .addOption(limitOption(50))
    .option('--json', 'print JSON, bodies and tries included')
    .action((options: ListOptions) => printDeliveries(options, world));
  webhook
    .command('ping')
    .description('Send a signed test message now. Ends with 1 where the endpoint does not take it.')
    .requiredOption('--client <name>', 'the client that receives')
    .requiredOption('--endpoint <name>', "the endpoint's name in the config")
    .action((options: Named) => ping(options, world));
  webhook
    .command('replay')
    .description('Send one message again, or those of a span of time: the same id, the same body.')
    .requiredOption('--client <name>', 'the client that receives')
    .addOption(new Option('--id <id>', 'this message: msg_…').conflicts(['endpoint', 'from', 'to']))
    .option('--endpoint <name>', 'those to this endpoint')
    .addOption(
      new Option(
        '--from <moment>',
        'written then or later: 2026-11-24, a day in Paris, or 2026-11-24T08:00:00Z',
      ).argParser(momentOf('moment')),
    )
    .addOption(new Option('--to <moment>', 'written before; left out: until now').argParser(momentOf('moment')))
    .addOption(
      new Option('--status <status>', 'those that stand like this')
        .choices(webhookDeliveryStatus.names)
        .default('DEAD'),
    )
    .action((options: ReplayOptions) => replay(options, world));
  webhook
    .command('secret')
    .description(
      "Make a secret for an endpoint: give it to the receiver, and to the gateway by the config's reference.",
    )
    .action(() => world.write(`whsec_${world.randomBytes(32).toString('base64')}\n`));
}

async function printEndpoints({ json }: { readonly json?: true }, world: CommandWorld): Promise<void> {
  const views = await withServices(world, async (services) => [
    ...(await Promise.all(
      services.webhooks.all().map(async (endpoint) => {
        const { client, name } = endpoint;
        return { client, endpoint: name, ...withoutAddress(await viewEndpoint(services, endpoint)) };
      }),
    )),
    ...(await readUnnamedEndpoints(services)).map((endpoint) => ({
      ...endpoint,
      ...{ state: 'NOT_IN_CONFIG' as const, health: healthyEndpoint },
    })),
  ]);
  if (json) {
    printJson(world, views.map(recordOf));
    return;
  }
  world.write(
    views.length === 0
      ? 'The config names no webhook.\n'
      : views.map((view) => `${lineOf(view, momentIn(world))}\n`).join(''),
  );
}

const withoutAddress = ({ endpoint: _address, ...view }: EndpointView) => view;

type ShownEndpoint = UnnamedEndpoint &
  Pick<EndpointView, 'health'> & { readonly state: EndpointView['state'] | 'NOT_IN_CONFIG' };

function recordOf({ client, endpoint, state, health, waiting, oldestWaitingAt }: ShownEndpoint): object {
  return {
    ...{ client, endpoint, state, waiting },
    oldestWaitingAt: textOf(oldestWaitingAt),
    lastSuccessAt: textOf(health.lastSuccessAt),
    failingSince: textOf(health.failingSince),
    pausedUntil: state === 'PAUSED' ? textOf(health.pausedUntil) : null,
  };
}

function lineOf(
  { client, endpoint, state, health, waiting, oldestWaitingAt }: ShownEndpoint,
  moment: (at: number) => string,
): string {
  const since = (what: string, at: number | null): string[] => (at === null ? [] : [`${what} ${moment(at)}`]);
  return [
    `${client}/${endpoint}  ${state}  ${waiting} waiting`,
    ...since('since', oldestWaitingAt),
    ...since('failing since', health.failingSince),
    ...since('left alone until', state === 'PAUSED' ? health.pausedUntil : null),
  ].join(', ');
}

async function printDeliveries(options: ListOptions, world: CommandWorld): Promise<void> {
  const { client, endpoint = null, status, payment: subject = null, limit, json } = options;
  await withServices(world, async (services) => {
    const statuses = status === undefined ? null : [status];
    const query = { endpoint, statuses, subject, beforeId: null, limit: limit + 1 };
    const stored = (await services.store.endpointsWithWebhooks()).map((one) => one.client);
    const found = await listWebhookDeliveries(services, operatorFor(services, client, stored), query);
    const shown = found.slice(0, limit);
    if (json) {
      const whole = shown.map(async (one) => ({ ...one, tries: await services.store.webhookAttempts(one.id) }));
      printJson(world, await Promise.all(whole));
      return;
    }
    const moment = momentIn(world);
    if (found.length === 0) world.write('No message matches.\n');
    for (const { id, endpoint: name, type, subject: about, status: stands, attempts, createdAt } of shown) {
      world.write(
        `${id}  ${moment(createdAt)}  ${name}  ${type}  ${about}  ${stands} after ${countOf(attempts, 'try')}\n`,
      );
    }
    writeMore(world, { found, limit });
  });
}

async function ping({ client, endpoint }: Named, world: CommandWorld): Promise<void> {
  const answer = await withServices(world, (services) =>
    pingWebhookEndpoint(services, operatorFor(services, client), endpoint),
  );
  const code = answer.statusCode ?? answer.detail;
  const said = `${answer.outcome}${code === null ? '' : ` (${code})`} after ${answer.durationMs} ms`;
  if (answer.outcome !== 'DELIVERED')
    throw new CommandFailure(`${said}: ${webhookOutcome.descriptions[answer.outcome]}`);
  world.write(`${said}\n`);
}

async function replay({ client, id, endpoint, from, to, status }: ReplayOptions, world: CommandWorld): Promise<void> {
  await withServices(world, async (services) => {
    const caller = operatorFor(services, client);
    if (id !== undefined) {
      await replayWebhook(services, caller, id);
      world.write(`${id} waits to be sent again.\n`);
      return;
    }
    if (endpoint === undefined || from === undefined) throw new UsageError('Name --id, or --endpoint and --from.');
    const range = { endpoint, from, to: to ?? services.clock(), statuses: [status] };
    const { replayed, isMore } = await replayWebhooks(services, caller, range);
    const rest = isMore ? ' There may be more: name a shorter span.' : '';
    world.write(`${countOf(replayed, 'message')} ${agreeing(replayed, 'waits', 'wait')} to be sent again.${rest}\n`);
  });
}

/** @throws CommandFailure with the text of the refusal */
async function withServices<T>(world: CommandWorld, work: (services: WebhookServices) => Promise<T>): Promise<T> {
  const { clock } = world;
  return withStore(world, async (store, config) => {
    const { sendWebhook, close } = createWebhookSending(config, clock);
    try {
      return await work({
        ...{ store, clock, sendWebhook, settings: config },
        identifiers: createIdentifiers(clock),
        webhooks: createWebhookEndpoints(config, exampleOf(config)),
        // A running gateway looks every second.
        announceWebhooks: () => undefined,
      });
    } catch (error) {
      if (error instanceof PaymentError) throw new CommandFailure(error.message, { cause: error });
      throw error;
    } finally {
      await close();
    }
  });
}

/** On a development deployment without clients: the example of a receiver. */
function exampleOf(config: Config) {
  const endpoint = exampleWebhookOf(config);
  return endpoint && { endpoint, isListening: () => true, wasSeen: () => true };
}

/** @throws UsageError for a client that has no webhooks, which is most likely mistyped */
function operatorFor(
  { webhooks }: Pick<WebhookServices, 'webhooks'>,
  client: string,
  stored: readonly string[] = [],
): Caller {
  const known = new Set([...webhooks.all().map((endpoint) => endpoint.client), ...stored]);
  if (!known.has(client)) {
    throw new UsageError(
      `${client} has no webhooks in the config. Clients that have: ${[...known].join(', ') || 'none'}.`,
    );
  }
  return { ...operator, client };
}

const textOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
