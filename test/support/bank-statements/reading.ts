import {
  type BankEntry,
  BankFileError,
  type BankFilePiece,
} from '../../../src/modules/bank-statements/files/bank-file.ts';
import { readBankFile } from '../../../src/modules/bank-statements/files/read-bank-file.ts';
import { iban } from './examples.ts';
import type { WrittenEntry } from './written-files.ts';

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** What a file holds that comes in pieces of `size` bytes. @throws BankFileError */
export async function read(file: string | Buffer, size = 1000): Promise<readonly BankFilePiece[]> {
  const pieces: BankFilePiece[] = [];
  for await (const piece of readBankFile(inPieces(Buffer.from(file), size))) pieces.push(piece);
  return pieces;
}

export const entriesIn = async (file: string): Promise<readonly BankEntry[]> =>
  (await read(file)).flatMap((piece) => (piece.kind === 'ENTRY' ? [piece.entry] : []));

export async function refusalOf(file: string | Buffer): Promise<string> {
  try {
    await read(file);
    return 'it was read';
  } catch (error) {
    if (!(error instanceof BankFileError)) throw error;
    return error.message;
  }
}

/** What a bank says of a transfer, and of a debit that comes back with a fee. */
export const transfer: WrittenEntry = {
  amount: '1234.56',
  entryReference: 'N1',
  bankReference: 'BANK-1',
  details: [
    {
      amount: '1234.56',
      endToEndId: 'NOTPROVIDED',
      structured: 'RF811000042',
      texts: ['FACTURE', '12'],
      debtor: { name: 'Café & Fils', iban: iban.france },
    },
  ],
};
export const returned: WrittenEntry = {
  amount: '235.45',
  direction: 'DBIT',
  code: ['IDDT', 'UPDD'],
  details: [{ amount: '234.56', endToEndId: 'P2', reason: 'AM04', charges: '0.89' }],
};
