import { buildDirectDebitFile } from '../../../src/modules/direct-debits/files/direct-debit-file.ts';
import {
  type DirectDebitBatch,
  DirectDebitFileError,
} from '../../../src/modules/direct-debits/files/direct-debit-input.ts';

export const textOf = (batch: DirectDebitBatch): string => buildDirectDebitFile(batch).bytes.toString('utf8');

/** The places of what is wrong with a batch. */
export function issuesOf(batch: DirectDebitBatch): readonly string[] {
  try {
    buildDirectDebitFile(batch);
    return [];
  } catch (error) {
    if (!(error instanceof DirectDebitFileError)) throw error;
    return error.issues.map(({ path }) => path.join('.'));
  }
}
