import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../../src/kernel/caller.ts';
import { raiseRuledEntry } from '../../../../src/modules/bank-statements/exceptions/raise-ruled-entry.ts';
import { everything, openImporting, referenceOf } from '../../../support/bank-statements/importing.ts';
import { withRules } from '../../../support/bank-statements/ruled.ts';
import { type WrittenEntry, writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { postgres } from '../../../support/databases.ts';
import { openForEach } from '../../../support/open-for.ts';
import { overtakenStore } from '../../../support/store/overtaken.ts';

/** On PostgreSQL a person raises what a rule placed, while another file says whose money it is. */
describe.each([postgres])('an entry that a rule placed ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  it('is a payment’s or a person’s, never both', async () => {
    const services = withRules(on.services, [{ name: 'divers', direction: 'IN', text: 'DIVERS', action: 'LIST' }]);
    const { store, atEachRead } = overtakenStore(on.store);
    await atEachRead(async (overtakenBy, at) => {
      const payment = await on.transfer();
      const entry = { amount: '123.45', bankReference: `B${at}`, text: 'DIVERS' } as const;
      const read = (id: string, entries: readonly WrittenEntry[], format: 'camt.053' | 'camt.054') =>
        on.import(writtenStatement({ id: `${id}${at}`, entries, format }), { services });
      await read('N', [entry], 'camt.054');
      const [placed] = (await on.store.bankExceptions({ ...everything, withRuled: true })).filter(
        ({ resolvedBy }) => resolvedBy === 'rule',
      );
      const details = [{ amount: '123.45', structured: referenceOf(payment) }];
      await overtakenBy(
        () => read('S', [{ ...entry, details }], 'camt.053'),
        () =>
          raiseRuledEntry({ ...services, store }, anonymous, placed?.entryId ?? '').catch((error: unknown) =>
            expect(String(error)).toContain('No rule placed'),
          ),
      );
      expect([at, await on.statusOf(payment), await on.openInWords()]).toEqual([at, 'PAID', []]);
    });
  });
});
