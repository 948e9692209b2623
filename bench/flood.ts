import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describeFlood, flood } from '../test/hostile/flood.ts';
import { startLimitedProcess } from '../test/hostile/limited-process.ts';

/** `npm run bench:flood`: hostile documents beside honest payments, against the program with a heap of 256 MB. */

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '9' },
    senders: { type: 'string', default: '8' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log('npm run bench:flood -- [--seconds 9] [--senders 8]\nIn three rounds; memory is looked at after each.');
} else {
  const folder = await mkdtemp(path.join(tmpdir(), 'reglement-flood-'));
  const gateway = await startLimitedProcess({
    DATABASE_URL: `sqlite:${path.join(folder, 'payments.sqlite')}`,
    LOG_LEVEL: 'warn',
  });
  try {
    const roundMs = (Number(values.seconds) * 1000) / 3;
    const { url, residentMb } = gateway;
    const figures = await flood({ url, residentMb, rounds: 3, roundMs, senders: Number(values.senders) });
    console.log(describeFlood(figures));
    if (figures.lost.length > 0 || gateway.exitCode() !== null) process.exitCode = 1;
  } finally {
    await gateway.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
