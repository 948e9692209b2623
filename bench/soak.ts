import { setTimeout } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { type LoadRequest, legacyUrl, mutation } from './cases.ts';
import { positive, readOptions, text } from './read-options.ts';
import { describeMachine, markdownTable } from './report.ts';
import { startGateway } from './servers.ts';

const help = `Keeps the gateway busy for long, evenly, and prints what memory it holds meanwhile.

  npm run bench:soak -- [options]

  --minutes N   how long (60); a tenth of it is one line of the table
  --rate N      requests in a second, whether or not those before were answered (60)
  --help

Payments by both doors, keys that come again, reads, pages, refusals and followers that leave. On a busy machine the
gateway may turn some away (503), which is counted apart. Ends with 1 where a request was answered as it must not be.`;

/** What is asked, how often among twenty, and a text that the answer holds. */
type Kind = {
  readonly share: number;
  readonly expected: string;
  readonly request: (n: number, known: { readonly id: string; readonly reference: string }) => LoadRequest;
};

const json = { 'content-type': 'application/json', accept: 'application/json' };
const graphql = (query: string, variables: object): LoadRequest => ({
  ...{ method: 'POST', path: '/graphql', headers: json, body: JSON.stringify({ query, variables }) },
});
const get = (path: string): LoadRequest => ({ method: 'GET', path, headers: {} });
const selection = 'id reference status events(first: 5) { edges { node { sequence } } }';

const kinds: readonly Kind[] = [
  {
    share: 6,
    expected: '"InitiatePaymentSuccess"',
    request: (n) => mutation('id reference', { idCommande: `soak-${n}` }),
  },
  { share: 2, expected: '"replayed":true', request: () => mutation('id', { idempotencyKey: 'soak' }) },
  { share: 4, expected: '"replayed":false', request: (n) => get(legacyUrl.path.replace('{n}', `soak-${n}`)) },
  {
    share: 3,
    expected: '"sequence"',
    request: (_, { id }) => graphql(`query ($id: ID!) { payment(id: $id) { ${selection} } }`, { id }),
  },
  {
    share: 2,
    expected: '"hasNextPage"',
    request: () => graphql('{ payments(first: 20) { edges { node { id } } pageInfo { hasNextPage } } }', {}),
  },
  { share: 1, expected: '"REQUIRES_ACTION"', request: (_, { reference }) => get(`/payment_status/${reference}.json`) },
  { share: 1, expected: '"InvalidInputError"', request: () => mutation('id', { amount: -1 }) },
  { share: 1, expected: 'event:', request: (_, { id }) => follow(id) },
];

/** A follower, who leaves when the first event has come. */
function follow(id: string): LoadRequest {
  const asked = graphql('subscription ($id: ID!) { paymentUpdated(id: $id) { __typename } }', { id });
  return { ...asked, headers: { ...json, accept: 'text/event-stream' } };
}

const optionsGiven = () =>
  readOptions(help, { minutes: text('60'), rate: text('60') }, (values) => ({
    minutes: positive(values, 'minutes'),
    rate: positive(values, 'rate'),
  }));

async function main(): Promise<void> {
  const options = optionsGiven();
  const gateway = await startGateway();
  const agent = new Agent({ connections: 32 });
  try {
    process.exitCode = (await soak(gateway, agent, options)) ? 0 : 1;
  } finally {
    await agent.destroy();
    await gateway.stop();
  }
}

type Window = {
  readonly answered: number;
  readonly lowestMb: number;
  readonly highestMb: number;
  readonly cpu: number;
};

/** Whether all was answered as it must be. */
async function soak(
  { origin, readUsage }: Awaited<ReturnType<typeof startGateway>>,
  agent: Agent,
  { minutes, rate }: { readonly minutes: number; readonly rate: number },
): Promise<boolean> {
  const cycle = kinds.flatMap((kind) => Array.from({ length: kind.share }, () => kind));
  let known = { id: '', reference: '' };
  const wrong: string[] = [];
  let [sent, answered, turnedAway, waiting] = [0, 0, 0, 0];

  const ask = async ({ expected, request: requestOf }: Kind) => {
    const { method, path, headers, body } = requestOf(++sent, known);
    waiting++;
    try {
      const answer = await request(`${origin}${path}`, { method, headers, body: body ?? null, dispatcher: agent });
      let text = '';
      for await (const chunk of answer.body) {
        text += chunk;
        if (headers.accept === 'text/event-stream' && text.includes(expected)) break;
      }
      if (answer.statusCode === 503 && text.includes('Nothing was done: come back.')) {
        turnedAway++;
        return;
      }
      if (!text.includes(expected)) throw new Error(`answered ${answer.statusCode}: ${text.slice(0, 300)}`);
      const made = /"id":"(?<id>pay_\w+)","reference":"(?<reference>[\w-]+)"/.exec(text)?.groups;
      if (made?.id && made.reference) known = { id: made.id, reference: made.reference };
      answered++;
    } catch (error) {
      wrong.push(`${method} ${path}: ${error instanceof Error ? error.message : error}`);
    } finally {
      waiting--;
    }
  };
  // One of each before the first is measured, and a payment that the others ask for.
  await ask(kinds[0] as Kind);
  await ask({ ...(kinds[1] as Kind), expected: '"InitiatePaymentSuccess"' });

  const windows: Window[] = [];
  const windowMs = (minutes * 60_000) / 10;
  for (let window = 0; window < 10 && wrong.length < 20; window++) {
    const [start, before, cpuBefore] = [performance.now(), answered, (await readUsage()).cpuMicroseconds];
    const held: number[] = [];
    let due = 0;
    for (let tick = 1; performance.now() - start < windowMs; tick++) {
      for (due += rate / 10; due >= 1; due--) void ask(cycle[(sent * 7) % cycle.length] as Kind);
      if (tick % 10 === 0) held.push((await readUsage()).ownBytes / 1024 / 1024);
      await setTimeout(Math.max(0, start + tick * 100 - performance.now()));
    }
    const cpu = ((await readUsage()).cpuMicroseconds - cpuBefore) / (answered - before);
    windows.push({ answered, lowestMb: Math.min(...held), highestMb: Math.max(...held), cpu });
    process.stderr.write(
      `${window + 1} of 10: ${answered} answered, ${waiting} waiting, ${held.at(-1)?.toFixed(0)} MB\n`,
    );
  }
  for (let tries = 0; tries < 100 && waiting > 0; tries++) await setTimeout(100);
  console.log(
    `${describeMachine()}\n\`npm run bench:soak -- --minutes ${minutes} --rate ${rate}\`\n\n${table(windows, minutes)}`,
  );
  console.log(`\n${sent} asked, ${answered} answered as they must be, ${turnedAway} turned away`);
  console.log(`${wrong.length} answered wrongly, ${waiting} not at all`);
  for (const line of wrong.slice(0, 5)) console.log(line);
  return wrong.length === 0 && waiting === 0;
}

function table(windows: readonly Window[], minutes: number): string {
  const rows = windows.map(({ answered, lowestMb, highestMb, cpu }, index) => [
    `to minute ${((minutes / 10) * (index + 1)).toFixed(1)}`,
    String(answered),
    ...[lowestMb, highestMb, cpu].map((figure) => figure.toFixed(0)),
  ]);
  return markdownTable(['time', 'answered so far', 'lowest MB', 'highest MB', 'CPU µs/request'], rows);
}

await main();
