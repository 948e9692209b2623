import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Language } from '../kernel/locale/language.ts';
import type { AvailabilityUrl, Societe } from '../kernel/merchant.ts';
import type { ConsoleSettings } from '../modules/people/settings.ts';
import { accountTargets, problemsOfAccounts } from './accounts/accounts.ts';
import { problemsOfBankAddresses } from './bank-addresses.ts';
import { type Client, clientsOf, problemsOfClients } from './clients.ts';
import { consoleOf, problemsOfConsole } from './console.ts';
import { type CrashAt, crashAtOf } from './crash-at.ts';
import { sandboxSocieteIds } from './development.ts';
import { type RegisteredTexts, readDocuments } from './documents.ts';
import { type MetricsSettings, metricsOf, problemsOfMetrics } from './metrics.ts';
import { isLoopback } from './networks.ts';
import { problemsOfPublicUrl } from './public-url.ts';
import { type ConfigFile, configFile } from './schema/config-file.ts';
import { problemsOfDatabaseUrl } from './schema/database-url.ts';
import { findJsonPlaces, mostLevels } from './schema/json-places.ts';
import { defaultRates } from './schema/limits.ts';
import { reasonInWords } from './schema/reasons.ts';
import type { SecretReader } from './schema/values.ts';
import { createSecretReader, type Environment } from './secrets.ts';
import { availabilityUrlsOf, societesOf } from './societes.ts';
import { meantEntry, misspeltVariables } from './suggestions.ts';
import { problemsOfWebhooks } from './webhooks.ts';

/** A setting that is wrong: the process prints the lines and stops with exit code 78 (EX_CONFIG). */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly lines: readonly string[];
  /** The config file; null for the built-in config. */
  readonly file: string | null;

  constructor(lines: readonly string[], file: string | null = null) {
    super(lines.join('\n'));
    this.lines = lines;
    this.file = file;
  }

  /** For a terminal. */
  get printed(): string {
    const what = this.file === null ? 'The configuration' : `The configuration of ${this.file}`;
    return [`${what} cannot be used:`, ...this.lines.map((line) => `  ${line}`)].join('\n');
  }
}

type Limits = Required<ConfigFile['limits']> & { readonly streams: Required<ConfigFile['limits']['streams']> };

export type Config = {
  readonly deployment: 'development' | 'production';
  /** False: the file does not name the deployment, so it is development. */
  readonly statesDeployment: boolean;
  readonly host: string;
  readonly port: number;
  /** No trailing slash. Null: the address that the server listens on. */
  readonly publicUrl: string | null;
  /** May hold a password. */
  readonly databaseUrl: string;
  readonly logLevel: NonNullable<ConfigFile['logLevel']>;
  readonly defaultLanguage: Language;
  /** Null: text on a terminal, JSON elsewhere. */
  readonly logFormat: NonNullable<ConfigFile['logFormat']> | null;
  /** Host names, as URLs spell them. */
  readonly acceptedHosts: readonly string[];
  readonly acceptedHostsMode: ConfigFile['acceptedHostsMode'];
  readonly trustedProxies: readonly string[];
  /** Null: the built-in sociétés, which all stand on the sandbox banks. */
  readonly societes: ReadonlyMap<string, Societe> | null;
  /** Where to ask in the background whether a bank's page answers. */
  readonly availabilityUrls: readonly AvailabilityUrl[];
  readonly clients: readonly Client[];
  /** The operations of the company's own front ends. */
  readonly documents: RegisteredTexts;
  readonly rest: ConfigFile['rest'];
  readonly graphql: ConfigFile['graphql'];
  readonly lifetimes: ConfigFile['lifetimes'];
  readonly limits: Limits;
  readonly metrics: MetricsSettings | null;
  readonly stop: Required<ConfigFile['stop']>;
  readonly database: ConfigFile['database'];
  readonly notifications: ConfigFile['notifications'];
  readonly retention: ConfigFile['retention'];
  readonly webhooks: ConfigFile['webhooks'];
  readonly bankFiles: ConfigFile['bankFiles'];
  /** The moment at which the process has to die, for crash tests; never on a production deployment. */
  readonly crashAt: CrashAt | null;
  /** How people sign in, and what they may do. */
  readonly console: ConsoleSettings;
  /** A sentence about each variable of the environment whose name is nearly that of a setting. */
  readonly misspelt: readonly string[];
};

