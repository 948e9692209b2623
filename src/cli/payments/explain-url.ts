import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { createAuthenticate } from '../../config/authenticate.ts';
import { type Config, readConfig } from '../../config/config.ts';
import { anonymous, type Caller, callerOrNull } from '../../kernel/caller.ts';
import { derivedKey, parseInitiation } from '../../modules/payments/initiation/initiation.ts';
import { keyScope } from '../../modules/payments/initiation/plan-initiation.ts';
import { initiationMutation } from '../../modules/payments/initiation/same-initiation.ts';
import type { Explanation } from '../../rest/routes/explain.ts';
import { operator } from '../operator/operator.ts';
import { printJson } from '../output/print.ts';
import { checkReadable } from '../output/readable-file.ts';
import { tableOf } from '../output/table.ts';
import { CommandFailure, type CommandWorld, UsageError, withServices } from '../world.ts';

type ExplainOptions = {
  readonly client?: string;
  readonly method: string;
  readonly header?: Readonly<Record<string, string>>;
  readonly data?: string;
  readonly json?: true;
};

const explanation = `
The request goes the door's own way, by the same rules and against the database as it is now, and what it would
record is rolled back. Without --client it is taken to come from a caller with every right (with no clients in the config: from anonymous, as the door does); a key in --header counts as at the door.
Ends with 1 where the door would refuse.

Examples:
  npm run gateway -- explain-url https://pay.example/payment_initiate/PAYBOX/TEST/CB/web/1/2263/45012/CB/1250/a@b.fr.json
  npm run gateway -- explain-url '/payment_initiate/1/0/2/web/1/2263/0/2/1250/a@b.fr?callback=shop.paid' --client boutique
  npm run gateway -- explain-url /json/reply/payment_initiate --method POST --data @request.json --header 'Content-Type: application/json'
`;

export function addExplainUrlCommand(program: Command, world: CommandWorld): void {
  program
    .command('explain-url')
    .argument('<url>', 'a legacy URL; the host does not count')
    .description(
      'Say how the legacy door reads a URL, what it would do, and the same call in GraphQL. Initiates nothing.',
    )
    .option('--client <name>', 'as this client of the config')
    .option('--method <method>', 'GET or POST', 'GET')
    .option('--header <name: value>', 'a header of the request; may be given more than once', headerOf)
    .option('--data <text>', 'the body; @file reads it from a file')
    .option('--json', 'print JSON, for a program')
    .addHelpText('after', explanation)
    .action((url: string, options: ExplainOptions) => explain(url, options, world));
}

async function explain(given: string, options: ExplainOptions, world: CommandWorld): Promise<void> {
  const config = readConfig(world.environment);
  const { caller, who } = callerOf(config, options, world);
  const url = targetOf(given);
  const request = {
    method: options.method.toUpperCase(),
    url,
    headers: options.header ?? {},
    body: bodyOf(options.data),
  };
  const explained = await withServices(world, async (services) => {
    const { explainLegacyRequest } = await import('../../app/explain-url.ts');
    return explainLegacyRequest(services, services.store, caller, request);
  });
  const derived = derivedKeyOf(explained, caller, options);
  if (options.json) printJson(world, { url, caller: who, ...explained, derivedKey: derived });
  else world.write(textOf({ explained, derived }, who, config, options));
  if (explained.kind === 'NO_OPERATION' || (explained.kind === 'OPERATION' && explained.fault))
    throw new CommandFailure('The door would refuse this.');
}

/**
 * The caller that the door would see, if the request has a key; else the named client, or a caller with every right.
 */
function callerOf(
  config: Config,
  { client, header = {} }: ExplainOptions,
  { clock }: CommandWorld,
): { readonly caller: Caller | null; readonly who: string } {
  const headers = Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), value]));
  if (headers.authorization !== undefined || headers['x-api-key'] !== undefined) {
    const caller = identify(config, headers, clock);
    return { caller, who: caller?.client ?? 'no known client' };
  }
  if (client !== undefined) {
    const found = config.clients.find(({ caller }) => caller.client === client);
    if (!found) throw new UsageError(`--client: there is no client ${client} in the config.`);
    return { caller: found.caller, who: client };
  }
  return config.clients.length === 0 && config.deployment === 'development'
    ? { caller: anonymous, who: anonymous.client }
    : { caller: operator, who: 'a caller with every right' };
}

function identify(config: Config, headers: Readonly<Record<string, string>>, clock: () => number): Caller | null {
  return callerOrNull(createAuthenticate(config, clock), { headers });
}

type Explained = { readonly explained: Explanation; readonly derived: string | null };

