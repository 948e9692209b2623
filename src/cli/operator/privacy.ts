import { domainToASCII } from 'node:url';
import { type Command, Option } from 'commander';
import { eventHandlersOf } from '../../app/event-handlers.ts';
import { announceAction } from '../../kernel/audit/record-action.ts';
import { createIdentifiers } from '../../kernel/identifiers.ts';
import { type ErasedPerson, erasePerson } from '../../modules/privacy/erase-person.ts';
import { exportPerson } from '../../modules/privacy/export-person.ts';
import type { Person } from '../../modules/privacy/ports.ts';
import { agreeing, countOf } from '../output/count.ts';
import { printJson } from '../output/print.ts';
import { type CommandWorld, UsageError, withStore } from '../world.ts';
import { commandLine } from './operator.ts';
import { addRetentionCommand } from './retention.ts';

type PersonOptions = { readonly email?: string; readonly client?: string; readonly societe?: string };
type EraseOptions = PersonOptions & { readonly clientNumber?: true; readonly yes?: true };

export function addPrivacyCommands(program: Command, world: CommandWorld): void {
  const privacy = program.command('privacy').description("Customers' personal data: what the law lets them ask for.");
  forPerson(privacy.command('export'))
    .description(
      'Print what is kept about one person, as JSON. Files of banks and of direct debits are not printed, for they name ' +
        'others as well: filesNotPrinted has the ids of those to look at.',
    )
    .action((options: PersonOptions) => printPerson(options, world));
  forPerson(privacy.command('erase'))
    .description(
      'Replace who paid by a pseudonym: e-mail address, comment, payer, the messages of the banks, the debtor of mandates ' +
        'that ended, and take them out of the directory of customers. Amounts, dates, orders and sociétés stay, for the ' +
        'law wants accounts kept. Without --yes it only says what it would do.',
    )
    .option('--client-number', "replace the customer's number (id_client) as well")
    .option('--yes', 'do it; it cannot be undone')
    .action((options: EraseOptions) => erase(options, world));
  addRetentionCommand(privacy, world);
}

function forPerson(command: Command): Command {
  return command
    .addOption(new Option('--email <address>', 'the person with this e-mail address').conflicts('client'))
    .addOption(new Option('--client <number>', "the person with this customer's number (id_client)"))
    .addOption(
      new Option('--societe <number>', 'with --client: the number as this société gave it').conflicts('email'),
    );
}

async function printPerson(options: PersonOptions, world: CommandWorld): Promise<void> {
  const person = personOf(options);
  const found = await withStore(world, (store) => exportPerson(store, person));
  printJson(world, found);
}

async function erase({ clientNumber, yes, ...options }: EraseOptions, world: CommandWorld): Promise<void> {
  const person = personOf(options);
  const pseudonym = `erased-${world.randomBytes(6).toString('hex')}`;
  const { clock } = world;
  const isRehearsal = yes !== true;
  const identifiers = createIdentifiers(clock);
  const result = await withStore(world, async (store, config) => {
    const eventHandlers = eventHandlersOf(config, { identifiers, clock });
    if (!isRehearsal) await announceAction({ store, clock, identifiers }, commandLine, 'ERASE_PERSON', pseudonym);
    return erasePerson(
      { store, clock, identifiers, eventHandlers, actor: commandLine.client },
      { person, pseudonym, erasesClientNumber: clientNumber === true, isRehearsal },
    );
  });
  world.write(reportOf(result, isRehearsal ? null : pseudonym));
}

function personOf({ email, client, societe }: PersonOptions): Person {
  if (email !== undefined) {
    const [, localPart, domain] = /^([^\s@]+)@([^\s@]+)$/.exec(email.trim()) ?? [];
    if (!localPart || !domain) throw new UsageError('--email must be an e-mail address.');
    // In the form that payments store.
    return { email: `${localPart}@${domainToASCII(domain) || domain}` };
  }
  if (client === undefined || client === '')
    throw new UsageError('Name the person: --email <address> or --client <number>.');
  return { idClient: client.normalize('NFC'), idSociete: societe?.normalize('NFC') ?? null };
}

function reportOf(result: ErasedPerson, pseudonym: string | null): string {
  const { erased, waiting, notifications, entries, sharedEntries, exceptions, neededExceptions } = result;
  const { mandates, neededMandates, sharedMandates } = result;
  const what = `${countOf(erased.length, 'payment')} and ${countOf(notifications, 'message')} of banks`;
  const isAnyErased = erased.length + notifications + mandates.length + exceptions + entries.length > 0;
  const were = (count: number): string => (pseudonym === null ? 'would be' : agreeing(count, 'was', 'were'));
  const about = (count: number, one: string, text: string): string[] =>
    count > 0 ? [`${countOf(count, one)} ${text}`] : [];
  const listed = (names: readonly string[], one: string, text: string): string[] =>
    names.length > 0 ? [...about(names.length, one, text), `  ${names.join(' ')}`] : [];
  return [
    pseudonym === null
      ? `${what} would be erased. Nothing was changed: add --yes to do it.`
      : `${what} were erased${isAnyErased ? `; the person is now ${pseudonym}` : ''}.`,
    ...(erased.length > 0 ? [`  ${erased.join(' ')}`] : []),
    ...listed(waiting, 'payment', 'not at the end, kept unchanged:'),
    ...listed(mandates, 'mandate', `${were(mandates.length)} freed of the debtor:`),
    ...listed(
      neededMandates,
      'mandate',
      'kept with the debtor, in use, with an exception that is kept, or debited in the last 14 months:',
    ),
    ...listed(sharedMandates, 'mandate', 'kept, for others pay under the same number; --client names it:'),
    ...about(exceptions, 'exception', `of bank files ${were(exceptions)} freed of names and accounts.`),
    ...about(neededExceptions, 'exception', 'of bank files kept, open or with money in suspense.'),
    ...listed(
      result.sameAccountExceptions,
      'exception',
      'of bank files kept, from an account that paid for this person and may be of another:',
    ),
    ...about(entries.length, 'entry', `of the directory of customers ${were(entries.length)} taken out.`),
    ...(sharedEntries.length > 0
      ? [
          `${countOf(sharedEntries.length, 'entry')} of the directory kept, for others pay under the same number; --client takes one out:`,
          ...sharedEntries.map(optionsOf),
        ]
      : []),
    ...(result.askAgain.length > 0 ? ['To erase later what is kept:', ...result.askAgain.map(optionsOf)] : []),
    '',
  ].join('\n');
}

const optionsOf = (person: Person): string =>
  'email' in person
    ? `  --email ${person.email}`
    : `  --client ${quoted(person.idClient)}${person.idSociete === null ? '' : ` --societe ${quoted(person.idSociete)}`}`;

/** A number may hold blanks, and then what looks like another option; none holds what a shell reads within quotes. */
const quoted = (number: string): string => (number.includes(' ') ? `"${number}"` : number);
