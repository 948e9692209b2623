import { storeFaultOf } from './store-faults.ts';

/**
 * Why a database cannot be worked on, in words for the operator. `UNREACHABLE` may be over in a moment; `UNUSABLE`
 * needs a person: it is missing, too old, unsafe, or another program's.
 */
export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem';
  readonly kind: 'UNREACHABLE' | 'UNUSABLE';

  constructor(kind: 'UNREACHABLE' | 'UNUSABLE', message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** A newer gateway has changed the database, so this one would not know what it reads. */
export class NewerDatabase extends DatabaseProblem {
  constructor(unknown: readonly string[]) {
    const message = `The database was changed by a newer gateway (${unknown.join(', ')}): run that version, or a newer one.`;
    super('UNUSABLE', message);
  }
}

/** What SQLite, or the file system, says of the file. There may be room, or no lock, at the next start. */
export function unusableFile(path: string, cause: unknown): DatabaseProblem {
  const reason = cause instanceof Error ? cause.message : 'for an unknown reason';
  const isPassing = ['FULL', 'LOCKED'].includes(storeFaultOf(cause) ?? '');
  const kind = isPassing ? 'UNREACHABLE' : 'UNUSABLE';
  return new DatabaseProblem(kind, `The SQLite file ${path} cannot be used: ${reason}.`, { cause });
}