/** The key under which the same URL means the same payment; null where the caller gives one, or is refused. */
function derivedKeyOf(explained: Explanation, caller: Caller | null, { header = {} }: ExplainOptions): string | null {
  if (explained.kind !== 'OPERATION' || !explained.input || !explained.answer || !caller) return null;
  const hasKey = explained.input.idempotencyKey || Object.keys(header).some((name) => /^idempotency-key$/i.test(name));
  if (hasKey) return null;
  const runMode = explained.answer.effective_run_mode === 'LIVE' ? 'LIVE' : 'TEST';
  return derivedKey(parseInitiation(explained.input), keyScope(caller, runMode));
}

function textOf({ explained, derived }: Explained, who: string, config: Config, { method }: ExplainOptions): string {
  if (explained.kind === 'NO_INITIATION')
    return `${explained.operation} asks where a payment stands, and initiates nothing.\n`;
  if (explained.kind === 'NO_OPERATION') {
    const reasons = {
      403: 'It is a prefetch, the preview of a link, or the script of a service worker: 403, and nothing else.',
      404: 'There is no such route, or not for this method: 404, and nothing else.',
    };
    return `${explained.status === null ? 'This is not a URL of the legacy door.' : reasons[explained.status]}\n`;
  }
  const { format, callback, fields, fault, answer, input } = explained;
  return [
    `${method.toUpperCase()} from ${who}, answered in ${callback === '' ? format : `JSONP: /**/${callback}({…})`}`,
    '',
    'The fields',
    ...(fields.length === 0
      ? ['  none: the request is refused before they are read']
      : tableOf(fields.map(({ name, value, from }) => [name, value, from]))),
    '',
    ...(fault ? refusalOf(fault) : []),
    ...(answer ? effectOf(answer, derived) : []),
    ...(input ? ['', ...graphqlOf(input, config)] : []),
    '',
  ].join('\n');
}

type Operation = Extract<Explanation, { readonly kind: 'OPERATION' }>;

const refusalOf = ({ status, errorCode, message, errors }: NonNullable<Operation['fault']>): string[] => [
  `The door would refuse: ${status} ${errorCode}`,
  `  ${message}`,
  ...errors.map(({ fieldName, message: text }) => `  ${fieldName}: ${text}`),
];

function effectOf(answer: NonNullable<Operation['answer']>, derived: string | null): string[] {
  const repeats = answer.replayed
    ? `The same request was made before: it would answer the payment ${answer.reference}, then ${answer.status}.`
    : `It would record a new payment, ${answer.status}.`;
  const lasts = answer.id_commande === '0' ? 'for minutes: there is no order' : 'for as long as the payment exists';
  const isLive = answer.effective_run_mode === 'LIVE';
  return [
    repeats,
    ...tableOf([
      ['means', meansOf(answer)],
      ['amount', `${answer.amount} cents, ${answer.currency}`],
      ['run mode', `${answer.payment_run_mode}, which is ${answer.effective_run_mode} here`],
      ['money', isLive ? 'REAL MONEY moves' : 'no real money moves'],
      ['key', derived ?? 'the one that the request gives'],
      ['it holds', derived === null ? 'for 31 days at least, for the same request alone' : lasts],
    ]),
  ];
}

function meansOf({
  redirect,
  bank_transfer: transfer,
  payment_target: target,
}: NonNullable<Operation['answer']>): string {
  if (redirect) return `the customer pays on the page of ${target}`;
  return transfer ? 'the customer makes a transfer with our reference' : 'nothing is asked of the customer';
}

function graphqlOf(input: NonNullable<Operation['input']>, config: Config): string[] {
  const variables = { input: Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) };
  const body = JSON.stringify({ query: initiationMutation.replaceAll(/\s+/g, ' '), variables });
  const address = config.publicUrl ?? `http://127.0.0.1:${config.port}`;
  const key = config.clients.length > 0 ? ` -H 'Authorization: Bearer …'` : '';
  return [
    'The same in GraphQL (give an idempotencyKey: GraphQL derives none)',
    ...initiationMutation.split('\n').map((line) => `  ${line}`),
    '  with the variables',
    ...JSON.stringify(variables, null, 2)
      .split('\n')
      .map((line) => `  ${line}`),
    '  or',
    `  curl ${address}/graphql -H 'Content-Type: application/json'${key} -d '${body.replaceAll("'", String.raw`'\''`)}'`,
  ];
}

/** Path and query as they are sent; a browser's address may lack the scheme. */
function targetOf(url: string): string {
  const path = /^(?:https?:\/\/[^/?#]+|[a-z\d.-]+(?::\d+)?)?(\/[^#]*)/i.exec(url)?.[1];
  if (path === undefined) throw new UsageError('The URL must begin with http(s)://, a host, or a slash.');
  return encodeURI(path).replaceAll('%25', '%');
}

function bodyOf(data: string | undefined): string {
  if (!data?.startsWith('@')) return data ?? '';
  const file = data.slice(1);
  checkReadable(file);
  return readFileSync(file, 'utf8');
}

function headerOf(text: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError('It must be like Name: value.');
  return { ...before, [name]: value };
}
