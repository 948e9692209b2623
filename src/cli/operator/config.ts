import type { Command } from 'commander';
import { remarksOn } from '../../app/remarks/remarks.ts';
import { acceptedNames } from '../../config/accepted-hosts.ts';
import { readConfig } from '../../config/config.ts';
import { printableConfig } from '../../config/print.ts';
import { countOf } from '../output/count.ts';
import { printJson } from '../output/print.ts';
import { type CommandWorld, noteIfPossible } from '../world.ts';

export function addConfigCommands(program: Command, world: CommandWorld): void {
  const config = program.command('config').description('The configuration, read as the gateway would read it now.');
  config
    .command('check')
    .description('Say whether the gateway could start with it, or every entry that is wrong, with its path.')
    .action(() => checkConfig(world));
  config
    .command('print')
    .description('Print the settings in force as JSON: file, environment and defaults together, secrets masked.')
    .action(async () => {
      const settings = readConfig(world.environment);
      await noteIfPossible(world);
      printJson(world, printableConfig(settings));
    });
}

function checkConfig({ environment, clock, write }: CommandWorld): void {
  const config = readConfig(environment);
  const what = environment.CONFIG ? `The configuration of ${environment.CONFIG}` : 'The built-in configuration';
  const societes = config.societes === null ? 'the built-in sociétés' : countOf(config.societes.size, 'société');
  write(
    [
      `${what} can be used: ${config.deployment}, ${societes}, ${countOf(config.clients.length, 'client')}.`,
      `Accepted hosts, on any port: ${[...acceptedNames(config.acceptedHosts, config.publicUrl), 'this machine'].join(', ')}.`,
      ...remarksOn(config, clock()).map((remark) => `  note: ${remark}`),
      '',
    ].join('\n'),
  );
}
