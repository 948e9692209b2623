import { type Command, Option } from 'commander';
import type { Store } from '../../app/store.ts';
import { readConfig } from '../../config/config.ts';
import { withdrawWaiting } from '../../modules/approvals/withdraw-approval.ts';
import { directDebitCounters } from '../../modules/direct-debits/counters.ts';
import { verifyEventLog } from '../../modules/event-log/verify-event-log.ts';
import { skipBankNumbers, skippedNumbers } from '../../modules/payments/inquiry/skip-bank-numbers.ts';
import { endAllSessions } from '../../modules/people/end-session.ts';
import { confirmCompared, readRestoreToCompare, recordRestore } from '../../modules/workload/restores.ts';
import type { DatabaseStatus, DatabaseTools } from '../../store/database-tools.ts';
import { agreeing, countOf } from '../output/count.ts';
import { momentOf } from '../output/list-options.ts';
import { printJson } from '../output/print.ts';
import { createProgress } from '../output/progress.ts';
import {
  type CliServices,
  CommandFailure,
  type CommandWorld,
  noteIfPossible,
  notingFailure,
  UsageError,
  withServices,
  withServicesOn,
} from '../world.ts';
import { commandLine, operator } from './operator.ts';
import { textOfRestore } from './restored.ts';
import { auditMonthsOption, auditSummaryOf, verifyAudit } from './verify-audit.ts';

const explanation = `
SQLite is copied by SQLite itself; PostgreSQL by pg_dump and pg_restore, which must be on the PATH and not older than
the server. A backup holds all personal data and no secret of the config: keep it like the database, and keep the config
and its secrets beside it.

Examples:
  npm run gateway -- db status
  npm run gateway -- db backup /backups/reglement-2026-11-25
  DATABASE_URL=sqlite:/tmp/drill/reglement.sqlite npm run gateway -- db restore /backups/reglement-2026-11-25
`;

export function addDatabaseCommands(program: Command, world: CommandWorld): void {
  const { openDatabaseTools } = world;
  if (openDatabaseTools === undefined) return;
  const openTools: OpenTools = () =>
    openDatabaseTools({
      databaseUrl: readConfig(world.environment).databaseUrl,
      environment: world.environment,
      clock: world.clock,
    });
  const noting = (run: () => Promise<void>) => notingFailure(world, run);
  const db = program
    .command('db')
    .description('The database: its shape, backups of it, and how one comes back.')
    .addHelpText('after', explanation);
  db.command('status')
    .description('Say what the database is, and whether it has the shape that this version wants. Changes nothing.')
    .option('--json', 'print JSON, for a program')
    .action(({ json }: { readonly json?: true }) => printStatus(openTools, json === true, world));
  db.command('migrate')
    .description('Bring the database to the shape that this version wants, as a gateway does when it starts.')
    .action(() => noting(() => migrate(openTools, world)));
  db.command('contract')
    .description(
      'Remove from PostgreSQL the indexes that only gateways of an older version read, which makes payments cheaper. ' +
        'It refuses while one of those works; the others may work. It can be interrupted and run again. A new database ' +
        'and SQLite have nothing to remove.',
    )
    .action(() => noting(() => contract(openTools, world)));
  db.command('backup')
    .description('Write a copy of this moment into a new file, while gateways work.')
    .argument('<file>', 'where; it must not be there yet')
    .action((file: string) => noting(() => backup(openTools, file, world)));
  db.command('restore')
    .description(
      "Bring a backup into an empty database, to the present shape, and verify its event log and audit log. The banks' " +
        'counters move ahead, what waits for approval is withdrawn, and every session ends.',
    )
    .argument('<file>', 'what db backup wrote')
    .option('--force', 'even where the database is not empty, with all gateways stopped: what is there is kept beside')
    .addOption(auditMonthsOption())
    .action((file: string, options: RestoreOptions) => noting(() => restore(openTools, file, options, world)));
  db.command('skip-bank-numbers')
    .description(
      'Do what a restore does where a database came back without its last moments: move the counters of each account ' +
        'ahead, for the banks have seen numbers that it does not know of, withdraw what waits for approval, and end ' +
        'every session. The console warns until db confirm-compared --yes. Gateways may work.',
    )
    .addOption(
      new Option(
        '--known-until <moment>',
        'the moment to which the database came back: 2026-11-25T09:30:00+01:00, or a day in Paris; left out: the console names none',
      ).argParser(momentOf('moment')),
    )
    .action(({ knownUntil }: { readonly knownUntil?: number }) => catchUp(knownUntil ?? null, world));
  db.command('confirm-compared')
    .description(
      'Say that what was done since was compared with the banks after a restore or skip-bank-numbers: nothing warns any ' +
        'more. Without --yes it only lists the restores. Gateways may work.',
    )
    .option('--yes', 'do it')
    .action(({ yes }: { readonly yes?: true }) => confirm(yes === true, world));
}

