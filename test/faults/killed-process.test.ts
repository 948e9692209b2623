import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/open-for.ts';
import { type GatewayProcess, startProcess } from '../support/process.ts';
import { legacyPath } from '../support/requests.ts';

/** The real program, which kills itself where `CRASH_AT` says, and the one that comes after it. */

const folder = temporaryFolder('killed');

const start = (crashAt = ''): Promise<GatewayProcess> =>
  startProcess({ DATABASE_URL: `sqlite:${path.join(folder, 'payments.sqlite')}`, CRASH_AT: crashAt });

const ask = async ({ url }: GatewayProcess, idCommande: string): Promise<boolean> => {
  const response = await fetch(`${url}${legacyPath({ idCommande }, '.json')}`);
  return ((await response.json()) as { replayed: boolean }).replayed;
};

/** It would answer 0 if it were there to be stopped. */
const isDead = async (gateway: GatewayProcess): Promise<boolean> => (await gateway.stop('SIGTERM')) === null;

describe('a process with CRASH_AT', () => {
  it('dies at the moment that was named, the time that was named; what was committed is there after it', async () => {
    const first = await start('before-commit:initiation@2');
    expect(await ask(first, '1')).toBe(false);
    await expect(ask(first, '2')).rejects.toThrow();
    expect(await isDead(first)).toBe(true);

    const second = await start('after-commit:initiation');
    expect(await ask(second, '1')).toBe(true);
    await expect(ask(second, '2')).rejects.toThrow();
    expect(await isDead(second)).toBe(true);

    const third = await start();
    expect(await ask(third, '2')).toBe(true);
    expect(await third.stop('SIGTERM')).toBe(0);
  });
});