/** A variable is a text: `0x50` and `1e3` are numbers to JavaScript alone. */
function digits(minimum: number, maximum: number) {
  const rule = `must be a whole number from ${minimum} to ${maximum}`;
  const text = z.string().regex(/^\d{1,9}$/, rule);
  return text.transform(Number).refine((value) => minimum <= value && value <= maximum, rule);
}

/** What the gateway reads of the environment, without what libraries read. */
export const environmentSchema = z.object({
  HOST: z.string().min(1).optional(),
  PORT: digits(0, 65_535).optional(),
  PUBLIC_URL: configFile.shape.publicUrl,
  DATABASE_URL: z.string().min(1).optional(),
  LOG_LEVEL: configFile.shape.logLevel,
  LOG_FORMAT: configFile.shape.logFormat,
  CONFIG: z.string().min(1).optional(),
  METRICS_PORT: digits(1, 65_535).optional(),
  STOP_GRACE_SECONDS: digits(0, 300).optional(),
  CRASH_AT: crashAtOf.optional(),
  NODE_ENV: z.string().optional(),
});

/**
 * Reads the config file that `CONFIG` names, or the built-in development config; the environment overrides the file.
 * @throws ConfigError naming every wrong or unknown entry with its path; never the value of a secret.
 */
export function readConfig(environment: Environment): Config {
  try {
    return readEverything(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const lines = [...error.lines, ...misspeltVariables(environment, Object.keys(environmentSchema.shape))];
    throw new ConfigError(lines, environment.CONFIG || null);
  }
}

function readEverything(environment: Environment): Config {
  const settings = parse(environmentSchema, dropEmpty(environment), 'environment variable ');
  if (settings.CONFIG === undefined && settings.NODE_ENV === 'production') {
    throw new ConfigError([
      'NODE_ENV is production and CONFIG names no config file: refusing to start on the development config.',
    ]);
  }
  const written = settings.CONFIG === undefined ? {} : readJson(settings.CONFIG);
  const file = parse(configFile, written, '');
  const secrets = createSecretReader(environment);
  const documents = readDocuments(file.documents);
  const config = {
    deployment: file.deployment,
    statesDeployment: Object.hasOwn(written as object, 'deployment'),
    host: settings.HOST ?? file.host ?? '127.0.0.1',
    port: settings.PORT ?? file.port ?? 4000,
    publicUrl: (settings.PUBLIC_URL ?? file.publicUrl)?.replace(/\/+$/, '') ?? null,
    databaseUrl: settings.DATABASE_URL ?? databaseUrlOf(file, secrets) ?? 'sqlite:data/reglement.sqlite',
    defaultLanguage: file.defaultLanguage,
    logLevel: settings.LOG_LEVEL ?? file.logLevel ?? 'info',
    logFormat: settings.LOG_FORMAT ?? file.logFormat ?? null,
    acceptedHosts: file.acceptedHosts,
    acceptedHostsMode: file.acceptedHostsMode,
    trustedProxies: file.trustedProxies,
    societes: file.societes ? societesOf(file.societes, secrets) : null,
    availabilityUrls: availabilityUrlsOf(file.societes),
    clients: clientsOf(file, secrets),
    documents: documents.texts,
    rest: file.rest,
    graphql: file.graphql,
    lifetimes: file.lifetimes,
    limits: limitsOf(file),
    metrics: metricsOf(file, secrets, settings.METRICS_PORT),
    stop: {
      ...file.stop,
      graceSeconds: settings.STOP_GRACE_SECONDS ?? file.stop.graceSeconds ?? (file.deployment === 'production' ? 5 : 0),
    },
    database: file.database,
    notifications: file.notifications,
    retention: file.retention,
    webhooks: file.webhooks,
    bankFiles: file.bankFiles,
    console: consoleOf(file.console, secrets),
    crashAt: settings.CRASH_AT ?? null,
    misspelt: misspeltVariables(environment, Object.keys(environmentSchema.shape)),
  };
  const problems = [
    ...(settings.NODE_ENV === 'production' && !config.statesDeployment ? [noDeployment] : []),
    ...secrets.problems,
    ...documents.problems,
    ...problemsOf(config, file),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

const noDeployment =
  'deployment: is missing, and NODE_ENV is production: without it the gateway would start as a development deployment, ' +
  'with an open sandbox. Write "deployment": "production", or "development" where that is meant.';

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown, prefix: string): z.output<Schema> {
  // It is parsed once: to write code for it, as zod does for what comes often, takes longer than to go through it.
  const parsed = schema.safeParse(value, { reportInput: true, error: reasonInWords, jitless: true });
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.flatMap((issue) => describe(issue, prefix)));
}

function describe(issue: z.core.$ZodIssue, prefix: string): string[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const meant = meantEntry(key, issue.path);
      const question = meant === null ? '' : ` Did you mean ${meant}?`;
      return `${prefix}${path === '' ? key : `${path}.${key}`}: is not a setting that is known.${question}`;
    });
  }
  return [`${prefix}${path === '' ? '(the file)' : path}: ${reasonOf(issue)}`];
}

