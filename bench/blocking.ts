import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { readConfig } from '../src/config/config.ts';
import { startGateway } from '../test/support/gateway.ts';
import { type BlockingCase, groups } from './blocking-cases.ts';
import { readOptions, text } from './read-options.ts';

/**
 * `npm run bench:blocking`: how long one request keeps all others waiting. Each case of the hostile corpus, and large
 * honest files, go to a gateway in this thread; the sender has a thread of its own. What is measured is the processor
 * time of this thread between two turns of its event loop: other work on the machine does not stretch it.
 */

const usage = `npm run bench:blocking -- [--only text]
XSD_DIR names a folder with the schemas of ISO 20022; without it no file is checked against one.`;

const cpuMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** The longest stretch since it was asked last. */
function watchTurns() {
  let longest = 0;
  let before = cpuMs();
  const turn = (): void => {
    const now = cpuMs();
    longest = Math.max(longest, now - before);
    before = now;
    globalThis.setImmediate(turn);
  };
  turn();
  return async (): Promise<number> => {
    await setImmediate();
    const found = longest;
    longest = 0;
    return found;
  };
}

type Measured = BlockingCase & { readonly status: number; readonly longestMs: number; readonly cpu: number };

async function main(): Promise<void> {
  const { only } = readOptions(usage, { only: text('') }, (values) => values);
  const folder = await mkdtemp(path.join(tmpdir(), 'reglement-blocking-'));
  const { bankFiles } = readConfig({});
  const gateway = await startGateway({
    folder,
    config: {
      graphql: { graphiql: true, introspection: true, corsOrigins: [] },
      bankFiles: { ...bankFiles, schemaFolder: process.env.XSD_DIR ?? null },
    },
    environment: { LOG_LEVEL: 'error' },
  });
  const client = new Worker(new URL('./blocking-client.js', import.meta.url));
  const ask = ({ path: target, init }: BlockingCase): Promise<number> =>
    new Promise((resolve) => {
      client.once('message', resolve);
      client.postMessage({ url: gateway.url + target, init });
    });
  // Compiled, connected and at rest.
  await ask({ name: 'warm', path: '/health/live', init: {} });
  await setTimeout(500);
  const longestSince = watchTurns();
  console.log(
    '| what | cases | longest ms | half of them below ms | the longest |\n| --- | ---: | ---: | ---: | --- |',
  );
  for (const { name, cases } of groups()) {
    if (!name.includes(only)) continue;
    const measured: Measured[] = [];
    for (const one of cases) {
      await longestSince();
      const before = cpuMs();
      const status = await ask(one);
      measured.push({ ...one, status, longestMs: await longestSince(), cpu: cpuMs() - before });
    }
    const sorted = measured.toSorted((one, other) => other.longestMs - one.longestMs);
    const [worst] = sorted;
    const middle = sorted[Math.floor(sorted.length / 2)]?.longestMs ?? 0;
    const told = worst && `${worst.name} (${worst.status}; ${worst.cpu.toFixed(0)} ms in all)`;
    console.log(`| ${name} | ${cases.length} | ${worst?.longestMs.toFixed(1)} | ${middle.toFixed(1)} | ${told} |`);
  }
  await client.terminate();
  await gateway.close();
  // The turns that are watched would go on.
  process.exit();
}

await main();
