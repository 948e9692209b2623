import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeFlood, flood } from '../test/support/hostile/flood.ts';
import { startLimitedProcess } from '../test/support/hostile/limited-process.ts';
import { positive, readOptions, text } from './read-options.ts';

/** `npm run bench:flood`: hostile documents beside honest payments, against the program with a heap of 256 MB. */

const usage = 'npm run bench:flood -- [--seconds 9] [--senders 8]\nIn three rounds; memory is looked at after each.';

const optionsGiven = () =>
  readOptions(usage, { seconds: text('9'), senders: text('8') }, (values) => ({
    seconds: positive(values, 'seconds'),
    senders: positive(values, 'senders'),
  }));

async function main(): Promise<void> {
  const options = optionsGiven();
  await using folder = await mkdtempDisposable(path.join(tmpdir(), 'reglement-flood-'));
  await using gateway = await startLimitedProcess({
    DATABASE_URL: `sqlite:${path.join(folder.path, 'payments.sqlite')}`,
    LOG_LEVEL: 'warn',
  });
  const roundMs = (options.seconds * 1000) / 3;
  const { url, residentMb } = gateway;
  const figures = await flood({ url, residentMb, rounds: 3, roundMs, senders: options.senders });
  console.log(describeFlood(figures));
  if (figures.lost.length > 0 || gateway.exitCode() !== null) process.exitCode = 1;
}

await main();
