import { type Command, Help } from 'commander';
import { listedCommands } from './generated/listed-commands.ts';
import type { CommandWorld } from './world.ts';

type AddCommands = (program: Command, world: CommandWorld) => void;

/** In the order of the help. Each is loaded when it is asked for: most of a short command is the time to load code. */
const commands: Readonly<Record<string, () => Promise<AddCommands>>> = {
  actions: async () => (await import('./operator/actions.ts')).addActionsCommand,
  audit: async () => (await import('./operator/audit.ts')).addAuditCommands,
  bank: async () => (await import('./sepa/bank.ts')).addBankCommands,
  books: async () => (await import('./books/books.ts')).addBooksCommands,
  client: async () => (await import('./operator/client.ts')).addClientCommands,
  config: async () => (await import('./operator/config.ts')).addConfigCommands,
  console: async () => (await import('./operator/console.ts')).addConsoleCommands,
  customer: async () => (await import('./customers/customer.ts')).addCustomerCommands,
  db: async () => (await import('./operator/db.ts')).addDatabaseCommands,
  'explain-url': async () => (await import('./payments/explain-url.ts')).addExplainUrlCommand,
  'event-log': async () => (await import('./operator/event-log.ts')).addEventLogCommands,
  notification: async () => (await import('./payments/notification.ts')).addNotificationCommands,
  payment: async () => (await import('./payments/payment.ts')).addPaymentCommands,
  privacy: async () => (await import('./operator/privacy.ts')).addPrivacyCommands,
  sepa: async () => (await import('./sepa/sepa.ts')).addSepaCommands,
  webhook: async () => (await import('./payments/webhook.ts')).addWebhookCommands,
  journal: async () => (await import('./books/journal.ts')).addJournalCommands,
};

/** @param isWanted by its name: the others are only there to be listed */
export async function addCommands(
  program: Command,
  world: CommandWorld,
  isWanted: (name: string) => boolean,
): Promise<void> {
  for (const [name, load] of Object.entries(commands)) {
    if (isWanted(name)) (await load())(program, world);
    else program.command(name).description(listedCommands[name]?.description ?? '');
  }
  const help = new Help();
  program.configureHelp({
    subcommandTerm: (command) => listedCommands[command.name()]?.term ?? help.subcommandTerm(command),
  });
}

/** Of a command line's first word, which may be an alias. */
export const nameOfCommand = (word: string | undefined): string | undefined =>
  Object.keys(commands).find((name) => name === word || (word && listedCommands[name]?.aliases.includes(word)));
