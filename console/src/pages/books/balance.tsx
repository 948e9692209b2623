import { orThrow } from '../../api/refusals.ts';
import { useAsk } from '../../api/use-ask.ts';
import { wholeList } from '../../api/whole-list.ts';
import { TrialBalanceDocument, type TrialBalanceQuery } from '../../generated/operations.ts';
import { EmptyState } from '../../parts/states.tsx';
import { type Column, ListPanel } from '../../parts/table.tsx';
import { To } from '../../parts/to.tsx';
import { Money } from '../../parts/values/money.tsx';
import { Status } from '../../parts/values/status.tsx';
import { useTexts } from '../../texts/language.tsx';
import styles from './books.module.css';
import type { Books } from './search.ts';
import { texts } from './texts.ts';

type Answer = Extract<TrialBalanceQuery['trialBalance'], { readonly accounts: unknown }>;
/** An account, or the sum of all. */
type Row = Omit<Answer['accounts'][number], 'account'> & { readonly account: string | null };

/** What each account moved in the period, and the sum of all. */
export function Balance({ books }: { readonly books: Books }) {
  const said = useTexts(texts);
  const asked = useAsk(TrialBalanceDocument, books, { keepsRows: true });
  const columns = useColumns(books);
  const list = wholeList(asked, ({ trialBalance }) => rowsOf(orThrow(trialBalance), said.total));
  const found = asked.isPlaceholderData ? undefined : asked.data?.trialBalance;
  return (
    <>
      {found?.__typename === 'TrialBalance' && !found.isComplete && (
        <p className={styles.note}>
          <Status isNote tone="wait">
            {said.incomplete}
          </Status>
        </p>
      )}
      <ListPanel
        {...{ label: said.views.balance, list, columns }}
        idOf={({ account }) => account ?? 'total'}
        empty={<EmptyState title={said.noMovements} text={said.noEntriesText} />}
      />
    </>
  );
}

function rowsOf({ accounts, debit, credit }: Answer, total: string): readonly Row[] {
  if (accounts.length === 0) return [];
  const balance = { cents: debit.cents - credit.cents };
  return [...accounts, { account: null, accountLabel: total, debit, credit, balance }];
}

function useColumns({ idSociete, from, to }: Books): readonly Column<Row>[] {
  const said = useTexts(texts);
  const sum = (of: Row, cents: number) => (
    <span className={of.account === null ? styles.total : undefined}>
      <Money cents={cents} />
    </span>
  );
  return [
    {
      ...{ id: 'account', head: said.account, narrow: 'title' },
      cell: ({ account, accountLabel }) =>
        account === null ? (
          <span className={styles.total}>{accountLabel}</span>
        ) : (
          <To to="/books" search={{ societe: idSociete, from, to, account }}>
            {account}
          </To>
        ),
    },
    {
      ...{ id: 'label', head: said.accountLabel, narrow: 'sub' },
      cell: ({ account, accountLabel }) => (account === null ? null : accountLabel),
    },
    { id: 'debit', head: said.debit, align: 'end', cell: (row) => sum(row, row.debit.cents) },
    { id: 'credit', head: said.credit, align: 'end', cell: (row) => sum(row, row.credit.cents) },
    { id: 'net', head: said.net, narrow: 'end', align: 'end', cell: (row) => sum(row, row.balance.cents) },
  ];
}
