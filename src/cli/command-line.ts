import { Command, CommanderError } from 'commander';
import { readVersion } from '../config/program.ts';
import { idOrNull } from '../kernel/identifiers.ts';
import { addCommands, nameOfCommand } from './commands.ts';
import { showsData } from './operator/shown-data.ts';
import type { CommandWorld, RunningCommand } from './world.ts';

const exitCodes = { done: 0, failure: 1, usage: 2, config: 78 } as const;

const explanation = `
Environment:
  CONFIG          path of the JSON config file; without it, the built-in development config
  DATABASE_URL    sqlite:folder/file or postgres://…; wins over the config file
  PORT            of the running gateway, where it is not in the config file: the banks' simulators are there
  PUBLIC_URL      its public address, likewise
  TZ              time zone of the times that commands print; without it, Europe/Paris

Exit codes:
  0   done
  1   it failed
  2   the command was not understood
  78  the configuration cannot be used

For a file or a program, npm run -s keeps the lines of npm out of the output.

Examples:
  npm run gateway -- actions --subject pay_01a2…
  npm run -s gateway -- audit export --from 2026-11-01 > audit.csv
  npm run gateway -- bank import releve.xml --dry-run
  npm run gateway -- books reconcile --societe 1 --from 2026-11-01 --to 2026-11-30
  npm run gateway -- client key --name boutique --expires 2027-06-30
  CONFIG=/etc/reglement.json npm run gateway -- config check
  npm run gateway -- customer import clients.csv --societe 1 --dry-run
  npm run gateway -- db backup /backups/reglement-2026-11-25
  npm run gateway -- explain-url /payment_initiate/PAYBOX/TEST/CB/web/1/2263/45012/CB/1250/a@b.fr.json
  npm run gateway -- console people
  npm run gateway -- event-log verify
  npm run gateway -- notification replay ntf_01a2…
  npm run gateway -- payment list --status NEEDS_REVIEW
  npm run gateway -- payment show 4K7M-9QXT
  npm run gateway -- payment refund 4K7M-9QXT --euros 5,00 --yes
  npm run -s gateway -- privacy export --email a.client@example.fr > a-client.json
  npm run gateway -- privacy erase --email a.client@example.fr --yes
  npm run gateway -- webhook ping --client boutique --endpoint shop
  npm run gateway -- privacy retention --dry-run
  npm run gateway -- sepa batch --societe 1 --run-mode TEST --dry-run
  npm run gateway -- journal export --societe 1 --exercise 2026
`;

/** The command that these words name, ready to run in this world, beside the names of the others. */
function createCommandLine(args: readonly string[], world: CommandWorld): Promise<Command> {
  const wanted = nameOfCommand(args.find((arg) => arg !== 'help' && !arg.startsWith('-')));
  return programOf(world, (name) => name === wanted);
}

/** `help payment refund` is `payment refund --help`. Of a word that is no command there is no help: it is refused. */
function withHelpLast(program: Command, args: readonly string[]): readonly string[] {
  let { commands }: Pick<Command, 'commands'> = program;
  const words: string[] = [];
  for (const [index, word] of args.entries()) {
    if (commands.length === 0 || word.startsWith('-')) return [...words, ...args.slice(index)];
    if (word === 'help') return withHelpLast(program, [...words, ...args.slice(index + 1), '--help']);
    words.push(word);
    const named = commands.find((command) => command.name() === word || command.aliases().includes(word));
    if (named === undefined) return words;
    ({ commands } = named);
  }
  return words;
}

export const createWholeCommandLine = (world: CommandWorld): Promise<Command> => programOf(world, () => true);

async function programOf(given: CommandWorld, isWanted: (name: string) => boolean): Promise<Command> {
  let running: RunningCommand = { name: '', showsData: false, object: null };
  const world: CommandWorld = { ...given, command: () => running };
  const program = new Command('gateway')
    .description(
      "Règlement's command line: keys, configuration, customers, the database, the event log, the books, webhooks and personal data.",
    )
    .version(await readVersion())
    .addHelpText('after', explanation)
    .showHelpAfterError('Add --help to see what can be asked.')
    .exitOverride()
    .configureOutput({ writeOut: world.write, writeErr: world.complain });
  program.hook('preAction', (_program, action) => {
    const name = pathOf(action);
    running = { name, showsData: showsData(name, action.opts()), object: idOrNull(action.args[0]) };
  });
  await addCommands(program, world, isWanted);
  return program;
}

/** The words of a command, without the name of the program: `payment refund`. */
const pathOf = (command: Command): string =>
  command.parent?.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();

/** Runs one command, and answers the exit code of the process. */
export async function runCommandLine(args: readonly string[], world: CommandWorld): Promise<number> {
  try {
    const program = await createCommandLine(args, world);
    await program.parseAsync([...withHelpLast(program, args)], { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    return failed(error, world);
  }
}

async function failed(error: unknown, { complain }: CommandWorld): Promise<number> {
  // Commander has printed the message. After `--help` it ends with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  const [{ CommandFailure, UsageError }, { ConfigError }] = await Promise.all([
    import('./world.ts'),
    import('../config/config.ts'),
  ]);
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
