import { useList } from '../../api/use-ask.ts';
import { BankFileEntriesDocument, type BankFileEntriesQuery } from '../../generated/operations.ts';
import { CustomerName } from '../../parts/business/customer-name.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { type Column, ListPanel } from '../../parts/table.tsx';
import { To } from '../../parts/to.tsx';
import { commonTexts } from '../../texts/common.ts';
import { exceptionKinds } from '../../texts/exception-kinds.ts';
import { useTexts } from '../../texts/language.tsx';
import { useEntryColumns } from './entry-columns.tsx';
import type { File } from './file.ts';
import { fileTexts } from './file-texts.ts';
import { texts } from './texts.ts';

type Connection = NonNullable<BankFileEntriesQuery['bankFile']>['entries'];
type Row = Connection['edges'][number]['node'];

const none: Connection = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** The outcome of each entry, and its reason. */
export function Entries({ file: { id } }: { readonly file: File }) {
  const { entries } = useTexts(texts);
  const said = useTexts(fileTexts);
  const list = useList(BankFileEntriesDocument, { id, first: 50 }, ({ bankFile }) => bankFile?.entries ?? none);
  return (
    <ListPanel
      {...{ title: entries, list, columns: useColumns() }}
      idOf={({ place }) => String(place)}
      empty={<EmptyState title={said.noEntriesStored} />}
    />
  );
}

/** An exception leads to the inbox, any other entry to its payment. */
function useColumns(): readonly Column<Row>[] {
  const said = useTexts(fileTexts);
  const { outcome, amount, payment, booked } = useEntryColumns<Row>((row) => ({
    cents: row.amount.cents,
    isCredit: row.isCredit,
  }));
  return [
    outcome,
    amount,
    { id: 'why', head: said.why, narrow: 'sub', cell: (row) => <Why row={row} /> },
    payment,
    {
      ...{ id: 'counterparty', head: said.counterparty, narrow: 'sub' },
      // The gateway keeps the bank's name for an exception only. A matched entry shows the customer of its payment.
      cell: ({ bankException, payment, reason }) =>
        reason === 'BLOCK' ? said.several : (bankException?.counterparty ?? (payment && <CustomerName {...payment} />)),
    },
    booked,
    { id: 'place', head: said.place, align: 'end', cell: ({ place }) => place },
  ];
}

function Why({ row: { bankException, rule, reason, broughtBy } }: { readonly row: Row }) {
  const said = useTexts(fileTexts);
  const { reasons } = useTexts(texts);
  const kindNames = useTexts(exceptionKinds);
  const { colon } = useTexts(commonTexts);
  if (bankException) {
    const kind = kindNames[bankException.kind];
    return (
      <To to="/exceptions" search={{ open: bankException.id }}>
        {bankException.status === 'OPEN' ? `${kind}${colon}${said.openException}` : kind}
      </To>
    );
  }
  if (rule !== null) return said.rule(rule);
  return (
    <>
      {reasons[reason]}
      {broughtBy !== null && (
        <>
          {' '}
          <To to={`/bank-files/${broughtBy}`}>{said.broughtBy}</To>
        </>
      )}
    </>
  );
}
