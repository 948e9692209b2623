import { createReadStream } from 'node:fs';
import { access, constants, lstat, mkdir, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import { type Caller, unlimited } from '../../../kernel/caller.ts';
import { minuteMs } from '../../../kernel/durations.ts';
import { InvalidInputError } from '../../../kernel/errors.ts';
import { walkItems } from '../../../kernel/walk-pages.ts';
import { createGrowingPauses, type GrowingPauses } from '../../../workers/growing-pauses.ts';
import { reportRarely } from '../../../workers/report-rarely.ts';
import type { Failed } from '../../../workers/unless-fails.ts';
import type { Worker } from '../../../workers/workers.ts';
import type { BankFile } from '../bank-import.ts';
import { collectedLongAgo, payCollected } from '../exceptions/pay-collected.ts';
import type { Services } from '../ports.ts';
import { createAbandonedUploads } from './abandoned-uploads-worker.ts';
import { continueBankFile } from './continue-bank-file.ts';
import { importBankFile } from './import-bank-file.ts';

export type BankFileWorkerOptions = {
  readonly services: Services;
  /** Where a bank's software puts its files, as the config says now; null: nowhere. */
  readonly folder: () => string | null;
  readonly logger: Logger;
};

const everyMs = 5_000;
const filesPerRound = 20;
/** A file that is still being written has changed between two looks. */
const settledAfterMs = 2_000;
/** In bytes: longer names are refused by most file systems. */
const longestName = 255;

/** The writers of the folder: the operator, and the bank's software. */
const folderCaller: Caller = { ...unlimited, client: 'bank folder', runModes: new Set(['TEST', 'LIVE']) };

export const createBankFileWorkers = (options: BankFileWorkerOptions): readonly Worker[] => [
  createImports(options),
  createAbandonedUploads(options),
];

/** Takes files out of the watched folder, and takes on imports and decisions that were interrupted or are long. */
function createImports({ services, folder, logger }: BankFileWorkerOptions): Worker {
  const pauses = createGrowingPauses(minuteMs, 30 * minuteMs);
  const [unreadable, seen] = [new Map<string, string>(), new Map<string, Seen>()];
  const failedAs = (name: 'exception' | 'bankFile') =>
    reportRarely(services.clock, (id, error) => logFault(logger, { [name]: id }, error));
  const folderFailsAs = (line: string) =>
    reportRarely(services.clock, (fault, error) =>
      logger.error({ folder: folder(), code: (error as NodeJS.ErrnoException).code, fault }, line),
    );
  const failed = {
    ...{ decision: failedAs('exception'), file: failedAs('bankFile') },
    folder: folderFailsAs('the folder of the bank cannot be read; it is tried again'),
    moving: folderFailsAs('no file of the bank is taken, because it could not be moved afterwards; it is tried again'),
  };
  return {
    name: 'bank-files',
    everyMs,
    round: async (keepsLease) => {
      const watched = folder();
      const known = { pauses, unreadable, seen };
      if (watched !== null) await takeFromFolder({ services, logger, watched, keepsLease, failed, ...known });
      for await (const { id, read } of collectedLongAgo(services)) {
        if (!(await keepsLease())) return;
        await guarded(
          (error) => failed.decision(id, error),
          async () => payCollected(services, read()),
        );
      }
      for await (const { id } of walkItems(filesPerRound, '', services.store.unfinishedBankFiles, (file) => file.id)) {
        if (!(await keepsLease())) return;
        await guarded(
          (error) => failed.file(id, error),
          async () =>
            report(logger, await continueBankFile(services, id, { goesOn: keepsLease, unreadable: failed.decision })),
        );
      }
    },
  };
}

type Taking = {
  readonly services: Services;
  readonly logger: Logger;
  readonly watched: string;
  readonly keepsLease: () => Promise<boolean>;
  readonly failed: Readonly<Record<'folder' | 'moving', Failed>>;
  /** Of files that could not be moved: each is stored and known again whenever it is taken. */
  readonly pauses: GrowingPauses;
  /** Files that could not be opened, by path, as each was when it was logged. Those that left the folder are forgotten. */
  readonly unreadable: Map<string, string>;
  /** Each file, by path, as it is now, and since when. Those that left the folder are forgotten. */
  readonly seen: Map<string, Seen>;
};

type Seen = {
  readonly state: string;
  readonly since: number;
  /** The log has said that it is not taken. */
  readonly isNamed: boolean;
};

/** One file that cannot be taken on (a right that is missing, an account that left the config) holds up no other. */
async function guarded(failed: (error: unknown) => void, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    failed(error);
  }
}

function logFault(logger: Logger, subject: object, error: unknown): void {
  const fault = error instanceof Error ? error.message : 'not an error';
  logger.error({ ...subject, fault }, 'a file of a bank could not be taken on; it is tried again');
}

