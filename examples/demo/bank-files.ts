import { addDays } from '../../src/kernel/sepa/target-calendar.ts';
import { done } from '../done.ts';
import { ImportFileDocument } from '../generated/graphql.ts';
import { workdayAfter } from './agenda.ts';
import type { Demo } from './demo-world.ts';

/** What the company's bank gives: reports on files of debits, and a statement of each account and day. */

export type Mailbox = {
  /** Imports all that is new. */
  readonly empty: () => Promise<void>;
};

export function openMailbox(demo: Demo): Mailbox {
  const { bank, agenda, gateway, firstDay, lastDay, today } = demo;
  const account = gateway.services.societes.get('1')?.accounts.MILLIET?.TEST?.iban ?? '';
  const statementOf = (day: string): string => `${account}-${day}.`;
  // One statement never comes. Another comes four days late: its gap opens an exception and closes it.
  const lost = statementOf(workdayAfter(addDays(lastDay, -11), 0));
  const late = statementOf(workdayAfter(firstDay, 40));
  const taken = new Set<string>();
  const take = async (name: string): Promise<void> => {
    await importFile(demo, name, await bank.download(name));
    gateway.clock.wait(25_000);
  };
  return {
    empty: async () => {
      // The bank works through the days that went by.
      await bank.day();
      const names = (await bank.documents('08')).filter(({ isFinal }) => isFinal).map(({ name }) => name);
      for (const name of names) {
        if (taken.has(name) || !/\.(?:camt\.053|pain\.002)\./.test(name)) continue;
        taken.add(name);
        if (name.startsWith(late)) agenda.plan(workdayAfter(today(), 4), () => take(name));
        else if (!name.startsWith(lost)) await take(name);
      }
    },
  };
}

async function importFile({ gateway, staff }: Demo, name: string, content: string): Promise<void> {
  const imported = await gateway.execute(ImportFileDocument, { input: { name, content } }, staff.as('tresorerie'));
  const { bankFile } = done(imported.importBankFile, 'ImportBankFileSuccess');
  if (bankFile.status !== 'IMPORTED') throw new Error(`${name} is ${bankFile.status}: ${bankFile.reason ?? ''}`);
}
