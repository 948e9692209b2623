import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';

type Closable = { readonly close?: () => unknown; readonly [Symbol.asyncDispose]?: () => PromiseLike<void> };

/**
 * Opens a part before the first test of the group and closes it, if it can be, after the last one. The result stands for the part in
 * tests and hooks; it throws before the part is open.
 */
export const openForGroup = <Part extends object>(open: () => Part | Promise<Part>): Part =>
  openWith(beforeAll, afterAll, open);

/** Opens a part of its own for each test. */
export const openForEach = <Part extends object>(open: () => Part | Promise<Part>): Part =>
  openWith(beforeEach, afterEach, open);

type Hook = (run: () => Promise<void>) => void;

function openWith<Part extends object>(before: Hook, after: Hook, open: () => Part | Promise<Part>): Part {
  let opened: Part | null = null;
  before(async () => {
    opened = await open();
  });
  after(async () => {
    const closing: Closable | null = opened;
    opened = null;
    await (closing?.close ? closing.close() : closing?.[Symbol.asyncDispose]?.());
  });
  return standingFor(() => {
    if (opened === null) throw new Error('This part is open in tests and hooks alone.');
    return opened;
  });
}

/** Stands for the part that is there at the moment of each use. */
export const standingFor = <Part extends object>(part: () => Part): Part =>
  new Proxy({} as Part, {
    get: (_, name) => Reflect.get(part(), name),
    set: (_, name, value) => Reflect.set(part(), name, value),
    // For `{ ...part }`.
    ownKeys: () => Reflect.ownKeys(part()),
    getOwnPropertyDescriptor: (_, name) => ({ configurable: true, enumerable: true, value: Reflect.get(part(), name) }),
  });

/** A folder of this group's own, which is there from now on and is removed after the last test. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `reglement-${name}-`));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
