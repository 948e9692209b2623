import { Worker } from 'node:worker_threads';
import { type Fault, FileRefused, fault } from './faults-of-file.ts';
import { readXml, type XmlMessage } from './read-xml.ts';

/** The thread's input and result. */
export type XmlWork = { readonly bytes: Uint8Array; readonly schemaFolder: string | null };
export type XmlAnswer = { readonly message: XmlMessage } | { readonly fault: Fault };

/** A larger file would block the whole process: 200 KB full of faults take 700 ms. */
const bytesAtOnce = 64 * 1024;

const usualLimits = { timeoutMs: 20_000, heapMegabytes: 512 };

/**
 * Reads a message, a large one in a thread of its own that ends at a limit of time and memory.
 * @throws FileRefused
 */
export async function readXmlApart(
  bytes: Buffer,
  schemaFolder: string | null,
  limits: typeof usualLimits = usualLimits,
): Promise<XmlMessage> {
  if (bytes.length <= bytesAtOnce) return readXml(bytes, schemaFolder);
  const answer = await oneAtATime(() => readInThread({ bytes, schemaFolder }, limits));
  if ('fault' in answer) throw new FileRefused(answer.fault);
  return answer.message;
}

async function readInThread(workerData: XmlWork, limits: typeof usualLimits): Promise<XmlAnswer> {
  const resourceLimits = { maxOldGenerationSizeMb: limits.heapMegabytes };
  const worker = new Worker(new URL('./xml-thread.ts', import.meta.url), { workerData, resourceLimits, execArgv: [] });
  const { promise, resolve, reject } = Promise.withResolvers<XmlAnswer>();
  const timer = setTimeout(() => resolve({ fault: tooMuch }), limits.timeoutMs);
  worker.once('message', resolve);
  worker.once('error', (error: NodeJS.ErrnoException) =>
    error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ fault: tooMuch }) : reject(error),
  );
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

const tooMuch = fault('FF01', '', 'le contrôle du fichier est trop long', 'the file takes too much to check');

/** Several files at once take the processor and the memory of one. */
let last: Promise<unknown> = Promise.resolve();
function oneAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  const next = last.then(work);
  last = next.catch(() => undefined);
  return next;
}
