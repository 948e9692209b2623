import { emptyOf, oneOf, useAddress } from '../../api/address.ts';
import { useMe } from '../../api/me.tsx';
import { useRunMode } from '../../api/run-mode.ts';
import { useList } from '../../api/use-ask.ts';
import { AwaitedTransfersDocument, type TransferState } from '../../generated/operations.ts';
import { SocieteFilter } from '../../parts/business/societe-select.tsx';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/fields/choice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { ListPanel } from '../../parts/table.tsx';
import { To } from '../../parts/to.tsx';
import { useTexts } from '../../texts/language.tsx';
import { namesOf } from '../../texts/words.ts';
import { useColumns } from './columns.tsx';
import { texts } from './texts.ts';
import styles from './transfers.module.css';

const states = namesOf(texts.fr.states);

/** Transfers that the company waits for, with what a customer asks for on the phone: IBAN and reference. */
export function TransfersPage() {
  const said = useTexts(texts);
  const runMode = useRunMode();
  const { usableSocietes } = useMe();
  const filters = { state: oneOf(states), idSociete: oneOf(usableSocietes) };
  const [search, change] = useAddress(filters);
  const { state = 'AWAITED', idSociete } = search;
  const list = useList(
    AwaitedTransfersDocument,
    { runMode, filter: { state, idSociete }, first: 50 },
    ({ awaitedTransfers }) => awaitedTransfers,
  );
  const isNarrowed = state !== 'AWAITED' || idSociete !== undefined;
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      <div className={styles.filters}>
        <Select<TransferState>
          {...{ label: said.show, name: 'state', value: state }}
          options={states.map((id) => ({ id, text: said.states[id] }))}
          onChange={(chosen) => change({ state: chosen === null || chosen === 'AWAITED' ? undefined : chosen })}
        />
        <SocieteFilter value={idSociete} onChange={change} />
      </div>
      <ListPanel
        label={said.title}
        list={list}
        columns={useColumns()}
        idOf={({ payment }) => payment.id}
        empty={
          <EmptyState title={said.empty[state]}>
            {isNarrowed ? (
              <Button onPress={() => change(emptyOf(filters))}>{said.showAll}</Button>
            ) : (
              <>
                <p>{said.emptyText}</p>
                <To to="/payments" search={{ paymentType: 'SEPA' }}>
                  {said.toPayments}
                </To>
              </>
            )}
          </EmptyState>
        }
      />
    </>
  );
}
