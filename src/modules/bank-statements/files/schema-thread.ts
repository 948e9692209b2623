import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { type ErrorDetail, XmlDocument, XmlElement, XmlParseError, XsdValidator } from 'libxml2-wasm';
import { error as library } from 'libxml2-wasm/lib/libxml2.mjs';
import type { SchemaFault, SchemaWork } from './check-schema.ts';

/** Ends the validation: it unwinds the validator, which only a thread that ends with it can afford. */
class FirstFault extends Error {
  readonly detail: ErrorDetail;
  constructor(detail: ErrorDetail) {
    super('the first fault');
    this.detail = detail;
  }
}

const warning = 1;
let isValidating = false;
let lineBefore = 0;

/**
 * The library collects every fault of a document, each with its path, for which it counts the siblings before it. A
 * file of 16 MB full of faults takes 28 s and 900 MB. The first fault is enough.
 */
const allocate = library.storage.allocate.bind(library.storage);
library.storage.allocate = (faults) => {
  const push = (detail: ErrorDetail): number => {
    if (isValidating && detail.level > warning) throw new FirstFault(detail);
    faults[0] ??= detail;
    return faults.length;
  };
  return allocate(Object.assign(faults, { push }));
};

const { schemaFile, bytes } = workerData as SchemaWork;
parentPort?.postMessage(await findFault());

async function findFault(): Promise<SchemaFault | null> {
  using schema = XmlDocument.fromBuffer(await readFile(schemaFile));
  using validator = XsdValidator.fromDoc(schema);
  try {
    using whole = XmlDocument.fromBuffer(bytes);
    // The schema is that of the message alone, without the envelope around it.
    const message = whole.root.name === 'Document' ? null : whole.get("//*[local-name()='Document']");
    if (!(message instanceof XmlElement)) {
      isValidating = true;
      validator.validate(whole);
      return null;
    }
    lineBefore = message.line - 1;
    // What the envelope declares holds within the message as well.
    const declared = message.nsDeclarations;
    for (const [prefix, uri] of Object.entries(message.namespaces)) {
      if (!Object.hasOwn(declared, prefix)) message.addNsDeclaration(uri, prefix);
    }
    using document = XmlDocument.fromString(message.toString({ format: false }));
    isValidating = true;
    validator.validate(document);
    return null;
  } catch (error) {
    if (error instanceof XmlParseError) {
      // Its parser knows fewer encodings than ours, and is stricter in places.
      const reason = 'the schema cannot be checked: the XML or its encoding is not read';
      return { reason, place: { line: error.details[0]?.line ?? 1, path: '' } };
    }
    if (!(error instanceof FirstFault)) throw error;
    return {
      reason: 'it is not what the schema of the message allows',
      place: { line: lineBefore + error.detail.line, path: elementOf(error.detail.message) },
    };
  }
}

/** Only the element's name, because the validator's message holds the value, possibly personal data. */
function elementOf(message: string): string {
  return /^Element '(?:\{[^}]*\})?([A-Za-z0-9]+)'/.exec(message)?.[1] ?? '';
}
