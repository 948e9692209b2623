import { execFile } from 'node:child_process';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** A disk that can be full, fail a sync, and forget unsynced writes, on command. */
export type WeakDisk = {
  /** For the environment of a program whose database lies on it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly setFull: (isFull: boolean) => void;
  readonly setSyncsFail: (fail: boolean) => void;
  /** After a kill: what was written and not synced was never written. Answers how many writes that were. */
  readonly forget: () => number;
  /** After a kill that was no power cut: the machine goes on, and nothing is forgotten. */
  readonly keep: () => void;
};

/** As every system with one calls it. */
export const compiler = 'cc';
const source = path.join(import.meta.dirname, 'power-cut.c');
const isFullAt = 0;
const syncsFailAt = 1;

/** @returns null where the machine has no C compiler: then the rig goes without. */
export async function createWeakDisk(folder: string, databaseFile: string): Promise<WeakDisk | null> {
  const library = path.join(folder, 'power-cut.so');
  const built = await promisify(execFile)(compiler, ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl']).then(
    () => true,
    () => false,
  );
  if (!built) return null;
  const control = path.join(folder, 'disk-control');
  writeFileSync(control, Buffer.alloc(4096));
  const set = (place: number, value: boolean): void => {
    const file = openSync(control, 'r+');
    writeSync(file, Buffer.from([value ? 1 : 0]), 0, 1, place);
    closeSync(file);
  };
  const files = [databaseFile, `${databaseFile}-wal`];
  return {
    environment: {
      LD_PRELOAD: library,
      POWER_CUT_FILE: databaseFile,
      POWER_CUT_CONTROL: control,
    },
    setFull: (isFull) => set(isFullAt, isFull),
    setSyncsFail: (fail) => set(syncsFailAt, fail),
    forget: () => {
      const forgotten = files.reduce((sum, file) => sum + undo(file), 0);
      // Memory that processes share is gone with the power; SQLite makes it anew.
      rmSync(`${databaseFile}-shm`, { force: true });
      return forgotten;
    },
    keep: () => {
      for (const file of files) rmSync(`${file}.notes`, { force: true });
    },
  };
}

type Note = { readonly offset: number; readonly length: number; readonly bytes: Buffer };

/** Puts back what stood there before, the last note first. */
function undo(file: string): number {
  const notesFile = `${file}.notes`;
  if (!existsSync(notesFile)) return 0;
  const notes = readNotes(readFileSync(notesFile));
  rmSync(notesFile);
  if (notes.length === 0 || !existsSync(file)) return 0;
  const descriptor = openSync(file, 'r+');
  for (const { offset, length, bytes } of notes.toReversed()) {
    if (bytes.length > 0) writeSync(descriptor, bytes, 0, bytes.length, offset);
    ftruncateSync(descriptor, length);
  }
  closeSync(descriptor);
  return notes.length;
}

function readNotes(all: Buffer): readonly Note[] {
  const notes: Note[] = [];
  for (let at = 0; at + 24 <= all.length; ) {
    const size = Number(all.readBigInt64LE(at + 16));
    const bytes = all.subarray(at + 24, at + 24 + size);
    notes.push({ offset: Number(all.readBigInt64LE(at)), length: Number(all.readBigInt64LE(at + 8)), bytes });
    at += 24 + size;
  }
  return notes;
}
