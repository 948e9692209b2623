import { parentPort, workerData } from 'node:worker_threads';
import { error as library } from 'libxml2-wasm/lib/libxml2.mjs';
import { FileRefused } from './faults-of-file.ts';
import type { XmlAnswer, XmlWork } from './read-apart.ts';
import { readXml } from './read-xml.ts';

/** The library gathers every fault of a document: 900 MB for a file that is made of them. The first one is enough. */
const allocate = library.storage.allocate.bind(library.storage);
library.storage.allocate = (faults) => {
  const push = (fault: (typeof faults)[number]): number => {
    faults[0] ??= fault;
    return faults.length;
  };
  return allocate(Object.assign(faults, { push }));
};

const { bytes, schemaFolder } = workerData as XmlWork;
parentPort?.postMessage(await answer());

async function answer(): Promise<XmlAnswer> {
  try {
    return { message: await readXml(Buffer.from(bytes), schemaFolder) };
  } catch (error) {
    if (error instanceof FileRefused) return { fault: error.fault };
    throw error;
  }
}
