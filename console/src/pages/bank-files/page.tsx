import { useRunMode } from '../../api/run-mode.ts';
import { useList } from '../../api/use-ask.ts';
import { BankFilesDocument, type BankFilesQuery } from '../../generated/operations.ts';
import { fileName } from '../../parts/business/file-name.ts';
import { ChangedRows } from '../../parts/lists/changed-rows.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { type Column, ListPanel } from '../../parts/table.tsx';
import { To } from '../../parts/to.tsx';
import { Status } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import styles from './bank-files.module.css';
import { StatementsCalendar } from './calendar.tsx';
import { fileTones } from './outcomes.ts';
import { texts } from './texts.ts';
import { Upload } from './upload.tsx';

type Row = BankFilesQuery['bankFiles']['edges'][number]['node'];

/** Statements: bring one, see that none is missing, look at those that came. */
export function BankFilesPage() {
  const said = useTexts(texts);
  const runMode = useRunMode();
  const list = useList(BankFilesDocument, { runMode, first: 50 }, ({ bankFiles }) => bankFiles);
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      <Upload />
      <StatementsCalendar />
      <ListPanel
        title={said.list}
        actions={<ChangedRows topic="BANK_FILES" />}
        list={list}
        columns={useColumns()}
        idOf={({ id }) => id}
        empty={<EmptyState title={said.emptyTitle} text={said.emptyText} />}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const said = useTexts(texts);
  return [
    {
      id: 'name',
      head: said.name,
      narrow: 'title',
      cell: ({ id, name }) => (
        <To to={`/bank-files/${id}`}>
          <span className={styles.listName}>{fileName(name)}</span>
        </To>
      ),
    },
    {
      ...{ id: 'status', head: said.status, narrow: 'sub' },
      cell: ({ status }) => <Status tone={fileTones[status]}>{said.statuses[status]}</Status>,
    },
    { id: 'format', head: said.format, cell: ({ format }) => format && said.formats[format] },
    { id: 'societe', head: said.societe, cell: ({ idSociete }) => idSociete },
    { id: 'entries', head: said.entries, align: 'end', cell: ({ steps }) => steps },
    { id: 'applied', head: said.applied, align: 'end', cell: ({ applied }) => applied },
    {
      ...{ id: 'exceptions', head: said.exceptions, align: 'end', narrow: 'sub', isNamed: true },
      cell: ({ exceptions }) => exceptions,
    },
    { id: 'received', head: said.received, narrow: 'sub', cell: ({ receivedAt }) => <When at={receivedAt} /> },
  ];
}
