import { addDays, parisDateOf } from '../../src/kernel/sepa/target-calendar.ts';
import { verifyEventLog } from '../../src/modules/event-log/verify-event-log.ts';
import { TotalsDocument } from '../generated/graphql.ts';
import { bankAt } from '../sepa/bank.ts';
import { cells, euros } from '../sepa/table.ts';
import { createAgenda } from './agenda.ts';
import { drawCustomers, welcomeCustomers } from './customers.ts';
import type { Demo } from './demo-world.ts';
import { createDice } from './dice.ts';
import { createClock, type DemoGateway, openGateway } from './gateway.ts';
import { passMonths } from './months.ts';
import type { DemoOptions } from './options.ts';
import type { Progress } from './progress.ts';
import { momentOf } from './season.ts';
import { hireStaff } from './staff.ts';
import { openReceiver } from './webhook-receiver.ts';
import { openWorkplace } from './workplace.ts';

/** In hours of Greenwich. */
const [dawnHour, eveningHour] = [5, 17] as const;

/** Fills the database, and leaves nothing running. */
export async function runDemo(options: DemoOptions, progress: Progress): Promise<void> {
  const startedAt = performance.now();
  const workplace = await openWorkplace(options.database);
  try {
    const table = await fill(workplace.databaseUrl, options, progress);
    await workplace.keep();
    console.log(table);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`\nMade in ${seconds} s. The event log verifies. To look at it:\n`);
    console.log(`  DATABASE_URL=${shown(options.database)} npm start\n\nand open http://127.0.0.1:4000/console`);
  } finally {
    await workplace.leave();
  }
}

async function fill(databaseUrl: string, { days, seed, until }: DemoOptions, progress: Progress): Promise<string> {
  const now = Date.now();
  const lastDay = until ?? parisDateOf(now);
  const firstDay = addDays(lastDay, 1 - days);
  const clock = createClock(momentOf(firstDay, dawnHour));
  const gateway = await openGateway(databaseUrl, clock);
  const receiver = await openReceiver();
  try {
    const dice = createDice(`${seed}`);
    const demo: Demo = {
      ...{ gateway, bank: bankAt(gateway.url), staff: await hireStaff(gateway), agenda: createAgenda() },
      ...{ customers: drawCustomers(dice.of('customers')), dice, firstDay, lastDay },
      today: () => parisDateOf(clock.now()),
    };
    await welcomeCustomers(demo);
    // The clock ticks on a little, and must not pass the clock of the world.
    const endsAt = Math.min(momentOf(lastDay, eveningHour), now - 600_000);
    await passMonths({ demo, receiver, endsAt, progress: (day) => progress.show(firstDay, lastDay, day) });
    await gateway.work('journal', 'webhooks', 'ledger', 'payment-lists', 'search');
    progress.end();
    return await checkedTotals(gateway);
  } finally {
    progress.end();
    await gateway.close();
    await receiver.close();
  }
}

/** @throws where the event log does not verify */
async function checkedTotals({ services, execute }: DemoGateway): Promise<string> {
  const nothing = { paymentId: null, since: null, noted: [] };
  const quiet = { report: () => undefined, progress: () => undefined };
  const { problems } = await verifyEventLog(services.store, nothing, quiet);
  if (problems > 0) throw new Error(`the event log has ${problems} problems`);
  const { paymentTotals } = await execute(TotalsDocument, {});
  const rows = paymentTotals
    .map(({ status, count, amount }) => [status ?? '', String(count), euros(amount?.cents ?? 0)])
    .toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1));
  return cells(['status', 'payments', 'euros'], rows);
}

/** Without a password. */
function shown(database: string): string {
  if (database.startsWith('sqlite:')) return database;
  const url = new URL(database);
  if (url.password !== '') url.password = '***';
  return url.href;
}
