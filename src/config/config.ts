import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { anonymous, type Caller } from '../domain/caller.ts';
import { type MerchantAccounts, Secret, type Societe } from '../domain/merchant.ts';
import { type ConfigFile, configFile, type SecretReference } from './schema.ts';

/** A setting that is wrong: the process prints the lines and stops with exit code 78 (EX_CONFIG). */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

export type Config = {
  readonly deployment: 'development' | 'production';
  readonly host: string;
  readonly port: number;
  /** No trailing slash. Null: the address that the server listens on. */
  readonly publicUrl: string | null;
  readonly databaseUrl: string;
  readonly logLevel: NonNullable<ConfigFile['logLevel']>;
  /** Null: the built-in development config, whose sociétés all stand on the sandbox banks. */
  readonly societes: ReadonlyMap<string, Societe> | null;
  /** Where to ask in the background whether a bank's page answers. */
  readonly availabilityUrls: readonly AvailabilityUrl[];
  readonly clients: readonly Client[];
  readonly rest: ConfigFile['rest'];
  readonly graphql: ConfigFile['graphql'];
  readonly lifetimes: ConfigFile['lifetimes'];
};

export type AvailabilityUrl = {
  readonly target: 'PAYBOX' | 'LABANQUEPOSTALE';
  readonly idSociete: string;
  readonly runMode: 'TEST' | 'LIVE';
  readonly url: string;
};
export type Client = { readonly caller: Caller; readonly keyHashes: readonly string[] };

const environmentSchema = z.object({
  HOST: z.string().min(1).optional(),
  PORT: z.coerce.number().int().min(0).max(65535).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.string().min(1).optional(),
  LOG_LEVEL: configFile.shape.logLevel,
  CONFIG: z.string().min(1).optional(),
  NODE_ENV: z.string().optional(),
});

/**
 * Reads the config file that `CONFIG` names, or the built-in development config; the environment wins over the file.
 * @param platformKeys Paybox's published public keys, for accounts that name none.
 * @throws ConfigError naming every wrong or unknown entry with its path; never the value of a secret.
 */
export function readConfig(environment: Environment, platformKeys: readonly [string, ...string[]]): Config {
  const settings = parse(environmentSchema, dropEmpty(environment), 'environment variable ');
  if (settings.CONFIG === undefined && settings.NODE_ENV === 'production') {
    throw new ConfigError([
      'NODE_ENV is production and CONFIG names no config file: refusing to start on the development config.',
    ]);
  }
  const file = settings.CONFIG === undefined ? null : parse(configFile, readJson(settings.CONFIG), '');
  const values = file ?? configFile.parse({ societes: {} });
  if (values.deployment === 'production' && values.clients.length === 0) {
    throw new ConfigError(['clients: a production deployment needs at least one client.']);
  }
  const publicUrl = settings.PUBLIC_URL ?? values.publicUrl;
  return {
    deployment: values.deployment,
    host: settings.HOST ?? values.host ?? '127.0.0.1',
    port: settings.PORT ?? values.port ?? 4000,
    publicUrl: publicUrl?.replace(/\/+$/, '') ?? null,
    databaseUrl: settings.DATABASE_URL ?? values.databaseUrl ?? 'sqlite:data/reglement.sqlite',
    logLevel: settings.LOG_LEVEL ?? values.logLevel ?? 'info',
    societes: file && societesOf(file, environment, platformKeys),
    availabilityUrls: availabilityUrlsOf(values),
    clients: clientsOf(values),
    rest: values.rest,
    graphql: values.graphql,
    lifetimes: values.lifetimes,
  };
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown, prefix: string): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.flatMap((issue) => describe(issue, prefix)));
}

