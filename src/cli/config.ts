import type { Command } from 'commander';
import { type Config, readConfig } from '../config/config.ts';
import { printableConfig } from '../config/print.ts';
import { maskIban } from '../domain/mandate.ts';
import { ownAccounts } from '../use-cases/check-bank-file.ts';
import type { CommandWorld } from './world.ts';

export function addConfigCommands(program: Command, world: CommandWorld): void {
  const config = program.command('config').description('The configuration, read as the gateway would read it now.');
  config
    .command('check')
    .description('Say whether the gateway could start with it, or every entry that is wrong, with its path.')
    .action(() => checkConfig(world));
  config
    .command('print')
    .description('Print the settings in force as JSON: file, environment and defaults together, secrets masked.')
    .action(() => {
      const settings = readConfig(world.environment, world.platformKeys);
      world.write(`${JSON.stringify(printableConfig(settings), null, 2)}\n`);
    });
}

function checkConfig({ environment, platformKeys, clock, write }: CommandWorld): void {
  const config = readConfig(environment, platformKeys);
  const what = environment.CONFIG ? `The configuration of ${environment.CONFIG}` : 'The built-in configuration';
  const societes = config.societes === null ? 'the built-in sociétés' : `${config.societes.size} sociétés`;
  write(
    [
      `${what} can be used: ${config.deployment}, ${societes}, ${config.clients.length} clients.`,
      ...remarksOn(config, clock()),
      '',
    ].join('\n'),
  );
}

const soonMs = 30 * 86_400_000;

/** What is allowed, and perhaps not meant. */
function remarksOn({ clients, deployment, societes }: Config, now: number): string[] {
  const remarks = clients.flatMap(({ caller, keyHashes, networks }) => {
    const ends = keyHashes.flatMap(({ expiresAt }) => (expiresAt === null ? [] : [expiresAt]));
    const isShutOut =
      networks.length === 0 && keyHashes.every(({ expiresAt }) => expiresAt !== null && expiresAt <= now);
    return [
      ...(isShutOut ? [`${caller.client}: every key has expired, so that it is shut out.`] : []),
      ...ends
        .filter((at) => at > now && at < now + soonMs)
        .map((at) => `${caller.client}: a key expires on ${new Date(at).toISOString()}.`),
      ...(deployment !== 'production' && caller.runModes.has('FORCE_LIVE')
        ? [`${caller.client}: may move real money on this development deployment (FORCE_LIVE).`]
        : []),
    ];
  });
  const shared = [...ownAccounts(societes ?? new Map())].flatMap(([iban, account]) =>
    account === null
      ? [`MILLIET: the account ${maskIban(iban)} stands for TEST and for LIVE: its files are refused.`]
      : [],
  );
  return [...remarks, ...shared].map((remark) => `  note: ${remark}`);
}
