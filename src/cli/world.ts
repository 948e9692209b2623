import { existsSync } from 'node:fs';
import type { CommandContext } from '../app/cli-services.ts';
import type { GatewayServices } from '../app/services.ts';
import type { Store } from '../app/store.ts';
import { type Config, readConfig } from '../config/config.ts';
import type { Environment } from '../config/secrets.ts';
import { type AuditFacts, recordAudit } from '../kernel/audit/record-audit.ts';
import { type InvalidInputError, PaymentError } from '../kernel/errors.ts';
import { createIdentifiers } from '../kernel/identifiers.ts';
import { auditedStore } from '../modules/audit-log/auditing.ts';
import { DatabaseProblem } from '../store/database-problem.ts';
import type { DatabaseTools } from '../store/database-tools.ts';
import { commandLine } from './operator/operator.ts';

/** The surroundings of a command, passed in so that tests can choose them. */
export type CommandWorld = {
  readonly environment: Environment;
  readonly openStore: (options: { readonly databaseUrl: string; readonly isRestoring?: boolean }) => Promise<Store>;
  /** Left out: there are no `db` commands. */
  readonly openDatabaseTools?: (options: {
    readonly databaseUrl: string;
    readonly environment: Environment;
    readonly clock: () => number;
  }) => Promise<DatabaseTools>;
  readonly createServices: (options: CommandContext) => Promise<CliServices>;
  /** Left out: the command writes no entry in the audit log. */
  readonly command?: () => RunningCommand;
  /** Milliseconds since the epoch, UTC. */
  readonly clock: () => number;
  readonly randomBytes: (size: number) => Buffer;
  /** Standard output: the result, with its own line ends. */
  readonly write: (text: string) => void;
  /** Standard error: everything else. */
  readonly complain: (text: string) => void;
  /** Whether standard error is a terminal; left out: it is a file or a program. */
  readonly isTerminal?: boolean;
};

export type RunningCommand = {
  /** `payment refund` */
  readonly name: string;
  readonly showsData: boolean;
  /** The id that it was given. */
  readonly object: string | null;
};

export type CliServices = GatewayServices;

/** The command cannot be meant like this: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The command ran, and its result is a problem: exit code 1. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}

type OnStore<T> = (store: Store, config: Config) => Promise<T>;

/**
 * Opens the configured database for one command. One that is missing is not created, and one with another shape than
 * that of this version is refused: part of the work might be written.
 * @param objectOf the id of what the command shows, where it was given a name
 * @param takesOlder try it on an older shape as well
 */
export async function withStore<T>(
  world: CommandWorld,
  work: OnStore<T>,
  objectOf: OnStore<string | null> = async () => null,
  takesOlder = false,
): Promise<T> {
  const config = readConfig(world.environment);
  const { databaseUrl } = config;
  const [, file] = /^sqlite:(.+)/.exec(databaseUrl) ?? [];
  if (file !== undefined && !existsSync(file))
    throw new Error(`there is no database at ${file}: is DATABASE_URL right?`);
  const store = await world.openStore({ databaseUrl });
  try {
    const isOlder = (await store.pendingMigrations()).length > 0;
    if (isOlder && !takesOlder) throw olderShape();
    return await runAudited(
      world,
      store,
      (audited) => work(audited, config),
      () => objectOf(store, config),
    ).catch((error: unknown) => {
      throw isOlder ? olderShape(error) : error;
    });
  } finally {
    await store.close();
  }
}

function olderShape(cause?: unknown): DatabaseProblem {
  const cure = 'npm run gateway -- db migrate, or a start of the gateway, changes it';
  return new DatabaseProblem('UNUSABLE', `the database has not the shape that this version wants: ${cure}.`, { cause });
}

/**
 * What the command changes is written together with its entry in the audit log. What it shows has one before. A refusal
 * after something was written has one more, as that of a mutation.
 */
async function runAudited<T>(
  { command, clock }: CommandWorld,
  store: Store,
  work: (store: Store) => Promise<T>,
  objectOf: () => Promise<string | null>,
): Promise<T> {
  if (command === undefined) return work(store);
  const { name, showsData, object: given } = command();
  const services = { clock, identifiers: createIdentifiers(clock) };
  let object = given;
  const facts = (found: string | null): AuditFacts => {
    object ??= found;
    return { action: name, object };
  };
  const { store: audited, isRecorded } = auditedStore(services, store, { caller: commandLine, facts });
  if (showsData) {
    const shown = facts(await objectOf());
    await audited.transact((transaction) => recordAudit(services, transaction, commandLine, shown));
  }
  try {
    return await work(audited);
  } catch (error) {
    const refusal = error instanceof Error && !(error instanceof PaymentError) ? error.cause : error;
    if (refusal instanceof PaymentError && isRecorded() && !showsData) {
      const failed: AuditFacts = { ...facts(null), outcome: 'FAILED', code: refusal.code };
      await store.transact((transaction) => recordAudit(services, transaction, commandLine, failed));
    }
    throw error;
  }
}

/** A wrong value, which is named by its option: `--cut-off` and not `cutOff`. */
export function wrongOption(error: InvalidInputError): UsageError {
  const optionOf = (field: string): string =>
    `--${field === 'idSociete' ? 'societe' : field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const named = error.issues.map(({ path: [field], message }) =>
    typeof field === 'string' && message.startsWith(`${field} `)
      ? optionOf(field) + message.slice(field.length)
      : message,
  );
  return new UsageError(named.join('\n'), { cause: error });
}

/** The entry of a command that also has to work where the database does not, or is of another version. */
export async function noteIfPossible(world: CommandWorld): Promise<void> {
  try {
    await withStore(world, async () => undefined, undefined, true);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'for an unknown reason';
    world.complain(`The audit log has no entry of this: ${why}\n`);
  }
}

/** Runs a command that notes its beginning or its end, and notes that it failed. The failure itself is reported. */
export async function notingFailure(world: CommandWorld, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    await noteFailure(world, error).catch(() => undefined);
    throw error;
  }
}

async function noteFailure({ command, ...world }: CommandWorld, error: unknown): Promise<void> {
  if (command === undefined) return;
  const code = error instanceof DatabaseProblem ? error.kind : 'COMMAND_FAILED';
  const failed: AuditFacts = { action: command().name, outcome: 'FAILED', code };
  const services = { clock: world.clock, identifiers: createIdentifiers(world.clock) };
  const record: OnStore<void> = (store) =>
    store.transact((transaction) => recordAudit(services, transaction, commandLine, failed));
  await withStore(world, record, undefined, true);
}

/** The use cases on the configured database, for one command. */
export async function withServices<T>(
  world: CommandWorld,
  work: (services: CliServices) => Promise<T>,
  objectOf: (services: CliServices) => Promise<string | null> = async () => null,
): Promise<T> {
  const on =
    <R>(run: (services: CliServices) => Promise<R>): OnStore<R> =>
    (store, config) =>
      withServicesOn(world, store, config, run);
  return withStore(world, on(work), on(objectOf));
}

/** The use cases on a database that is open. */
export async function withServicesOn<T>(
  { createServices, clock }: CommandWorld,
  store: Store,
  config: Config,
  work: (services: CliServices) => Promise<T>,
): Promise<T> {
  const services = await createServices({ config, store, clock });
  try {
    return await work(services);
  } finally {
    await services.closeWebhooks();
  }
}
