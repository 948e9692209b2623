import { isDeepStrictEqual } from 'node:util';
import { Secret } from '../kernel/merchant.ts';
import { type Config, ConfigError } from './config.ts';
import { isLoopback } from './networks.ts';

/** The entries that a running gateway reloads. Changes of all others need a restart. */
const reloadable: ReadonlySet<string> = new Set<keyof Config>([
  'acceptedHosts',
  'acceptedHostsMode',
  'clients',
  'console',
  'documents',
  'societes',
  'availabilityUrls',
  'rest',
  'lifetimes',
  'notifications',
  'retention',
  'webhooks',
  'bankFiles',
]);

export type ReloadableConfig = {
  /** The current settings. They may change between two requests. */
  readonly config: Config;
  /** Reads everything again, and takes all of it over or nothing: false. Never throws. */
  readonly reload: (logger: ReloadLogger) => boolean;
};

/** A pino logger has this shape. */
export type ReloadLogger = {
  readonly info: (details: object, message: string) => void;
  readonly warn: (details: object, message: string) => void;
  readonly error: (details: object, message: string) => void;
};

/** @throws ConfigError where the first reading cannot be used. */
export function createReloadableConfig(read: () => Config): ReloadableConfig {
  let current = read();
  const views = Object.keys(current).map((name): [string, PropertyDescriptor] => [
    name,
    { enumerable: true, get: () => current[name as keyof Config] },
  ]);
  return {
    config: Object.defineProperties({}, Object.fromEntries(views)) as Config,
    reload: (logger) => {
      const next = readAgain(read, current, logger);
      if (next === null) return false;
      const waiting = changedNames(current, next).filter((name) => !reloadable.has(name));
      const taken = Object.entries(next).filter(([name]) => reloadable.has(name));
      current = { ...current, ...Object.fromEntries(taken) };
      const counts = { clients: current.clients.length, societes: current.societes?.size ?? 'built-in' };
      if (waiting.length === 0) logger.info(counts, 'the config was read again and is in force');
      else logger.warn({ ...counts, waiting }, 'the config was read again; some changes wait for a restart');
      return true;
    },
  };
}

function readAgain(read: () => Config, current: Config, logger: ReloadLogger): Config | null {
  try {
    const next = read();
    if (next.deployment !== current.deployment) {
      throw new ConfigError(['deployment: what is real money cannot change while the gateway runs: restart it.']);
    }
    if (next.clients.length === 0 && !isLoopback(current.host)) {
      throw new ConfigError([
        `clients: this gateway listens on ${current.host}, where any machine could call it: it needs clients.`,
      ]);
    }
    return next;
  } catch (error) {
    const problems = error instanceof ConfigError ? error.lines : ['the file could not be read'];
    logger.error({ problems }, 'the config was not read again: it cannot be used, and the old one stays in force');
    return null;
  }
}

function changedNames(one: Config, other: Config): string[] {
  return Object.keys(other).filter((name) => {
    const key = name as keyof Config;
    return !isDeepStrictEqual(revealed(one[key]), revealed(other[key]));
  });
}

/** With secrets as texts: two of them are equal to `isDeepStrictEqual`, which cannot look into them. */
function revealed(value: unknown): unknown {
  if (value instanceof Secret) return value.reveal();
  if (Array.isArray(value)) return value.map(revealed);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, revealed(part)]));
}

const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
