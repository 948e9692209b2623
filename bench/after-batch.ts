import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { addDays, parisDateOf } from '../src/kernel/sepa/target-calendar.ts';
import { maximumDebits } from '../src/modules/direct-debits/batches/plan-batch.ts';
import { prepareDebits } from './prepare-debits.ts';
import { readOptions } from './read-options.ts';
import { startGateway } from './servers.ts';

/**
 * `npm run bench:after-batch`: a gateway makes a batch of 10,000 direct debits. Its file is downloaded at once, and the
 * health is asked during the batch and for five seconds after it. On a quiet machine no request is refused (503); exit
 * code 1 where one is.
 */

const usage = 'npm run bench:after-batch';

const secondsAfter = 5;

const query = `mutation ($cutOff: Date!) {
  createDirectDebitBatch(input: { idSociete: "1", cutOff: $cutOff, runMode: TEST }) {
    __typename ... on CreateDirectDebitBatchSuccess { batches { debits file { url bytes } } }
    ... on PaymentError { message }
  }
}`;

type Made = { readonly debits: number; readonly file: { readonly url: string; readonly bytes: number } };

async function makeBatch(origin: string): Promise<Made> {
  const body = JSON.stringify({ query, variables: { cutOff: addDays(parisDateOf(Date.now()), 12) } });
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
  const answer = await fetch(`${origin}/graphql`, { method: 'POST', headers, body });
  const text = await answer.text();
  const [batch] = JSON.parse(text).data?.createDirectDebitBatch?.batches ?? [];
  if (batch?.debits !== maximumDebits) throw new Error(`no batch of ${maximumDebits} debits: ${text.slice(0, 500)}`);
  return batch;
}

/** How often each status was answered, until the answer is called. */
function askOnAndOn(url: string) {
  const statuses = new Map<number, number>();
  let goesOn = true;
  const asked = (async () => {
    while (goesOn) {
      const { status, body } = await fetch(url);
      await body?.cancel();
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      await setTimeout(50);
    }
  })();
  return async (): Promise<ReadonlyMap<number, number>> => {
    goesOn = false;
    await asked;
    return statuses;
  };
}

async function main(): Promise<void> {
  readOptions(usage, {}, () => null);
  const folder = await mkdtemp(path.join(tmpdir(), 'reglement-bench-'));
  const databaseUrl = `sqlite:${path.join(folder, 'payments.sqlite')}`;
  await prepareDebits(databaseUrl);
  const server = await startGateway({ databaseUrl });
  const stopAsking = askOnAndOn(`${server.origin}/health/ready`);
  try {
    const startedAt = performance.now();
    const { file } = await makeBatch(server.origin);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    const download = await fetch(new URL(new URL(file.url).pathname, server.origin));
    const { byteLength } = await download.arrayBuffer();
    await setTimeout(secondsAfter * 1000);
    const statuses = [...(await stopAsking())];
    console.log(`batch of ${maximumDebits} debits: ${seconds} s`);
    console.log(`its file, at once: ${download.status}, ${byteLength} of ${file.bytes} bytes`);
    console.log(`health, during and after: ${statuses.map(([status, times]) => `${times} x ${status}`).join(', ')}`);
    const isServed = download.status === 200 && byteLength === file.bytes;
    if (!isServed || statuses.some(([status]) => status !== 200)) process.exitCode = 1;
  } finally {
    await stopAsking();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