/** A file is moved only after its bytes are stored: interrupted before, it is found again and known by its digest. */
async function takeFromFolder(taking: Taking): Promise<void> {
  const { services, logger, watched, keepsLease, pauses, unreadable, seen } = taking;
  const { clock } = services;
  const failed = (error: unknown) => logFault(logger, {}, error);
  let [taken, isUsable] = [0, true];
  const entries = await entriesOf(watched, taking.failed.folder);
  if (entries === null) return;
  const files = new Set(entries.map(({ file }) => String(file)));
  for (const known of [unreadable, seen]) for (const file of known.keys()) if (!files.has(file)) known.delete(file);
  for (const { name, file } of entries) {
    if (taken === filesPerRound || !isUsable || !(await keepsLease())) return;
    await guarded(failed, async () => {
      // Looked at when it has its turn: the import of the ones before it may have taken long.
      const itself = await settledState(taking, { name, file });
      if (itself === null || pauses.isResting(itself, clock())) return;
      isUsable = taken > 0 || (await canMoveFrom(watched, taking.failed.moving));
      if (!isUsable) return;
      // One that cannot be read stays, and does not count: any number of them holds up no other.
      const outcome = await takeFile(services, file, name).catch((error: NodeJS.ErrnoException) => {
        const isOfFile = error.path === String(file);
        const isLogged = isOfFile && unreadable.get(String(file)) === itself;
        if (isOfFile) unreadable.set(String(file), itself);
        if (!isLogged) throw error;
        return null;
      });
      if (outcome === null) return;
      unreadable.delete(String(file));
      taken++;
      pauses.rest(itself, clock());
      await move(file, path.join(watched, outcome.folder), outcome.prefix, name);
      pauses.end(itself);
      if (outcome.file) report(logger, outcome.file);
      else
        logger.error({ reason: outcome.reason }, 'a file in the folder of the bank was refused before it was stored');
    });
  }
}

/**
 * Looks at a file. How long it stays as it is counts by this machine's clock: that of a share or of a writer may be fast, or
 * slow, and then a file that is half written looks old.
 * @returns what changes with it; null where it may still be written, or is nothing to take
 */
async function settledState(taking: Taking, { name, file }: Entry): Promise<string | null> {
  const { services, logger, watched, seen } = taking;
  const { size, mtimeMs, isFile } = await stateOf(file);
  const [now, state, before] = [services.clock(), `${file} ${size} ${mtimeMs}`, seen.get(String(file))];
  const since = before?.state === state ? Math.min(before.since, now) : now;
  const isSettled = now - since >= settledAfterMs;
  const isNothing = !isFile || (size === 0 && isSettled);
  const wasNamed = before?.isNamed === true || ownNames.has(name);
  if (isNothing && !wasNamed) {
    const reason = isFile ? 'it is empty' : 'it is no file, but a folder or a link';
    logger.warn({ folder: watched, file: name, reason }, 'an entry in the folder of the bank is not taken');
  }
  seen.set(String(file), { state, since, isNamed: wasNamed || isNothing });
  return isFile && size > 0 && isSettled ? state : null;
}

const folders = { taken: 'done', refused: 'refused' } as const;
const ownNames: ReadonlySet<string> = new Set(Object.values(folders));

/** Looked at before a file is taken: one that cannot go there would be taken in every round. */
async function canMoveFrom(watched: string, failed: Failed): Promise<boolean> {
  try {
    await access(watched, constants.W_OK);
    for (const name of Object.values(folders)) {
      const folder = path.join(watched, name);
      await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
      // With the dot it must be a folder.
      await access(`${folder}/.`, constants.W_OK);
    }
    return true;
  } catch (error) {
    failed((error as Error).message, error);
    return false;
  }
}

type Entry = {
  /** For people. */
  readonly name: string;
  /** Bytes where its name is no UTF-8, as old software writes it. */
  readonly file: string | Buffer;
};

/**
 * In their order; null where the folder cannot be read. One that is away for a while, as a share may be, holds up no file
 * that is stored already.
 */
async function entriesOf(folder: string, failed: Failed): Promise<readonly Entry[] | null> {
  try {
    const entries = (await readdir(folder, { encoding: 'buffer' })).map((bytes): Entry => {
      const name = bytes.toString();
      if (Buffer.from(name).equals(bytes)) return { name, file: path.join(folder, name) };
      return { name: bytes.toString('latin1'), file: Buffer.concat([Buffer.from(path.join(folder, '/')), bytes]) };
    });
    return entries
      .filter(({ name }) => !name.startsWith('.'))
      .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    failed((error as Error).message, error);
    return null;
  }
}

async function stateOf(file: Entry['file']) {
  // The entry itself, not a link's target: the folder is for files.
  const state = await lstat(file);
  return { size: state.size, mtimeMs: state.mtimeMs, isFile: state.isFile() };
}

async function takeFile(services: Services, file: Entry['file'], name: string) {
  try {
    const given = { name, source: 'FOLDER', bytes: createReadStream(file) } as const;
    const { file: imported } = await importBankFile(services, folderCaller, given);
    const folder = imported.status === 'REFUSED' ? folders.refused : folders.taken;
    return { folder, prefix: imported.id, file: imported, reason: null };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return { folder: folders.refused, prefix: 'not-stored', file: null, reason: error.message };
  }
}

/** Named after its id in the gateway, so that two files of one name do not collide. */
async function move(file: Entry['file'], folder: string, prefix: string, name: string): Promise<void> {
  await rename(file, path.join(folder, `${prefix} ${endOf(name, longestName - prefix.length - 1)}`));
}

/** Keeps the end of a long name, which says more: a day, a number, the kind. */
function endOf(name: string, bytes: number): string {
  let end = name;
  while (Buffer.byteLength(end) > bytes) end = [...end].slice(1).join('');
  return end;
}

/** Without the reason of a refusal, which is kept with the file: it quotes what the file says. */
function report(logger: Logger, { id, source, receivedBy, status, counts }: BankFile): void {
  const line = { bankFile: id, source, broughtBy: receivedBy, status, counts };
  // Who brings a file gets the answer. No one gets that of the folder, so a person has to look.
  const level = source === 'FOLDER' ? 'error' : 'warn';
  if (status === 'REFUSED') logger[level](line, 'a file of a bank was refused: nothing of it was applied');
  else if (status === 'IMPORTED') logger.info(line, 'a file of a bank was imported');
}
