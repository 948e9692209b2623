import type { BankFilePiece, BankStatement } from '../domain/bank-file.ts';
import type { BankFile, OwnAccount } from '../domain/bank-import.ts';
import type { Transaction } from '../domain/store.ts';
import { openException, settleExceptions } from './bank-exceptions.ts';
import type { Services } from './services.ts';

/**
 * The statements of an account are numbered by its bank (`ElctrncSeqNb`): one that is missing hides money that nobody
 * looks for. They may come in any order, so that a gap is told to a person, and closes by itself.
 */

/** Lets the pieces of a file by and keeps what it says of its statements. */
export async function* notingStatements(
  pieces: AsyncIterable<BankFilePiece>,
  statements: BankStatement[],
): AsyncGenerator<BankFilePiece> {
  for await (const piece of pieces) {
    if (piece.kind === 'STATEMENT') statements.push(piece.statement);
    yield piece;
  }
}

export async function noteStatements(
  services: Services,
  transaction: Transaction,
  file: Pick<BankFile, 'id' | 'format'>,
  accounts: ReadonlyMap<string, OwnAccount | null>,
  statements: readonly BankStatement[],
): Promise<void> {
  // Notices (camt.054) count for themselves, where they count at all.
  if (file.format !== 'CAMT_053') return;
  const numbered = statements.flatMap(({ iban, sequenceNumber }) =>
    sequenceNumber === null ? [] : [{ iban, number: sequenceNumber }],
  );
  for (const { iban, number } of numbered) {
    if (!(await transaction.insertBankStatement({ iban, number, fileId: file.id }))) continue;
    const waiting = await transaction.openBankExceptionBySubject(subjectOf(iban, number));
    if (waiting) await settleExceptions(services, transaction, [waiting]);
  }
  // After all of them are there, whatever their order in the file.
  for (const { iban, number } of numbered) {
    const account = accounts.get(iban);
    const { isThere, hasEarlier } = await transaction.statementsBefore(iban, number - 1);
    if (!account || isThere || !hasEarlier) continue;
    await openException(services, transaction, {
      subject: subjectOf(iban, number - 1),
      ...{ kind: 'STATEMENT_MISSING', fileId: file.id, entryId: null, paymentId: null },
      ...{ idSociete: account.societes[0] ?? '', runMode: account.runMode, amountCents: 0, direction: 'CREDIT' },
      ...{ bookedOn: null, reasonCode: String(number - 1) },
      details: {
        ...{ counterparty: null, counterpartyIban: null, remittance: null },
        ...{ endToEndId: null, paymentInformationId: null, mandateReference: null, refusedInMessage: null },
      },
    });
  }
}

const subjectOf = (iban: string, number: number): string => `statement ${iban} ${number}`;
