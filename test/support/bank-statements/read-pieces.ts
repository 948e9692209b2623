import type { BankEntry, BankFilePiece } from '../../../src/modules/bank-statements/files/bank-file.ts';
import { BankFileError } from '../../../src/modules/bank-statements/files/bank-file.ts';
import { readBankFile } from '../../../src/modules/bank-statements/files/read-bank-file.ts';

/** What the reader takes out of a file. */

export async function* inPieces(bytes: Buffer, size = 1000): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

export async function piecesOf(file: string | Buffer, size?: number): Promise<readonly BankFilePiece[]> {
  const pieces: BankFilePiece[] = [];
  for await (const piece of readBankFile(inPieces(Buffer.from(file), size))) pieces.push(piece);
  return pieces;
}

export const entriesIn = async (file: string | Buffer): Promise<readonly BankEntry[]> =>
  (await piecesOf(file)).flatMap((piece) => (piece.kind === 'ENTRY' ? [piece.entry] : []));

export async function refusalOf(file: string | Buffer): Promise<string> {
  try {
    await piecesOf(file);
    return 'it was read';
  } catch (error) {
    if (!(error instanceof BankFileError)) throw error;
    return error.message;
  }
}
