import type { Environment } from '../config/secrets.ts';
import type { PlatformKeys } from '../config/societes.ts';
import type { Store } from '../domain/store.ts';

/** What a command may reach; passed in, so that tests can choose it. */
export type CommandWorld = {
  readonly environment: Environment;
  /** Paybox's published public keys. */
  readonly platformKeys: PlatformKeys;
  readonly openStore: (options: { readonly databaseUrl: string }) => Promise<Store>;
  /** Milliseconds since the epoch, UTC. */
  readonly clock: () => number;
  readonly randomBytes: (size: number) => Buffer;
  /** Standard output: what was asked for, with its own line ends. */
  readonly write: (text: string) => void;
  /** Standard error: everything else. */
  readonly complain: (text: string) => void;
};

/** The command cannot be meant like this: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
