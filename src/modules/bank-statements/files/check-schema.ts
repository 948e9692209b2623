import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { runInThread, ThreadError, type ThreadLimits } from '../../../workers/run-in-thread.ts';
import { BankFileError, type CheckSchema, type FilePlace } from './bank-file.ts';

/** The thread's input and result. */
export type SchemaWork = { readonly schemaFile: string; readonly bytes: Uint8Array };
export type SchemaFault = { readonly reason: string; readonly place: FilePlace };

/** A valid file of 16 MB takes less than a second. One with a million faults takes much: the validator lists them all. */
const usualLimits: ThreadLimits = { heapMegabytes: 192, timeoutMs: 30_000 };

/**
 * Checks files against the schemas of ISO 20022 in a folder (`camt.053.001.08.xsd`, …); a file without its schema there
 * passes. The whole document is in memory. Document types were refused before. Each file is checked in a thread, one at
 * a time: reading a schema alone takes 25 ms, and 200 KB full of faults 700 ms. If the thread exceeds its limits, the
 * file is refused.
 * @param folder as the config names it
 */
export const createSchemaCheck =
  (folder: string, limits: ThreadLimits = usualLimits): CheckSchema =>
  async (version, bytes) => {
    const schemaFile = path.join(folder, `${version}.xsd`);
    if (!/^[a-z0-9.]+$/.test(version) || !existsSync(schemaFile)) return null;
    try {
      const fault = await oneAtATime(() => faultOf({ schemaFile, bytes }, limits));
      return fault && new BankFileError(fault.reason, fault.place);
    } catch (error) {
      if (!(error instanceof ThreadError)) throw error;
      return new BankFileError(`the check against the schema was broken off: ${error.message}`, null);
    }
  };

const faultOf = (workerData: SchemaWork, limits: ThreadLimits): Promise<SchemaFault | null> =>
  runInThread(
    (options) => new Worker(new URL('./schema-thread.ts', import.meta.url), { ...options, workerData }),
    limits,
  );

/** One for the whole process: several uploads at once take the processor and the memory of one. */
let last: Promise<unknown> = Promise.resolve();
function oneAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  const next = last.then(work);
  last = next.catch(() => undefined);
  return next;
}
