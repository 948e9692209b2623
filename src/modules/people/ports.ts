import type { AuditWrites } from '../../kernel/audit/audit-entry.ts';
import type { ActionWrites } from '../../kernel/audit/recorded-action.ts';
import type { Identifiers } from '../../kernel/identifiers.ts';
import type { Transacting } from '../../kernel/transacting.ts';
import type { OnceUsedReads, OnceUsedWrites } from './once-used.ts';
import type { PersonReads, PersonWrites } from './person.ts';
import type { SessionReads, SessionWrites } from './session.ts';
import type { ConsoleSettings } from './settings.ts';
import type { SavedViewReads, SavedViewWrites } from './views/saved-view.ts';

/** The ports of people and their sessions. `src/app` fills them in. */

export type Reads = PersonReads & SessionReads & OnceUsedReads & SavedViewReads;
export type Transaction = Reads &
  PersonWrites &
  SessionWrites &
  OnceUsedWrites &
  SavedViewWrites &
  ActionWrites &
  AuditWrites;

export type Services = {
  readonly store: Reads & Transacting<Transaction>;
  /** The settings of this moment: the config may be read again. */
  readonly console: () => ConsoleSettings;
  /** Milliseconds since the epoch, UTC. */
  readonly clock: () => number;
  readonly identifiers: Identifiers;
  /** The id of the request, for the audit log. Left out: a command. */
  readonly request?: string;
};
