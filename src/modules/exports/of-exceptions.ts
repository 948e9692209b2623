import { type Caller, requirePower } from '../../kernel/caller.ts';
import { centsRangeOf, daysOf } from '../../kernel/given-values.ts';
import { normaliseIdentifier } from '../../kernel/identifiers.ts';
import { decimalComma } from '../../kernel/money.ts';
import { walkPages } from '../../kernel/walk-pages.ts';
import {
  type BankException,
  type BankExceptionKind,
  bankExceptionKind,
  bankExceptionStatus,
} from '../bank-statements/bank-import.ts';
import { listBankExceptions, readStoredBankFile } from '../bank-statements/import/read-bank-files.ts';
import { maskIban } from '../direct-debits/mandates/mandate.ts';
import { readPayments } from '../payments/read-payments.ts';
import { matcherOf } from '../search/list-by-text.ts';
import { exportColumns } from './columns.ts';
import { type Asked, type Plan, rowsPerRead } from './export-kind.ts';
import type { Services } from './ports.ts';
import { oneModeOf, type Parameters, refuse } from './read-parameters.ts';
import { csvType, headOf, momentOf, pageOf } from './write-csv.ts';

/** @throws InvalidInputError, NotAllowedError */
export function planExceptions(services: Services, caller: Caller, parameters: Parameters, asked: Asked): Plan {
  const { text, range, one } = parameters;
  check(caller);
  const runMode = oneModeOf(services, caller, parameters);
  const idSociete = text('idSociete');
  const query = {
    ...{ runMode, kind: one<BankExceptionKind>('kind', bankExceptionKind) },
    ...{ status: one('status', bankExceptionStatus), idSociete: idSociete && normaliseIdentifier(idSociete) },
    ...{ amountCents: centsRangeOf('amount', range('amount'), refuse) },
    ...{ booked: daysOf('booked', range('booked'), refuse), fileId: text('bankFile') },
  };
  const words = text('text');
  const isWanted = words === null ? null : matcherOf(words);
  return {
    fileName: `${runMode === 'TEST' ? 'TEST-' : ''}exceptions`,
    type: csvType,
    head: headOf(exportColumns.exceptions, asked),
    check,
    async *pages(callerNow) {
      const read = async (beforeId: string | null, limit: number) =>
        listBankExceptions(services, await callerNow(), { ...query, beforeId, limit });
      for await (const found of walkPages(rowsPerRead, null, read, ({ id }) => id)) {
        const wanted = isWanted ? found.filter((value) => isWanted({ kind: 'BANK_EXCEPTION', value })) : found;
        if (wanted.length === 0) continue;
        const ids = wanted.flatMap(({ paymentId }) => paymentId ?? []);
        const now = await callerNow();
        const seen = await readPayments(services, now, ids);
        const files = await filesSeen(services, now, wanted);
        const rows = wanted.map((one) =>
          cellsOf(one, seen.get(one.paymentId ?? '')?.id ?? null, files.has(one.fileId) ? one.fileId : null),
        );
        yield pageOf(exportColumns.exceptions, asked, rows);
      }
    },
  };
}

const check = (caller: Caller): void => requirePower(caller, 'decide', 'see exceptions of bank files');

/** The ids of the files of these exceptions that the caller may see. */
async function filesSeen(
  services: Services,
  caller: Caller,
  exceptions: readonly BankException[],
): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  for (const id of new Set(exceptions.map(({ fileId }) => fileId))) {
    if (await readStoredBankFile(services, caller, id)) seen.add(id);
  }
  return seen;
}

/**
 * What is missing has no direction: nothing of it was booked. The ids of payment and file only where the caller may see
 * them, as the list does.
 */
const cellsOf = (
  { details, ...one }: BankException,
  paymentId: string | null,
  fileId: string | null,
): (string | null)[] => [
  ...[one.id, momentOf(one.openedAt), one.status, one.kind, one.idSociete, one.runMode, one.bookedOn],
  decimalComma(one.amountCents),
  one.kind === 'UNDERPAID' ? null : one.direction,
  one.reasonCode,
  paymentId,
  fileId,
  one.resolution,
  ...[one.resolvedAt === null ? null : momentOf(one.resolvedAt), one.resolvedBy],
  ...[details.counterparty, details.counterpartyIban && maskIban(details.counterpartyIban)],
  ...[details.remittance, one.resolutionReason],
];
