import { addDays, parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import { untilFresh } from '../../../kernel/until-fresh.ts';
import { pagesOf } from '../../../kernel/walk-pages.ts';
import { type BankFile, type NumberedStatement, nothingSaid, type OwnAccount } from '../bank-import.ts';
import { openException, settleExceptions } from '../exceptions/bank-exceptions.ts';
import type { BankFilePiece, BankStatement, StatementBalances } from '../files/bank-file.ts';
import type { Services, Transaction } from '../ports.ts';

/**
 * The bank numbers the statements of an account (`ElctrncSeqNb`). A missing one hides money. They may come in any
 * order, so a gap goes to a person, and closes by itself. Most banks restart their numbers every year, so only
 * statements near in time form one series.
 */
const nearDays = 180;

/** Passes the pieces of a file on and records its statements. */
export async function* notingStatements(
  pieces: AsyncIterable<BankFilePiece>,
  statements: BankStatement[],
  balances: StatementBalances[],
): AsyncGenerator<BankFilePiece> {
  for await (const piece of pieces) {
    if (piece.kind === 'STATEMENT') statements.push(piece.statement);
    if (piece.kind === 'BALANCES') balances.push(piece.balances);
    yield piece;
  }
}

/** Other requests have their turn after so many. */
const statementsPerTransaction = 100;

/** What is there stays: a file is finished once more after a crash. */
export async function trackStatementSequence(
  services: Services,
  file: Pick<BankFile, 'id' | 'format' | 'receivedAt'>,
  accounts: ReadonlyMap<string, OwnAccount | null>,
  statements: readonly BankStatement[],
): Promise<void> {
  // Notices (camt.054) count for themselves, where they count at all.
  if (file.format !== 'CAMT_053') return;
  const numbered = statements.flatMap(({ iban, sequenceNumber, day }): NumberedStatement[] =>
    sequenceNumber === null ? [] : [{ iban, number: sequenceNumber, day: day ?? parisDateOf(file.receivedAt) }],
  );
  const forEach = async (work: (transaction: Transaction, statement: NumberedStatement) => Promise<void>) => {
    for (const page of pagesOf(statementsPerTransaction, numbered)) {
      const all = async (transaction: Transaction) => {
        for (const statement of page) await work(transaction, statement);
      };
      await untilFresh(() => services.store.transact(all));
    }
  };
  await forEach(async (transaction, statement) => {
    const { number } = statement;
    if ((await lastUpTo(transaction, statement, number))?.number === number) return;
    await transaction.insertBankStatement({ ...statement, fileId: file.id });
    const next = await lastUpTo(transaction, statement, number + 1);
    if (next?.number !== number + 1) return;
    const waiting = await transaction.bankExceptionBySubject(subjectBefore(next));
    if (waiting?.status === 'OPEN') await settleExceptions(services, transaction, [waiting]);
  });
  // After all of them are there, whatever their order in the file.
  await forEach(async (transaction, statement) => {
    const { iban, number } = statement;
    const account = accounts.get(iban);
    const last = await lastUpTo(transaction, statement, number - 1);
    if (!account || last === null || last.number === number - 1) return;
    await openException(services, transaction, {
      subject: subjectBefore((await lastUpTo(transaction, statement, number)) ?? statement),
      ...{ kind: 'STATEMENT_MISSING', fileId: file.id, entryId: null, paymentId: null },
      ...{ idSociete: account.societes[0], runMode: account.runMode, amountCents: 0, direction: 'CREDIT' },
      ...{ bookedOn: null, reasonCode: String(number - 1) },
      details: nothingSaid,
    });
  });
}

const lastUpTo = (transaction: Transaction, { iban, day }: NumberedStatement, number: number) =>
  transaction.lastStatementUpTo({ iban, number, from: addDays(day, -nearDays), until: addDays(day, nearDays) });

/** By the statement after it, whose day is known. */
const subjectBefore = ({ iban, number, day }: NumberedStatement): string => `statement before ${iban} ${number} ${day}`;