/** A missing entry is reported as missing, not as one of another type; a bad key by its own rule. */
function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'is missing.';
  const reason = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  return reason.endsWith('?') ? reason : `${reason}.`;
}

function readJson(path: string): unknown {
  // Some editors put a byte order mark before UTF-8 text.
  const text = readText(path).replace(/^\uFEFF/, '');
  const { stop, isTooDeep, repeats } = findJsonPlaces(text);
  if (isTooDeep) throw new ConfigError([`CONFIG: the file ${path} has more than ${mostLevels} levels (${stop}).`]);
  // The parser's own words repeat a piece of the file; where it stopped is enough.
  if (stop !== null) throw new ConfigError([`CONFIG: the file ${path} is not JSON (${stop}).`]);
  if (repeats.length > 0) {
    throw new ConfigError(repeats.map((entry) => `${entry.path}: is written a second time (${entry.place}).`));
  }
  return JSON.parse(text);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new ConfigError([`CONFIG: the file ${path} cannot be read (${code}).`]);
  }
}

/** An empty variable is one that is not set. */
const dropEmpty = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));

function databaseUrlOf({ databaseUrl }: ConfigFile, secrets: SecretReader): string | undefined {
  return typeof databaseUrl === 'object' ? secrets.read(databaseUrl, 'databaseUrl').reveal() : databaseUrl;
}

/** By default, shares and rates are for a deployment that strangers reach: a benchmark has one address. */
function limitsOf({ deployment, limits }: ConfigFile): Limits {
  const share = (of: number, part: number) => (deployment === 'production' ? Math.ceil(of * part) : null);
  const { connections, streams } = limits;
  const { connectionsPerAddress = share(connections, 0.1), connectionsPerNetwork = share(connections, 0.4) } = limits;
  const { perAddress = share(streams.total, 0.05), perClient = Math.ceil(streams.total * 0.75) } = streams;
  const rates = deployment === 'production' ? { ...defaultRates, ...limits.rates } : limits.rates;
  return {
    ...{ ...limits, connectionsPerAddress, connectionsPerNetwork },
    ...{ streams: { ...streams, perAddress, perClient }, rates },
  };
}

/** Checks entries against each other and against the deployment. */
function problemsOf(
  { host, port, metrics, publicUrl, societes, crashAt, databaseUrl }: Config,
  file: ConfigFile,
): string[] {
  const isProduction = file.deployment === 'production';
  const ids = societes ? [...societes.keys()] : sandboxSocieteIds;
  const targets = accountTargets.filter(
    (target) => societes === null || [...societes.values()].some(({ accounts }) => accounts[target]),
  );
  const problem = (condition: boolean, text: string): string[] => (condition ? [text] : []);
  return [
    ...problem(
      isProduction && file.clients.length === 0,
      'clients: a production deployment needs at least one client.',
    ),
    ...problem(isProduction && !file.societes, 'societes: a production deployment needs its own.'),
    ...problem(
      isProduction && publicUrl === null,
      'publicUrl: a production deployment needs the address at which customers and banks reach it.',
    ),
    ...problem(
      isProduction && crashAt !== null,
      'environment variable CRASH_AT: a production deployment does not start with it.',
    ),
    ...problem(
      !isProduction && file.clients.length === 0 && !isLoopback(host),
      `host: without clients the gateway is open, so that it listens on this machine alone, not on ${host}.`,
    ),
    ...problemsOfDatabaseUrl(databaseUrl),
    ...problemsOfClients(file, new Set(ids)),
    ...(publicUrl === null ? [] : problemsOfPublicUrl(publicUrl, { isProduction, targets, societes: ids })),
    ...problemsOfWebhooks(file),
    ...problemsOfConsole(file, { publicUrl, societes: new Set(ids) }),
    ...problemsOfMetrics(metrics, { port }),
    ...problemsOfAccounts(file.societes),
    ...problemsOfBankAddresses(file, { isProduction, publicUrl }),
  ];
}
