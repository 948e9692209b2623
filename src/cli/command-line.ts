import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config/config.ts';
import { addBooksCommands } from './books/books.ts';
import { addJournalCommands } from './books/journal.ts';
import { addCustomerCommands } from './customers/customer.ts';
import { addActionsCommand } from './operator/actions.ts';
import { addClientCommands } from './operator/client.ts';
import { addConfigCommands } from './operator/config.ts';
import { addDatabaseCommands } from './operator/db.ts';
import { addEventLogCommands } from './operator/event-log.ts';
import { addPrivacyCommands } from './operator/privacy.ts';
import { addExplainUrlCommand } from './payments/explain-url.ts';
import { addNotificationCommands } from './payments/notification.ts';
import { addPaymentCommands } from './payments/payment.ts';
import { addWebhookCommands } from './payments/webhook.ts';
import { addBankCommands } from './sepa/bank.ts';
import { addSepaCommands } from './sepa/sepa.ts';
import { CommandFailure, type CommandWorld, UsageError } from './world.ts';

const exitCodes = { done: 0, failure: 1, usage: 2, config: 78 } as const;

const explanation = `
Environment:
  CONFIG          path of the JSON config file; without it, the built-in development config
  DATABASE_URL    sqlite:folder/file or postgres://…; wins over the config file
  TZ              time zone of the times that commands print; without it, Europe/Paris

Exit codes:
  0   done
  1   it failed
  2   the command was not understood
  78  the configuration cannot be used

Examples:
  npm run gateway -- actions --subject pay_01a2…
  npm run gateway -- bank import releve.xml --dry-run
  npm run gateway -- books reconcile --societe 1 --from 2026-11-01 --to 2026-11-30
  npm run gateway -- client key --name boutique --expires 2027-06-30
  CONFIG=/etc/reglement.json npm run gateway -- config check
  npm run gateway -- customer import clients.csv --societe 1 --dry-run
  npm run gateway -- db backup /backups/reglement-2026-11-25
  npm run gateway -- explain-url /payment_initiate/PAYBOX/TEST/CB/web/1/2263/45012/CB/1250/a@b.fr.json
  npm run gateway -- event-log verify
  npm run gateway -- notification replay ntf_01a2…
  npm run gateway -- payment list --status NEEDS_REVIEW
  npm run gateway -- payment show 4K7M-9QXT
  npm run gateway -- payment refund 4K7M-9QXT --euros 5,00 --yes
  npm run gateway -- privacy export --email a.client@example.fr > a-client.json
  npm run gateway -- privacy erase --email a.client@example.fr --yes
  npm run gateway -- webhook ping --client boutique --endpoint shop
  npm run gateway -- privacy retention --dry-run
  npm run gateway -- sepa batch --societe 1 --run-mode TEST --dry-run
  npm run gateway -- journal export --societe 1 --exercise 2026
`;

/** Every command, ready to run in this world. */
export function createCommandLine(world: CommandWorld): Command {
  const program = new Command('gateway')
    .description(
      "Règlement's command line: keys, configuration, customers, the database, the event log, the books, webhooks and personal data.",
    )
    .addHelpText('after', explanation)
    .showHelpAfterError('Add --help to see what can be asked.')
    .exitOverride()
    .configureOutput({ writeOut: world.write, writeErr: world.complain });
  addActionsCommand(program, world);
  addBankCommands(program, world);
  addBooksCommands(program, world);
  addClientCommands(program, world);
  addConfigCommands(program, world);
  addCustomerCommands(program, world);
  addDatabaseCommands(program, world);
  addExplainUrlCommand(program, world);
  addEventLogCommands(program, world);
  addNotificationCommands(program, world);
  addPaymentCommands(program, world);
  addPrivacyCommands(program, world);
  addSepaCommands(program, world);
  addWebhookCommands(program, world);
  addJournalCommands(program, world);
  return program;
}

/** Runs one command, and answers the exit code of the process. */
export async function runCommandLine(args: readonly string[], world: CommandWorld): Promise<number> {
  try {
    await createCommandLine(world).parseAsync([...args], { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    return failed(error, world);
  }
}

function failed(error: unknown, { complain }: CommandWorld): number {
  // Commander has printed the message. After `--help` it ends with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (error instanceof UsageError) {
    complain(`error: ${error.message}\n`);
    return exitCodes.usage;
  }
  if (error instanceof ConfigError) {
    complain(`${error.printed}\n`);
    return exitCodes.config;
  }
  if (error instanceof CommandFailure) {
    complain(`${error.message}\n`);
    return exitCodes.failure;
  }
  complain(`It failed: ${error instanceof Error ? error.message : 'for an unknown reason'}\n`);
  return exitCodes.failure;
}
