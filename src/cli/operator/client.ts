import type { Command } from 'commander';
import { hashOfClientKey, newClientKey } from '../../config/client-key.ts';
import { isCalendarDate } from '../../kernel/sepa/target-calendar.ts';
import { type CommandWorld, UsageError } from '../world.ts';

type KeyOptions = { readonly name: string; readonly expires?: string; readonly json?: true };

export function addClientCommands(program: Command, world: CommandWorld): void {
  const client = program.command('client').description('Clients: the systems that may ask for payments.');
  client
    .command('key')
    .description('Make a key for a client. It is shown this once; the config keeps only its hash.')
    .option('--name <name>', 'the name that the client has, or will have, in the config', 'my-client')
    .option('--expires <date>', 'when it stops working: 2027-06-30 (midnight, UTC) or 2027-06-30T08:00:00Z')
    .option('--json', 'print JSON, for a program')
    .action((options: KeyOptions) => printKey(options, world));
}

function printKey({ name, expires, json }: KeyOptions, { clock, randomBytes, write }: CommandWorld): void {
  if (name.trim() === '') throw new UsageError('--name must not be empty.');
  const expiresAt = expires === undefined ? null : momentOf(expires, clock());
  const key = newClientKey(randomBytes);
  const hash = hashOfClientKey(key);
  const keyHash = expiresAt === null ? { hash } : { hash, expiresAt };
  if (json) {
    write(`${JSON.stringify({ key, ...keyHash })}\n`);
    return;
  }
  const entry = {
    name,
    keyHashes: [keyHash],
    origins: ['web'],
    societes: ['1'],
    runModes: ['TEST'],
    scopes: ['initiate', 'read'],
  };
  write(
    [
      `The key of ${name}. It is shown this once: hand it over safely and keep it nowhere else.`,
      '',
      `  ${key}`,
      '',
      `Its hash (SHA-256): ${hash}`,
      '',
      'For "clients" in the config file, with the rights that it is to have; a client that has a key already gets',
      'this one beside it in "keyHashes", and both work until the old one is taken out:',
      '',
      ...JSON.stringify(entry, null, 2)
        .split('\n')
        .map((line) => `  ${line}`),
      '',
      'SIGHUP makes a running gateway read its config again. The client sends the key with each request:',
      '',
      `  Authorization: Bearer ${key.slice(0, 8)}…`,
      '',
    ].join('\n'),
  );
}

function momentOf(text: string, now: number): string {
  const isMoment = /^[\d-]{10}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2}))?$/.test(text);
  const at = isMoment && isCalendarDate(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw new UsageError('--expires must be a date like 2027-06-30 or 2027-06-30T08:00:00Z.');
  if (at <= now) throw new UsageError('--expires lies in the past.');
  return new Date(at).toISOString();
}
