import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describeFlood, flood } from '../test/support/hostile/flood.ts';
import { startLimitedProcess } from '../test/support/hostile/limited-process.ts';
import { readOptions } from './read-options.ts';

/** `npm run bench:flood`: hostile documents beside honest payments, against the program with a heap of 256 MB. */

const usage = 'npm run bench:flood -- [--seconds 9] [--senders 8]\nIn three rounds; memory is looked at after each.';

type Options = { readonly seconds: number; readonly senders: number };

/** Null where only the usage is asked for. */
function optionsGiven(): Options | null {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '9' },
      senders: { type: 'string', default: '8' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const [seconds, senders] = [Number(values.seconds), Number(values.senders)];
  if (!(seconds > 0 && senders > 0)) throw new Error('--seconds and --senders must be positive numbers');
  return { seconds, senders };
}

async function main(): Promise<void> {
  const options = readOptions(optionsGiven, usage);
  const folder = await mkdtemp(path.join(tmpdir(), 'reglement-flood-'));
  const gateway = await startLimitedProcess({
    DATABASE_URL: `sqlite:${path.join(folder, 'payments.sqlite')}`,
    LOG_LEVEL: 'warn',
  });
  try {
    const roundMs = (options.seconds * 1000) / 3;
    const { url, residentMb } = gateway;
    const figures = await flood({ url, residentMb, rounds: 3, roundMs, senders: options.senders });
    console.log(describeFlood(figures));
    if (figures.lost.length > 0 || gateway.exitCode() !== null) process.exitCode = 1;
  } finally {
    await gateway.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