type RestoreOptions = { readonly force?: true; readonly auditMonths?: number };

type OpenTools = () => Promise<DatabaseTools>;

async function printStatus(openTools: OpenTools, json: boolean, world: CommandWorld): Promise<void> {
  const tools = await openTools();
  const status = await tools.status();
  if (json) printJson(world, status);
  else world.write(textOf(status));
}

function textOf({ kind, version, sizeBytes, applied, pending, contractions, withoutRights }: DatabaseStatus): string {
  return [
    `${kind === 'sqlite' ? 'SQLite' : 'PostgreSQL'} ${version}, ${(sizeBytes / 1024 / 1024).toFixed(1)} MB.`,
    applied.length === 0 ? 'It is empty.' : `Its shape is ${applied.at(-1)}.`,
    pending.length === 0
      ? 'Nothing is to be changed for this version.'
      : `To be changed for this version: ${pending.join(', ')}.`,
    ...(contractions.length === 0
      ? []
      : [`To be removed once no older gateway works, by "db contract": ${contractions.join(', ')}.`]),
    ...(withoutRights.length === 0
      ? []
      : [
          'The database user may not select, insert, update and delete in these tables, see ' +
            `deploy/postgres-rights.sql: ${withoutRights.join(', ')}.`,
        ]),
    '',
  ].join('\n');
}

async function migrate(openTools: OpenTools, world: CommandWorld): Promise<void> {
  const { databaseUrl } = readConfig(world.environment);
  // Opening a SQLite file makes it.
  const store = await world.openStore({ databaseUrl });
  try {
    await store.migrate();
  } finally {
    await store.close();
  }
  await noteIfPossible(world);
  world.write(textOf(await (await openTools()).status()));
}

/** Each gateway queries the database several times in that time. */
const lookForMs = 5_000;

async function contract(openTools: OpenTools, world: CommandWorld): Promise<void> {
  const tools = await openTools();
  await noteIfPossible(world);
  if ((await tools.status()).contractions.length > 0) {
    world.complain(`Looking for gateways of an older version, for ${lookForMs / 1000} seconds.\n`);
  }
  await tools.contract({ report: (step) => world.write(`${step}\n`), lookForMs });
  world.write(textOf(await tools.status()));
}

async function backup(openTools: OpenTools, file: string, world: CommandWorld): Promise<void> {
  const tools = await openTools();
  await noteIfPossible(world);
  await tools.backup(file);
  world.write(`The backup is in ${file}. It is worth what its last restore was: try one into another database.\n`);
}

async function restore(
  openTools: OpenTools,
  file: string,
  { force, auditMonths }: RestoreOptions,
  world: CommandWorld,
): Promise<void> {
  const tools = await openTools();
  const config = readConfig(world.environment);
  const aside = await tools.restore(file, {
    replaces: force === true,
    bringUp: async (databaseUrl) => {
      const store = await world.openStore({ databaseUrl, isRestoring: true });
      try {
        await store.migrate();
        const knownUntil = await store.newestRecord();
        await verifyEvents(store, world);
        await verifyAudits(store, auditMonths ?? config.retention.auditMonths, world);
        world.write(await withServicesOn(world, store, config, (services) => leavePast(services, knownUntil, world)));
      } finally {
        await store.close();
      }
    },
  });
  await noteIfPossible(world);
  world.write(aside === null ? 'Restored.\n' : `Restored. What was there before is kept as ${aside}.\n`);
}

