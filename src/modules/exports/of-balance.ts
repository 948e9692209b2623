import type { Caller } from '../../kernel/caller.ts';
import type { AccountTotal } from '../accounting/journal.ts';
import { trialBalance } from '../accounting/read-journal.ts';
import { booksAsked, fileNameOf, periodAsked } from './books-asked.ts';
import { exportColumns } from './columns.ts';
import { type Asked, guarded, type Plan } from './export-kind.ts';
import type { Services } from './ports.ts';
import type { Parameters } from './read-parameters.ts';
import { csvType, headOf, pageOf } from './write-csv.ts';

/** @throws InvalidInputError, NotAllowedError */
export function planBalance(services: Services, caller: Caller, parameters: Parameters, asked: Asked): Plan {
  const { books, check } = booksAsked(services, caller, parameters);
  const period = periodAsked(parameters);
  const { store } = services;
  return {
    fileName: fileNameOf(books, 'balance'),
    type: csvType,
    head: headOf(exportColumns.balance, asked),
    check,
    async *pages(callerNow) {
      const reads = { accountTotals: guarded(callerNow, store.accountTotals), hasDueEntry: store.hasDueEntry };
      const { accounts } = await trialBalance({ store: reads }, books, period);
      if (accounts.length > 0) yield pageOf(exportColumns.balance, asked, accounts.map(cellsOf));
    },
  };
}

const cellsOf = ({ account, accountLabel, debitCents, creditCents }: AccountTotal): (string | number)[] => [
  ...[account, accountLabel, debitCents, creditCents, debitCents - creditCents],
];