function describe(issue: z.core.$ZodIssue, prefix: string): string[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${prefix}${path === '' ? key : `${path}.${key}`}: is not a setting that is known.`);
  }
  return [`${prefix}${path === '' ? '(the file)' : path}: ${issue.message}.`];
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason =
      error instanceof SyntaxError
        ? 'is not JSON'
        : `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`;
    throw new ConfigError([`CONFIG: the file ${path} ${reason}.`]);
  }
}

/** An empty variable is one that is not set. */
const dropEmpty = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));

function clientsOf(file: ConfigFile): Client[] {
  return file.clients.map(({ name, keyHashes, origins, societes, runModes, returnOrigins }) => ({
    keyHashes,
    caller: {
      client: name,
      origins: new Set(origins.map((value) => value.normalize('NFC'))),
      societes: new Set(societes),
      runModes: new Set(runModes),
      returnOrigins: new Set(returnOrigins),
      returnsToLoopback: file.deployment === 'development' && anonymous.returnsToLoopback,
    },
  }));
}

function availabilityUrlsOf(file: ConfigFile): AvailabilityUrl[] {
  return Object.entries(file.societes).flatMap(([idSociete, societe]) =>
    (['PAYBOX', 'LABANQUEPOSTALE'] as const).flatMap((target) =>
      (['TEST', 'LIVE'] as const).flatMap((runMode) => {
        const url = societe[target]?.[runMode]?.availabilityUrl;
        return url === undefined ? [] : [{ target, idSociete, runMode, url }];
      }),
    ),
  );
}

function societesOf(
  file: ConfigFile,
  environment: Environment,
  platformKeys: readonly [string, ...string[]],
): Map<string, Societe> {
  const problems: string[] = [];
  const secret =
    (path: string) =>
    (reference: SecretReference, index: number): Secret => {
      const value = resolveSecret(reference, environment);
      if (value === null)
        problems.push(`${path}.${index}: the secret ${JSON.stringify(reference)} is not there or empty.`);
      return new Secret(value ?? '');
    };
  const societes = Object.entries(file.societes).map(([id, societe]): [string, Societe] => [
    id,
    {
      id,
      name: societe.name,
      fallbackPayer: societe.fallbackPayer ?? null,
      accounts: {
        PAYBOX: mapModes(
          societe.PAYBOX,
          ({ availabilityUrl: _url, hmacKeys, publicKeys, ...rest }, mode): MerchantAccounts['PAYBOX'] => ({
            ...rest,
            hmacKeys: mapSecrets(hmacKeys, secret(`societes.${id}.PAYBOX.${mode}.hmacKeys`)),
            publicKeys: publicKeys ?? platformKeys,
          }),
        ),
        LABANQUEPOSTALE: mapModes(
          societe.LABANQUEPOSTALE,
          ({ availabilityUrl: _url, formKeys, ...rest }, mode): MerchantAccounts['LABANQUEPOSTALE'] => ({
            ...rest,
            formKeys: mapSecrets(formKeys, secret(`societes.${id}.LABANQUEPOSTALE.${mode}.formKeys`)),
          }),
        ),
        MILLIET: mapModes(societe.MILLIET, (account) => account),
      },
    },
  ]);
  if (problems.length > 0) throw new ConfigError(problems);
  return new Map(societes);
}

function mapModes<In, Out>(
  accounts: { TEST?: In | undefined; LIVE?: In | undefined } | undefined,
  map: (account: In, mode: 'TEST' | 'LIVE') => Out,
): { TEST?: Out; LIVE?: Out } {
  return {
    ...(accounts?.TEST && { TEST: map(accounts.TEST, 'TEST') }),
    ...(accounts?.LIVE && { LIVE: map(accounts.LIVE, 'LIVE') }),
  };
}

function mapSecrets(
  [first, ...rest]: readonly [SecretReference, ...SecretReference[]],
  resolve: (reference: SecretReference, index: number) => Secret,
): [Secret, ...Secret[]] {
  return [resolve(first, 0), ...rest.map((reference, index) => resolve(reference, index + 1))];
}

/** Blanks around a pasted key are the most common mistake with it. */
function resolveSecret(reference: SecretReference, environment: Environment): string | null {
  if ('env' in reference) return environment[reference.env]?.trim() || null;
  try {
    return readFileSync(reference.file, 'utf8').trim() || null;
  } catch {
    return null;
  }
}
