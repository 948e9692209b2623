import { createHash } from 'node:crypto';
import { recordAction } from '../../../kernel/audit/record-action.ts';
import { recordAudit } from '../../../kernel/audit/record-audit.ts';
import { createGathering } from '../../../kernel/bytes/bounded-bytes.ts';
import { actingName, type Caller, requireMoneyRight, runModesOf } from '../../../kernel/caller.ts';
import { isWrittenCardNumber } from '../../../kernel/card-number.ts';
import { NotAllowedError, refuseInput } from '../../../kernel/errors.ts';
import { type BankFile, type BankFileChange, type BankFileSource, noCounts } from '../bank-import.ts';
import type { Services, Transaction } from '../ports.ts';
import { checkBankFiles, rightsOf } from './bank-rights.ts';
import { type ContinueOptions, continueBankFile } from './continue-bank-file.ts';
import { maySeeFile } from './read-bank-files.ts';

/** Small enough for every database, large enough that a file has few. */
const partBytes = 256 * 1024;

/** Steps that a door runs before it answers; the worker does the rest. */
export const stepsBeforeAnswer = 2_000;

export type GivenBankFile = {
  /** The sender's name for it, for people: never a path. */
  readonly name: string;
  readonly source: BankFileSource;
  readonly bytes: AsyncIterable<Uint8Array>;
};

export type ImportedBankFile = {
  readonly file: BankFile;
  /** The same bytes came before: this is that file, and nothing new was stored. */
  readonly repeated: boolean;
};

/**
 * Imports a bank file: stores bytes and digest, reads it to its end, then applies it. The same bytes are the same file.
 * A refused file is read again, because the config may have changed.
 * @throws InvalidInputError, NotAllowedError
 */
export async function importBankFile(
  services: Services,
  caller: Caller,
  given: GivenBankFile,
  options: ContinueOptions = { maximumSteps: stepsBeforeAnswer },
): Promise<ImportedBankFile> {
  checkBankFiles(caller);
  // Its account says the mode, and is read late: where it can only be LIVE, nothing is stored.
  if (!runModesOf(services, caller).includes('TEST')) requireMoneyRight(caller, 'LIVE');
  const received = await receive(services, caller, given);
  // A holder of the same bytes does not see the results of a foreign file.
  if (received.repeated && !maySeeFile(services, caller, received.file)) {
    throw new NotAllowedError('This client may not work with the accounts of this file.');
  }
  return { ...received, file: await continueBankFile(services, received.file.id, options) };
}

async function receive(services: Services, caller: Caller, given: GivenBankFile): Promise<ImportedBankFile> {
  const { store, identifiers } = services;
  const id = identifiers.newId('bkf');
  const stored = await storeBytes(services, id, given.bytes);
  const file: BankFile = {
    ...newBankFile(services, caller, { id, name: given.name, ...stored, source: given.source }),
    status: caller.bankFilesNeedConfirmation === true ? 'AWAITS_CONFIRMATION' : 'RECEIVED',
  };
  return store.transact(async (transaction) => {
    const { isChanged, ...received } = await keep(transaction, file);
    const { id: object } = received.file;
    // A command has its own entry in the audit log.
    if (caller.operator !== undefined) await recordAction(services, transaction, caller, 'IMPORT_FILE', object);
    else {
      const outcome = isChanged ? 'DONE' : 'UNCHANGED';
      await recordAudit(services, transaction, caller, { action: 'importBankFile', object, outcome });
    }
    return received;
  });
}

async function keep(
  transaction: Transaction,
  file: BankFile,
): Promise<ImportedBankFile & { readonly isChanged: boolean }> {
  if (await transaction.insertBankFile(file)) return { file, repeated: false, isChanged: true };
  const known = await transaction.bankFileByDigest(file.digest);
  if (known === null) throw new Error('a digest that is taken has a file');
  // A file that was never confirmed lost its bytes.
  if ((await transaction.bankFilePart(known.id, 0)) === null) await transaction.moveBankFileParts(file.id, known.id);
  else await transaction.removeBankFileParts(file.id);
  const again = broughtAgain(known, file);
  if (again === null) return { file: known, repeated: true, isChanged: false };
  const isChanged = await transaction.changeBankFile(known.id, known.status, again);
  const current = isChanged ? { ...known, ...again } : ((await transaction.bankFile(known.id)) ?? known);
  return { file: current, repeated: true, isChanged };
}

const unread = {
  ...{ reason: null, format: null, version: null, idSociete: null, societes: null, runMode: null },
  ...{ decidedBy: null, decidedAt: null, steps: 0, done: 0 },
  counts: noCounts,
} as const;

/** A file that was not read yet. */
export function newBankFile(
  services: Services,
  caller: Caller,
  given: Pick<BankFile, 'id' | 'name' | 'digest' | 'sizeBytes' | 'source'>,
): BankFile {
  const at = services.clock();
  const sender = { receivedBy: actingName(caller), rights: rightsOf(services, caller) };
  return {
    ...given,
    name: nameOf(given.name),
    ...sender,
    receivedAt: at,
    updatedAt: at,
    ...unread,
    status: 'RECEIVED',
  };
}

/** The change of a known file whose bytes come again, by the rights of the new upload; null: none. */
function broughtAgain(known: BankFile, file: BankFile): BankFileChange | null {
  const { source, receivedBy, rights, status, updatedAt } = file;
  if (known.status === 'REFUSED') return { ...known, ...unread, source, receivedBy, rights, status, updatedAt };
  // A client that needs no confirmation confirms the file by uploading it too.
  if (known.status !== 'AWAITS_CONFIRMATION' || status !== 'RECEIVED') return null;
  return { ...known, rights, status, decidedBy: receivedBy, decidedAt: updatedAt, updatedAt };
}

/** Unreferenced parts are removed when the file is given up. */
async function storeBytes(
  { store, settings }: Services,
  id: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Pick<BankFile, 'digest' | 'sizeBytes'>> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let number = 0;
  try {
    for await (const part of inParts(bytes)) {
      sizeBytes += part.length;
      if (sizeBytes > settings.maximumBankFileBytes) {
        refuseInput('content', `The file is larger than ${settings.maximumBankFileBytes} bytes.`);
      }
      hash.update(part);
      const place = number++;
      await store.transact((transaction) => transaction.insertBankFilePart(id, place, part));
    }
    if (sizeBytes === 0) refuseInput('content', 'The file is empty.');
  } catch (error) {
    await store.transact((transaction) => transaction.removeBankFileParts(id));
    throw error;
  }
  return { digest: hash.digest('hex'), sizeBytes };
}

async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gathered = createGathering(partBytes);
  for await (const chunk of bytes) {
    for (let start = 0; start < chunk.length; ) {
      const room = partBytes - gathered.length();
      gathered.add(chunk.subarray(start, start + room));
      start += room;
      if (gathered.length() === partBytes) yield gathered.take();
    }
  }
  if (gathered.length() > 0) yield gathered.take();
}

/** The last part of a path, without characters that a terminal or a log would interpret. */
function nameOf(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const name = last.replaceAll(/[^\p{L}\p{N} ._()-]/gu, '_').slice(0, 120);
  return name === '' || isWrittenCardNumber(name.replace(/\.\w+$/, '')) ? 'unnamed' : name;
}
