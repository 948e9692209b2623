import type { DatabaseSync } from 'node:sqlite';
import { atomically, numberIn, openDatabase } from '../database.ts';
import type { Day } from './calendar.ts';
import { type DebitState, debitSchema, debits } from './debits.ts';
import { type FileState, fileSchema, files } from './files.ts';
import { type MovementState, movementSchema, movements } from './movements.ts';
import { type ScriptState, scriptSchema, scripts } from './scripts.ts';

/** The memory of the company's bank. */
export type State = DebitState &
  FileState &
  MovementState &
  ScriptState & {
    /** The banking day that the bank has, null before its first. */
    day(): Day | null;
    setDay(day: Day): void;
    /** Counts up from 1, never the same number twice. */
    nextNumber(): number;
    /** All of it or nothing. */
    atomically<Result>(work: () => Result): Result;
    close(): void;
  };

const ownSchema = `
  CREATE TABLE banking_day (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), day TEXT NOT NULL) STRICT;
  CREATE TABLE counter (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), value INTEGER NOT NULL) STRICT;
`;

export function openState(folder: string): State {
  const schema = ownSchema + fileSchema + debitSchema + movementSchema + scriptSchema;
  const database = openDatabase(folder, 'house-bank.sqlite', [schema]);
  return {
    ...bankingDay(database),
    ...files(database),
    ...debits(database),
    ...movements(database),
    ...scripts(database),
    atomically: (work) => atomically(database, work),
    close: () => database.close(),
  };
}

function bankingDay(database: DatabaseSync): Pick<State, 'day' | 'setDay' | 'nextNumber'> {
  const select = database.prepare('SELECT day FROM banking_day');
  const set = database.prepare(
    'INSERT INTO banking_day VALUES (1, ?) ON CONFLICT (only_row) DO UPDATE SET day = excluded.day',
  );
  const next = database.prepare(
    'INSERT INTO counter VALUES (1, 1) ON CONFLICT (only_row) DO UPDATE SET value = value + 1 RETURNING value',
  );
  return {
    day: () => {
      const day = select.get()?.day;
      return typeof day === 'string' ? day : null;
    },
    setDay: (day) => void set.run(day),
    nextNumber: () => numberIn(next.get()),
  };
}
