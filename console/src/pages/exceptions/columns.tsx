import type { ExceptionsQuery } from '../../generated/operations.ts';
import type { Column } from '../../parts/table.tsx';
import { Money } from '../../parts/values/money.tsx';
import { When } from '../../parts/values/when.tsx';
import { exceptionKinds } from '../../texts/exception-kinds.ts';
import { useTexts } from '../../texts/language.tsx';
import { decideTexts } from './decide-texts.ts';
import { amountOf, centsOf } from './exception.ts';
import styles from './exceptions.module.css';
import { texts } from './texts.ts';

type Row = ExceptionsQuery['bankExceptions']['edges'][number]['node'];

/** Side by side with the entry, `J` and `K` turn the pages. Tab opens none: it passes the rows on its way to the entry. */
export function useColumns(open: (id: string) => void, opensByKeys: boolean): readonly Column<Row>[] {
  const said = useTexts(texts);
  const kindNames = useTexts(exceptionKinds);
  const amounts = useTexts(decideTexts);
  return [
    {
      ...{ id: 'counterparty', head: said.counterparty, narrow: 'title' },
      cell: ({ id, counterparty, kind, idSociete }) => (
        <>
          <button
            type="button"
            className={styles.opener}
            data-id={id}
            onClick={() => open(id)}
            // The key moved the focus here when it was pressed.
            onKeyUp={({ key }) => opensByKeys && (key === 'j' || key === 'k') && open(id)}
          >
            {kind === 'STATEMENT_MISSING' ? kindNames[kind] : (counterparty ?? said.unknownParty)}
          </button>
          <span className={styles.kind}>
            {kind === 'STATEMENT_MISSING' ? said.ofSociete(idSociete) : kindNames[kind]}
          </span>
        </>
      ),
    },
    {
      ...{ id: 'amount', head: said.amount, narrow: 'end', align: 'end' },
      cell: (row) => {
        const { kind, bookedOn } = row;
        const of = amountOf(row);
        return (
          <>
            {kind !== 'STATEMENT_MISSING' && (
              <span className={styles.amount}>
                {of === 'went' ? '−\u00a0' : ''}
                <Money cents={centsOf(row)} />
              </span>
            )}
            {of !== 'came' && of !== 'went' && <span className={styles.kind}>{amounts[of]}</span>}
            <span className={styles.kind}>{bookedOn !== null && <When at={bookedOn} />}</span>
          </>
        );
      },
    },
  ];
}
