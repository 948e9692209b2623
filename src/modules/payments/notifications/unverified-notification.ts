import type { StoredNotification } from './notification.ts';

/** Messages that did not verify. Anyone can send them, so that a ring keeps only the last ones. */

export type RingLimits = {
  readonly messages: number;
  readonly bytes: number;
  /** Older messages are removed. */
  readonly since: number;
};

export type UnverifiedReads = {
  /** The names of the rings, in order: one for each account, and one for each bank. */
  unverifiedRings(page: { readonly after: string; readonly limit: number }): Promise<readonly string[]>;
};

export type UnverifiedWrites = {
  /** Adds messages to a ring, and removes the oldest ones that are beyond its limits. A ring stays while it is empty. */
  keepUnverified(ring: string, notifications: readonly StoredNotification[], limits: RingLimits): Promise<void>;
};

/** Keeps a message that did not verify, in its account's ring. @throws where that cannot be done now */
export type KeepUnverified = (ring: string, notification: StoredNotification) => Promise<void>;
