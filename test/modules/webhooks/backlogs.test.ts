import { describe, expect, test } from 'vitest';
import { createQueries } from '../../../src/app/store.ts';
import { postgres } from '../../support/databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { ask, openTestStore } from '../../support/store/examples.ts';
import { compilerOf } from '../../support/store/plans.ts';

describe.each([postgres])('a long backlog on $name', (database) => {
  const opened = openForGroup(() => openTestStore(database));

  test('is made due along its index, however much of it is wanted', async () => {
    const { databaseUrl } = opened;
    await ask(
      databaseUrl,
      `insert into webhook_deliveries (id, client, endpoint, subject, sequence, event_id, type, body, status, attempts,
          tries, created_at, next_attempt_at, expires_at)
        select 'msg_' || number, 'shop', 'main', 'pay_' || number, 1, '', '', '', 'WAITING', 1, 1, 1, 9, 99
        from generate_series(1, 100000) as number`,
    );
    await ask(databaseUrl, 'analyze webhook_deliveries');
    const { sql } = createQueries(compilerOf('postgres')).makeWebhooksDue;
    const values: Readonly<Record<string, string>> = { client: `'shop'`, endpoint: `'main'` };
    const filled = sql
      .replaceAll(/"(client|endpoint)" = \$\d+/g, (_all, name: string) => `"${name}" = ${values[name]}`)
      .replaceAll(/limit \$\d+/g, 'limit 10000')
      .replaceAll(/\$\d+/g, '5');
    const plan = (await ask(databaseUrl, `explain ${filled}`)).map((row) => row['QUERY PLAN']).join('\n');
    // The rest of the plan looks them up by their ids.
    expect(plan).toContain('using webhook_deliveries_due on');
  });
});
