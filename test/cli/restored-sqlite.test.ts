import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { db } from '../support/cli/restore-drill.ts';
import { startGateway } from '../support/gateway.ts';
import { temporaryFolder } from '../support/open-for.ts';
import { countPayments, initiated } from '../support/requests.ts';
import { ask } from '../support/store/examples.ts';

describe('a restore into SQLite', () => {
  const folder = temporaryFolder('restored');
  const backup = path.join(folder, 'backup');

  /** Takes a payment, and counts all. */
  async function pay(databaseUrl: string): Promise<number> {
    const gateway = await startGateway({ databaseUrl });
    await initiated(gateway, { idCommande: `${Math.random()}` });
    const payments = await countPayments(gateway);
    await gateway.close();
    return payments;
  }

  it('replaces what a newer gateway changed, so that an older one can take over', async () => {
    const databaseUrl = `sqlite:${folder}/rolled-back.sqlite`;
    expect(await pay(databaseUrl)).toBe(1);
    expect(await db(databaseUrl, ['backup', backup])).toMatchObject({ code: 0 });
    expect(await pay(databaseUrl)).toBe(2);
    await ask(databaseUrl, `insert into kysely_migration values ('9999-newer', '2027')`);
    const newer = { code: 1, complaints: expect.stringContaining('changed by a newer gateway (9999-newer)') };
    expect(await db(databaseUrl, ['restore', backup])).toMatchObject(newer);
    expect(await db(databaseUrl, ['restore', '--force', backup])).toMatchObject({ code: 0, complaints: '' });
    expect(await pay(databaseUrl)).toBe(2);
    await ask(databaseUrl, `update kysely_migration set name = 'theirs ' || name`);
    const theirs = { code: 1, complaints: expect.stringContaining("another program's") };
    expect(await db(databaseUrl, ['restore', '--force', backup])).toMatchObject(theirs);
  });
});
