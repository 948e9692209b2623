import { randomBytes } from 'node:crypto';
import { type Command, Help } from 'commander';
import { createWholeCommandLine } from '../../src/cli/command-line.ts';

const runsNothing = (): never => {
  throw new Error('commands are only described here');
};

/** The command line with every command. */
export const wholeCommandLine = (): Promise<Command> =>
  createWholeCommandLine({
    environment: {},
    openStore: runsNothing,
    openDatabaseTools: runsNothing,
    createServices: runsNothing,
    clock: Date.now,
    randomBytes,
    write: runsNothing,
    complain: runsNothing,
  });

/** What `gateway --help` lists, so that it loads no command. */
export function listCommands(program: Command): string {
  const help = new Help();
  const listed = program.commands.map((command) => {
    const { term, description, aliases } = {
      term: help.subcommandTerm(command),
      description: command.description(),
      aliases: command.aliases(),
    };
    return [command.name(), { term, description, aliases }] as const;
  });
  const entries = JSON.stringify(Object.fromEntries(listed), null, 2);
  return [
    '/* Written by `npm run codegen` from the commands. */',
    'type Listed = { readonly term: string; readonly description: string; readonly aliases: readonly string[] };',
    `export const listedCommands: Readonly<Record<string, Listed>> = ${entries};`,
    '',
  ].join('\n');
}

/** The page of every command, its arguments and options. */
export function describeCommandLine(program: Command): string {
  return [
    '# Command line',
    '',
    'Written by `npm run codegen` from `src/cli`. Run a command with `npm run gateway -- <command>`. `CONFIG` names the',
    'config file, `DATABASE_URL` the database, `PORT` and `PUBLIC_URL` the running gateway. Each command has `--help`.',
    'For a file or a program, `npm run -s gateway -- <command>` keeps the lines of npm out of the output.',
    '',
    '| exit code | meaning |',
    '|---|---|',
    '| 0 | done |',
    '| 1 | it failed, or the answer is that something is wrong |',
    '| 2 | the command was not understood |',
    '| 78 | the configuration cannot be used |',
    '',
    ...commandsOf(program, ''),
  ].join('\n');
}

function commandsOf(command: Command, path: string): string[] {
  const { commands } = command;
  return commands.flatMap((child) => {
    const name = `${path}${child.name()}`;
    return child.commands.length > 0
      ? [`## ${name}`, '', child.description(), '', ...commandsOf(child, `${name} `)]
      : describe(child, name, path === '' ? '##' : '###');
  });
}

function describe(command: Command, name: string, heading: string): string[] {
  const { options } = command;
  const words = command.registeredArguments.map((argument) => {
    const word = argument.variadic ? `${argument.name()}...` : argument.name();
    return argument.required ? `<${word}>` : `[${word}]`;
  });
  const rows = [
    ...command.registeredArguments.map((argument, index) => [words[index], argument.description]),
    ...options.map(({ flags, description, mandatory, argChoices, defaultValue }) => [
      flags,
      [
        mandatory ? 'Required.' : '',
        description === '' ? '' : asSentence(description),
        argChoices ? `One of ${argChoices.join(', ')}.` : '',
        typeof defaultValue === 'string' ? `Default ${defaultValue}.` : '',
      ]
        .filter((text) => text !== '')
        .join(' '),
    ]),
  ];
  return [
    `${heading} ${name}`,
    '',
    command.description(),
    '',
    '```',
    [`npm run gateway -- ${name}`, ...words, ...(options.length > 0 ? ['[options]'] : [])].join(' '),
    '```',
    '',
    ...(rows.length === 0
      ? []
      : [
          '| option | meaning |',
          '|---|---|',
          ...rows.map(([flags, text]) => `| \`${flags?.replaceAll('|', '\\|')}\` | ${text?.replaceAll('|', '\\|')} |`),
          '',
        ]),
  ];
}

const asSentence = (text: string): string => (/[.…]$/.test(text) ? text : `${text}.`);
