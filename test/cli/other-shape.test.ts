import { describe, expect, it } from 'vitest';
import { commandOn } from '../support/cli/run-gateway.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { ask } from '../support/store/examples.ts';

/** Commands on a database whose tables a newer or an older version made. */

const commands = [
  ['payment', 'list'],
  ['payment', 'refund', '4K7M-9QXT', '--euros', '5,00', '--yes'],
  ['sepa', 'batch', '--societe', '1', '--run-mode', 'TEST'],
  ['privacy', 'retention'],
  ['journal', 'check', '--societe', '1'],
];

describe.each(drawnDatabases())('on $name', ({ open }) => {
  const database = openForGroup(open);

  it.each([
    [
      'newer',
      `insert into kysely_migration values ('9999-newer', '2027')`,
      /^It failed: The database was changed by a newer gateway \(9999-newer\): run that version, or a newer one\.\n$/,
    ],
    [
      'older',
      `delete from kysely_migration where name in ('9999-newer', '0077-paused-addresses')`,
      /^It failed: the database has not the shape that this version wants: .*db migrate, or a start of the gateway/,
    ],
  ])('no command works on the tables of a version that is %s', async (_name, change, complaint) => {
    await ask(database.databaseUrl, change);
    const entries = await ask(database.databaseUrl, 'select id from audit_entries');
    for (const command of commands) {
      const ran = await commandOn({ databaseUrl: database.databaseUrl, now: Date.now }, command);
      expect(ran).toEqual({ code: 1, written: '', complaints: expect.stringMatching(complaint) });
    }
    expect(await ask(database.databaseUrl, 'select id from audit_entries')).toEqual(entries);
  });
});
