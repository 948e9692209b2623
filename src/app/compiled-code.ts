import { isAscii } from 'node:buffer';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/**
 * Loads the files of a bundle, with the code that V8 compiled of them in an earlier start. Node has a cache of compiled
 * code too. It is made when a file is loaded, and so lacks the functions that are called later: to compile these takes a
 * fifth of a start.
 */

export type Bundle = {
  /** What a file of the bundle exports. */
  readonly load: (name: string) => unknown;
  /**
   * Keeps the code that was compiled until now, or `afterMs` later where some is not kept yet. Of a file that is loaded
   * later, it is kept a moment after that.
   */
  readonly keepCompiled: (afterMs?: number) => Promise<void>;
};

/** A start, or what a file that is loaded later first does. */
export const settledMs = 1000;

type Part = { readonly file: string; readonly source: Buffer; readonly script: Script };

export function openBundle(folder: string): Bundle {
  const modules = new Map<string, { exports: unknown }>();
  const waiting: Part[] = [];
  let isStarted = false;
  const keepCompiled = async (afterMs = 0): Promise<void> => {
    if (waiting.length > 0 && afterMs > 0) await setTimeout(afterMs, null, { ref: false });
    isStarted = true;
    // The first one, which loads the others, comes last: where its code is there, all is.
    for (const part of waiting.splice(0).toReversed()) writeCompiled(part);
  };
  const keepLater = (part: Part): void => {
    waiting.push(part);
    if (isStarted) void keepCompiled(settledMs);
  };
  const requireOther = createRequire(path.join(folder, 'bundle.js'));
  const requireAny = (name: string): unknown => (name.startsWith('./') ? load(name.slice(2)) : requireOther(name));
  const load = (name: string): unknown => {
    const known = modules.get(name);
    if (known) return known.exports;
    const file = path.join(folder, name);
    const module = { exports: {} };
    modules.set(name, module);
    try {
      compile(file, keepLater)(module.exports, requireAny, module, importOther, file, folder);
    } catch (error) {
      modules.delete(name);
      throw error;
    }
    return module.exports;
  };
  return { load, keepCompiled };
}

/** What a file begins and ends with: it is a function, in the way of CommonJS. */
export const functionHead = '(function(exports,require,module,importOther,__filename,__dirname){';
export const functionEnd = '})';

/** A script has no `import()` of its own that is not experimental. */
const importOther = (name: string): Promise<unknown> => import(name);

function compile(file: string, keepLater: (part: Part) => void): (...given: readonly unknown[]) => void {
  const source = readFileSync(file);
  const cachedData = readCompiled(file, source);
  const script = new Script(isAscii(source) ? source.toString('latin1') : source.toString(), {
    filename: pathToFileURL(file).href,
    ...(cachedData && { cachedData }),
  });
  // V8 rejects the code of another version, and that of other flags.
  if (cachedData === null || script.cachedDataRejected) keepLater({ file, source, script });
  return script.runInThisContext();
}

export const compiledOf = (file: string): string => `${file}.compiled`;

/** Null where none is kept of this source, or where it is damaged: V8 does not check that, and would crash. */
function readCompiled(file: string, source: Buffer): Buffer | null {
  let kept: Buffer;
  try {
    kept = readFileSync(compiledOf(file));
  } catch {
    return null;
  }
  const code = kept.subarray(checkBytes);
  return kept.subarray(0, checkBytes).equals(checkOf(source, code)) ? code : null;
}

/** Complete or not there at all. Where the folder is not to be written, each start compiles. */
function writeCompiled({ file, source, script }: Part): void {
  const draft = `${compiledOf(file)}-${process.pid}`;
  try {
    writeFileSync(draft, '');
    const code = script.createCachedData();
    writeFileSync(draft, Buffer.concat([checkOf(source, code), code]));
    renameSync(draft, compiledOf(file));
  } catch {}
}

const checkBytes = 4;
function checkOf(source: Buffer, code: Buffer): Buffer {
  const check = Buffer.alloc(checkBytes);
  check.writeUInt32LE(crc32(code, crc32(source)));
  return check;
}