async function catchUp(knownUntil: number | null, world: CommandWorld): Promise<void> {
  if (knownUntil !== null && knownUntil > world.clock()) throw new UsageError('--known-until must be in the past.');
  world.write(await withServices(world, (services) => leavePast(services, knownUntil, world)));
}

async function confirm(isMeant: boolean, world: CommandWorld): Promise<void> {
  const list = ({ store }: CliServices) => store.restoresToCompare();
  const restores = await withServices(world, isMeant ? confirmCompared : list);
  if (restores.length === 0) return world.write('No restore waits to be compared.\n');
  const word = isMeant ? 'Compared' : 'To compare';
  for (const restore of restores) world.write(`${word}: ${textOfRestore(restore, world)}.\n`);
  if (!isMeant) world.write('Nothing was changed: add --yes where all is compared.\n');
}

/**
 * The database is as it was at the backup: used numbers look free, ended sessions open, decided approvals undecided. None
 * of them may count again. Answers what was done, for a person to read.
 */
async function leavePast(services: CliServices, knownUntil: number | null, world: CommandWorld): Promise<string> {
  const restore = await recordRestore(services, knownUntil);
  // Together with those before it that wait.
  const said = saidUntilCompared(textOfRestore((await readRestoreToCompare(services, operator)) ?? restore, world));
  const counters = await skipBankNumbers(services, directDebitCounters(services.societes));
  await endAllSessions(services);
  const withdrawn = await withdrawWaiting(services, commandLine);
  const ended = allSignedOut + (withdrawn === 0 ? '' : approvalsWithdrawn(withdrawn));
  return numbersSkipped(counters) + ended + toCompare + said;
}

const numbersSkipped = (counters: number): string =>
  `${countOf(counters, 'counter')} of the banks ${agreeing(counters, 'was', 'were')} moved ahead by ${skippedNumbers} numbers, or half of what was left.\n${filesToFind}\n`;

const filesToFind =
  "Before the next debit file, look at the bank's portal for files that this database does not know, or holds as not downloaded: their debits would be sent twice.";

const allSignedOut = 'Sessions and sign-in links have ended: everyone signs in anew.\n';

const approvalsWithdrawn = (count: number): string =>
  `${countOf(count, 'approval')} ${agreeing(count, 'was', 'were')} withdrawn: compare at the bank, then ask again.\n`;

const toCompare =
  'Before anyone gives money back, compare the refunds at the bank: those that are missing here would be paid twice.\n';

/** As the console says it: a wrong moment is seen at once. */
const saidUntilCompared = (restored: string): string =>
  `The console says until db confirm-compared --yes: database ${restored}.\n`;

async function verifyEvents(store: Store, world: CommandWorld): Promise<void> {
  const progress = createProgress(world);
  const report = await verifyEventLog(
    store,
    { paymentId: null, since: null, noted: [] },
    {
      report: ({ kind, paymentId, detail }) => {
        progress.end();
        world.complain(`${kind}  ${paymentId ?? ''} ${detail}\n`);
      },
      progress: ({ payments, events }) =>
        progress.show(`verifying: ${countOf(payments, 'payment')}, ${countOf(events, 'event')}`),
    },
  );
  progress.end();
  if (report.problems > 0) throw new CommandFailure('The event log of the backup does not hold.');
  const { payments, events, lastAnchor } = report;
  const anchor = lastAnchor === null ? '' : ` Its last anchor is ${lastAnchor.number}:${lastAnchor.hash}.`;
  world.write(`The event log holds: ${countOf(payments, 'payment')}, ${countOf(events, 'event')}.${anchor}\n`);
}

async function verifyAudits(store: Store, auditMonths: number | null, world: CommandWorld): Promise<void> {
  const report = await verifyAudit(store, { expected: [], auditMonths }, world, world.complain);
  const hint = 'If retention.auditMonths was ever lower, give --audit-months.';
  if (report.problems > 0) throw new CommandFailure(`The audit log of the backup does not hold. ${hint}`);
  world.write(auditSummaryOf(report));
}
