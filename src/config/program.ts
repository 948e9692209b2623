import { readFile } from 'node:fs/promises';

/** The program as its package names it, and its answer to an argument: every setting is in the file or the environment. */

export async function readVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  return version;
}

const usage = `Usage: npm start

Starts the gateway. It takes no arguments. Its settings are in the JSON file that CONFIG names and in the
environment, which wins:

  CONFIG          path of the JSON config file; without it, the built-in development config
  HOST, PORT      where it listens: 127.0.0.1 and 4000
  PUBLIC_URL      the address at which customers and banks reach it
  DATABASE_URL    sqlite:folder/file or postgres://…
  LOG_LEVEL       fatal, error, warn, info, debug, trace or silent

docs/reference/configuration-entries.md has all of them.

Exit codes:
  0   it was stopped
  1   it failed, for instance because the port is taken
  2   an argument
  69  the database does not answer
  78  the configuration or the database cannot be used

Commands: npm run gateway -- --help
`;

type Answer = { readonly exitCode: 0 | 2; readonly text: string };

/** Null: there is no argument, and the gateway starts. */
export async function answerToArguments([first]: readonly string[]): Promise<Answer | null> {
  if (first === undefined) return null;
  if (first === '--help' || first === '-h') return { exitCode: 0, text: usage };
  if (first === '--version' || first === '-V') return { exitCode: 0, text: `${await readVersion()}\n` };
  return {
    exitCode: 2,
    text: `error: npm start takes no arguments, and got ${first}. Settings are variables of the environment, for instance PORT=4001.\nAdd --help to see them.\n`,
  };
}
