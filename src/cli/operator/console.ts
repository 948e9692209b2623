import type { Command } from 'commander';
import type { Config } from '../../config/config.ts';
import { hasSignIn } from '../../config/console.ts';
import { InvalidInputError } from '../../kernel/errors.ts';
import { createIdentifiers } from '../../kernel/identifiers.ts';
import { localIssuer, type Person } from '../../modules/people/person.ts';
import type { Services } from '../../modules/people/ports.ts';
import {
  changePerson,
  forgetPerson,
  invitePerson,
  type OneTimeLink,
  resetPerson,
} from '../../modules/people/sign-in/invite-person.ts';
import { limitOption } from '../output/list-options.ts';
import { momentIn } from '../output/print.ts';
import { writeList } from '../output/write-list.ts';
import { CommandFailure, type CommandWorld, UsageError, withStore } from '../world.ts';
import { commandLine } from './operator.ts';

const examples = `
Examples:
  npm run gateway -- console invite camille@example.fr --name "Camille Exemple" --role comptabilite
  npm run gateway -- console people
  npm run gateway -- console change camille@example.fr --role lecture
  npm run gateway -- console change camille@example.fr --disable
  npm run gateway -- console reset camille@example.fr
`;

export function addConsoleCommands(program: Command, world: CommandWorld): void {
  const console = program.command('console').description('People of the console.').addHelpText('after', examples);
  console
    .command('invite')
    .description(
      'Enter a person with an account of the gateway (console.local), and print a link for a passkey or a password. It serves once, within 24 hours. People of an identity provider need no invitation.',
    )
    .argument('<login>', 'what the person signs in with, for instance an e-mail address')
    .requiredOption('--name <name>', 'the name, as colleagues know it')
    .requiredOption('--role <role...>', 'one or more roles of the config')
    .action((login: string, options: InviteOptions) => invite(login, options, world));
  console
    .command('people')
    .description('Everyone who may sign in, or did: name, roles and last sign-in.')
    .addOption(limitOption(100))
    .option('--json', 'print JSON, for a program')
    .action((options: PeopleOptions) => listAll(options, world));
  console
    .command('change')
    .description(
      'Change the roles of a local account, or disable or enable a person. It counts from the next request on; who is disabled is signed out.',
    )
    .argument('<person>', 'the login, or `per_…` for a person of an identity provider')
    .option('--role <role...>', 'its roles from now on')
    .option('--disable', 'it may not sign in any more')
    .option('--enable', 'it may sign in again')
    .action((person: string, options: ChangeOptions) => change(person, options, world));
  console
    .command('reset')
    .description(
      'For a lost device, or an account in wrong hands: take the passkeys, password, codes and sessions of a local account away, and print a new link.',
    )
    .argument('<login>', 'of the person')
    .action((login: string) => reset(login, world));
  console
    .command('forget')
    .description(
      'Erase the name and login of a person who left, with its proofs and sessions. What it did keeps its id. It cannot be undone.',
    )
    .argument('<person>', 'the login, or `per_…` for a person of an identity provider')
    .requiredOption('--yes', 'do it')
    .action((person: string) => forget(person, world));
}

type InviteOptions = { readonly name: string; readonly role: readonly string[] };
type PeopleOptions = { readonly limit: number; readonly json?: true };
type ChangeOptions = { readonly role?: readonly string[]; readonly disable?: true; readonly enable?: true };

async function invite(login: string, { name, role: roles }: InviteOptions, world: CommandWorld): Promise<void> {
  await withPeople(world, async (services, config) => {
    requireLocal(config);
    writeLink(world, config, await invitePerson(services, commandLine, { login, name, roles }));
  });
}

async function reset(login: string, world: CommandWorld): Promise<void> {
  await withPeople(world, async (services, config) => {
    requireLocal(config);
    writeLink(world, config, await resetPerson(services, commandLine, login));
  });
}

async function change(named: string, { role, disable, enable }: ChangeOptions, world: CommandWorld): Promise<void> {
  if (disable && enable) throw new UsageError('--disable and --enable cannot both be meant.');
  if (!role && !disable && !enable) throw new UsageError('Say what to change: --role, --disable or --enable.');
  const status = disable ? ('DISABLED' as const) : enable ? ('ACTIVE' as const) : null;
  await withPeople(world, async (services) => {
    const wanted = { ...(role && { roles: role }), ...(status && { status }) };
    const { name, roles, status: now } = await changePerson(services, commandLine, named, wanted);
    world.write(`${name}: ${now}, ${roles.join(', ') || 'no role'}.\n`);
  });
}

async function forget(named: string, world: CommandWorld): Promise<void> {
  await withPeople(world, (services) => forgetPerson(services, commandLine, named));
  world.write('Nothing but the id of this person stays.\n');
}

async function listAll({ limit, json }: PeopleOptions, world: CommandWorld): Promise<void> {
  const found = await withStore(world, (store) => store.people({ afterId: '', limit: limit + 1 }));
  writeList(world, {
    ...{ found, limit, json },
    titles: ['LOGIN', 'NAME', 'ROLES', 'STATUS', 'SIGNED IN', 'ID'],
    rowOf: ({ login, name, roles, status, issuer, signedInAt, id }: Person, moment) => [
      `${login ?? '-'}${issuer === localIssuer ? '' : ' (provider)'}`,
      ...[name, roles.join(' '), status, signedInAt === null ? 'never' : moment(signedInAt), id],
    ],
    nothing: 'No person was invited, and none has signed in.',
  });
}

function requireLocal({ console }: Config): void {
  if (console.local !== null) return;
  const instead = hasSignIn(console) ? ' People sign in at the identity provider.' : '';
  throw new CommandFailure(`The config has no console.local, so that there are no accounts of the gateway.${instead}`);
}

function writeLink(world: CommandWorld, config: Config, { person, token, expiresAt }: OneTimeLink): void {
  const moment = momentIn(world);
  world.write(
    [
      `The link of ${person.name}. It serves once, until ${moment(expiresAt)}: hand it over safely.`,
      '',
      `  ${config.publicUrl}/console/link/${token}`,
      '',
    ].join('\n'),
  );
}

function withPeople<T>(world: CommandWorld, work: (services: Services, config: Config) => Promise<T>): Promise<T> {
  const { clock } = world;
  return withStore(world, async (store, config) => {
    const identifiers = createIdentifiers(clock);
    try {
      return await work({ store, clock, identifiers, console: () => config.console }, config);
    } catch (error) {
      if (error instanceof InvalidInputError)
        throw new CommandFailure(error.issues.map(({ message }) => message).join('\n'), { cause: error });
      throw error;
    }
  });
}
