import { useRouter } from '@tanstack/react-router';
import { orThrow } from '../../api/refusals.ts';
import { useAsk } from '../../api/use-ask.ts';
import { wholeList } from '../../api/whole-list.ts';
import { SuspenseDocument, type SuspenseQuery } from '../../generated/operations.ts';
import { EmptyState } from '../../parts/states.tsx';
import { type Column, ListPanel } from '../../parts/table.tsx';
import { To } from '../../parts/to.tsx';
import { Money } from '../../parts/values/money.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import styles from './books.module.css';
import type { Books } from './search.ts';
import { texts } from './texts.ts';

type Answer = Extract<SuspenseQuery['suspense'], { readonly money: unknown }>;
type Row = Answer['money'][number];

/** Money whose owner is not known yet: each leads to the exception in which a person assigns it. */
export function Suspense({ books: { idSociete, runMode } }: { readonly books: Books }) {
  const said = useTexts(texts);
  const asked = useAsk(SuspenseDocument, { idSociete, runMode }, { keepsRows: true });
  const columns = useColumns();
  const list = wholeList(asked, ({ suspense }) => orThrow(suspense).money);
  const found = asked.isPlaceholderData ? undefined : asked.data?.suspense;
  return (
    <>
      <p className={styles.note}>
        {said.heldNow}
        {found?.__typename === 'Suspense' && found.money.length > 0 && (
          <>
            {' '}
            {said.heldTotal}{' '}
            <strong>
              <Money cents={found.total.cents} />
            </strong>
            {found.others > 0 && <> · {said.heldMore(found.money.length, found.others)}</>}
          </>
        )}
      </p>
      <ListPanel
        {...{ label: said.views.suspense, list, columns }}
        idOf={({ entry }) => entry.id}
        empty={<EmptyState title={said.nothingHeld} text={said.nothingHeldText} />}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const said = useTexts(texts);
  const { routesByPath } = useRouter();
  const hasExceptions = '/exceptions' in routesByPath;
  return [
    {
      ...{ id: 'who', head: said.counterparty, narrow: 'title' },
      cell: ({ counterparty, bankException, entry }) => {
        const name = counterparty ?? entry.label;
        return bankException !== null && hasExceptions ? (
          <To to="/exceptions" search={{ open: bankException }}>
            {name}
          </To>
        ) : (
          <To to={`/books/${entry.id}`}>{name}</To>
        );
      },
    },
    { id: 'text', head: said.remittance, narrow: 'sub', cell: ({ text }) => text },
    { id: 'date', head: said.date, narrow: 'sub', cell: ({ entry }) => <When at={entry.date} /> },
    { id: 'piece', head: said.piece, cell: ({ entry }) => entry.pieceReference },
    {
      ...{ id: 'remaining', head: said.remaining, narrow: 'end', align: 'end' },
      cell: ({ remaining }) => <Money cents={remaining.cents} />,
    },
  ];
}
