import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createGunzip } from 'node:zlib';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { BankFileError } from './bank-file.ts';

/** What a packed file may be. A statement shrinks to a tenth or a fiftieth; a bomb, to a thousandth and less. */
export const packedLimits = {
  archiveBytes: 32 * 1024 * 1024,
  files: 100,
  unpackedBytes: 1024 * 1024 * 1024,
  ratio: 200,
  /** Small files may shrink more. */
  freeBytes: 1024 * 1024,
} as const;

type Bytes = AsyncIterable<Uint8Array>;

/** What a file begins with. */
export const peekedBytes = 4_096;

/** The first bytes of a file, and the whole of it. */
export async function peek(bytes: Bytes): Promise<{ readonly start: Buffer; readonly whole: Bytes }> {
  const iterator = bytes[Symbol.asyncIterator]();
  let start: Buffer = Buffer.alloc(0);
  let isEnded = false;
  while (start.length < peekedBytes && !isEnded) {
    const next = await iterator.next();
    if (next.done) isEnded = true;
    else start = Buffer.concat([start, next.value]);
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    if (start.length > 0) yield start;
    if (!isEnded) yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { start, whole: whole() };
}

export const isGzip = (start: Buffer): boolean => start[0] === 0x1f && start[1] === 0x8b;
export const isZip = (start: Buffer): boolean => start.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'));

/** Counts what comes in and what comes out, and refuses what grows too much. */
function createBound() {
  let packed = 0;
  let unpacked = 0;
  return {
    packed: (bytes: number): void => {
      packed += bytes;
    },
    unpacked: (bytes: number): void => {
      unpacked += bytes;
      if (unpacked > packedLimits.unpackedBytes) fail(`it unpacks to more than ${packedLimits.unpackedBytes} bytes`);
      if (unpacked > packedLimits.freeBytes && unpacked > packed * packedLimits.ratio) {
        fail(`it unpacks to more than ${packedLimits.ratio} times its size`);
      }
    },
  };
}

function fail(reason: string): never {
  throw new BankFileError(reason, null);
}

/** The files in a packed one, each to be read to its end before the next; a file that is not packed is its only one. */
export async function* unpacked(bytes: Bytes): AsyncGenerator<Bytes> {
  const { start, whole } = await peek(bytes);
  if (isZip(start)) yield* filesOfZip(whole);
  else yield isGzip(start) ? unzipped(whole) : whole;
}

const broken = (): BankFileError => new BankFileError('the packed file is broken or cut off', null);

async function* unzipped(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const bound = createBound();
  const counted = async function* () {
    for await (const chunk of bytes) {
      bound.packed(chunk.length);
      yield chunk;
    }
  };
  const aborting = new AbortController();
  const through = createGunzip();
  const done = pipeline(counted, through, { signal: aborting.signal });
  done.catch(() => undefined);
  try {
    for await (const chunk of through as AsyncIterable<Uint8Array>) {
      bound.unpacked(chunk.length);
      yield chunk;
    }
    await done;
  } catch (error) {
    if (error instanceof BankFileError) throw error;
    // Whatever else went wrong is not the file's, as a database that is away.
    const { code } = error as NodeJS.ErrnoException;
    throw code !== undefined && /^(?:Z_|ERR_)/.test(code) ? broken() : error;
  } finally {
    aborting.abort();
  }
}

/** The list of a zip stands at its end, so that all of it is in memory. */
async function* filesOfZip(bytes: Bytes): AsyncGenerator<Bytes> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > packedLimits.archiveBytes) fail(`the archive is larger than ${packedLimits.archiveBytes} bytes`);
    parts.push(chunk);
  }
  const zip = await openedZip(Buffer.concat(parts));
  const bound = createBound();
  bound.packed(size);
  let files = 0;
  for (const entry of await entriesOf(zip)) {
    // Folders, and what a Mac puts beside its files.
    if (entry.fileName.endsWith('/') || entry.fileName.startsWith('__MACOSX/')) continue;
    if (++files > packedLimits.files) fail(`the archive holds more than ${packedLimits.files} files`);
    if (entry.isEncrypted()) fail('a file in the archive is encrypted');
    yield fileOf(zip, entry, bound);
  }
  if (files === 0) fail('the archive holds no file');
}

/** The library refuses names that lead out of a folder. Names are never used as paths. */
const openedZip = (archive: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(archive, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(new BankFileError('the archive is broken or cut off', null));
      else resolve(zip);
    });
  });

const entriesOf = (zip: ZipFile): Promise<readonly Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    const refuse = (reason: string): void => reject(new BankFileError(reason, null));
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > packedLimits.files * 2) refuse(`the archive holds more than ${packedLimits.files} files`);
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => refuse('the archive is broken, or a name in it leads out of its folder'));
    zip.readEntry();
  });

async function* fileOf(zip: ZipFile, entry: Entry, bound: ReturnType<typeof createBound>): Bytes {
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => {
      if (error) reject(new BankFileError('a file in the archive cannot be unpacked', null));
      else resolve(opened);
    });
  });
  let sum = 0;
  let isFirst = true;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      bound.unpacked(chunk.length);
      if (isFirst && (isZip(Buffer.from(chunk)) || isGzip(Buffer.from(chunk))))
        fail('an archive stands in the archive');
      isFirst = false;
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    // The archive is in memory: all else that goes wrong is its fault, as a size that is not the one that it says.
    throw error instanceof BankFileError ? error : broken();
  }
  if (sum !== entry.crc32) fail('a file in the archive is broken');
}
