import { oneOf, useAddress } from '../../api/address.ts';
import { useMe } from '../../api/me.tsx';
import { useRunMode } from '../../api/run-mode.ts';
import { useList } from '../../api/use-ask.ts';
import { DirectDebitBatchesDocument, type DirectDebitBatchesQuery } from '../../generated/operations.ts';
import { BatchStatus } from '../../parts/business/batch-status.tsx';
import { Restored } from '../../parts/business/restored.tsx';
import { SocieteFilter } from '../../parts/business/societe-select.tsx';
import { FilterBar, FilterSelect } from '../../parts/filter-bar.tsx';
import { ChangedRows } from '../../parts/lists/changed-rows.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { type Column, ListPanel } from '../../parts/table.tsx';
import { To } from '../../parts/to.tsx';
import { Money } from '../../parts/values/money.tsx';
import { When } from '../../parts/values/when.tsx';
import { debitWords } from '../../texts/debits.ts';
import { useTexts } from '../../texts/language.tsx';
import { namesOf } from '../../texts/words.ts';
import { Calendar } from './calendar.tsx';
import { texts } from './texts.ts';
import { Wizard } from './wizard.tsx';

type Row = DirectDebitBatchesQuery['directDebitBatches']['edges'][number]['node'];

const statuses = namesOf(debitWords.fr.batchStatus);

export function DebitsPage() {
  const said = useTexts(texts);
  const words = useTexts(debitWords);
  const runMode = useRunMode();
  const { usableSocietes } = useMe();
  const [{ idSociete, status }, change] = useAddress({
    idSociete: oneOf(usableSocietes),
    status: oneOf(statuses),
  });
  const shown = idSociete === undefined ? usableSocietes : [idSociete];
  const filter = { runMode, idSociete, ...(status && { status: [status] }) };
  const list = useList(
    DirectDebitBatchesDocument,
    { filter, first: 25 },
    ({ directDebitBatches }) => directDebitBatches,
  );
  return (
    <>
      <PageHead title={said.title} lead={said.lead} actions={<Wizard idSociete={idSociete} isPrimary />} />
      <Restored about="batch" />
      <FilterBar label={said.filters}>
        <SocieteFilter value={idSociete} onChange={change} />
        <FilterSelect
          {...{ label: said.status, name: 'status', value: status }}
          options={statuses.map((id) => ({ id, text: words.batchStatus[id] }))}
          onChange={(id) => change({ status: id })}
        />
      </FilterBar>
      <Calendar societes={shown} />
      <ListPanel
        title={said.batches}
        actions={<ChangedRows topic="BATCHES" text={said.changed} />}
        list={list}
        columns={useColumns()}
        idOf={({ id }) => id}
        empty={<EmptyState title={said.noBatches} text={said.noBatchesText} />}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const said = useTexts(texts);
  return [
    {
      ...{ id: 'batch', head: said.batch, narrow: 'title' },
      cell: ({ id, messageId }) => <To to={`/debits/${id}`}>{messageId}</To>,
    },
    { id: 'status', head: said.status, narrow: 'sub', cell: ({ status }) => <BatchStatus status={status} /> },
    {
      ...{ id: 'total', head: said.total, narrow: 'end', align: 'end' },
      cell: ({ total }) => <Money cents={total.cents} />,
    },
    { id: 'debits', head: said.debits, align: 'end', cell: ({ debits }) => debits },
    { id: 'societe', head: said.societe, cell: ({ idSociete }) => idSociete },
    { id: 'scheme', head: said.scheme, cell: ({ scheme }) => scheme },
    { id: 'made', head: said.made, narrow: 'sub', cell: ({ createdAt }) => <When at={createdAt} style="list" /> },
    {
      ...{ id: 'file', head: said.downloaded },
      cell: ({ file }) =>
        file.firstDownloadedAt === null ? said.notYet : <When at={file.firstDownloadedAt} style="list" />,
    },
  ];
}
