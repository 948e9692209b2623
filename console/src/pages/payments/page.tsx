import { lazy, Suspense, useCallback, useState } from 'react';
import { emptyOf, useAddress, writeAddress } from '../../api/address.ts';
import { useMay } from '../../api/me.tsx';
import { useRunMode } from '../../api/run-mode.ts';
import { useAsk, useAskAgain, useList } from '../../api/use-ask.ts';
import {
  type PaymentFilter,
  type PaymentSort,
  PaymentsDocument,
  PaymentTotalsDocument,
} from '../../generated/operations.ts';
import { Exports } from '../../parts/business/exports.tsx';
import { NoPayments } from '../../parts/business/no-payments.tsx';
import { RecordCheque } from '../../parts/business/record-cheque.tsx';
import { Button } from '../../parts/button.tsx';
import { ChangedRows } from '../../parts/lists/changed-rows.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SavedViews } from '../../parts/saved-views.tsx';
import { FaultText, NoMatch, Skeleton } from '../../parts/states.tsx';
import { ListPanel } from '../../parts/table.tsx';
import { countText } from '../../parts/values/count.ts';
import { Money } from '../../parts/values/money.tsx';
import { commonTexts } from '../../texts/common.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { ActiveFilters } from './active-filters.tsx';
import { useColumns } from './columns.tsx';
import styles from './payments.module.css';
import { exportAddress, filterOf, filters, isNarrowed, type PaymentsSearch, reads } from './search.ts';
import { texts } from './texts.ts';

/** Its fields of days are half of what this page loads. */
const Filters = lazy(async () => ({ default: (await import('./filters.tsx')).Filters }));

export function PaymentsPage() {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const mode = useRunMode();
  const mayNames = useMay('customers');
  const [search, change] = useAddress(reads);
  const [isOpen, setOpen] = useState(false);
  const { sort: _, ...narrowed } = search;
  const filter = filterOf(search, mode);
  const sort = search.sort ?? 'NEWEST';
  const list = useList(PaymentsDocument, { filter, sort, first: 50 }, ({ payments }) => payments);
  const sortBy = useCallback(
    (sorted: PaymentSort) => change({ sort: sorted === 'NEWEST' ? undefined : sorted }),
    [change],
  );
  const columns = useColumns(sort, sortBy);
  const apply = (chosen: PaymentsSearch): void => {
    change({ ...emptyOf(filters), ...chosen, sort: chosen.sort === 'NEWEST' ? undefined : chosen.sort });
    setOpen(false);
  };
  return (
    <>
      <PageHead
        title={said.title}
        actions={
          <>
            <RecordCheque idSociete={search.idSociete} idClient={search.idClient} />
            <Button isExpanded={isOpen} onPress={() => setOpen(!isOpen)}>
              {said.filter}
            </Button>
            <Exports href={exportAddress(search, mode, language)} hasNames={mayNames} />
          </>
        }
      />
      <SavedViews page="PAYMENTS" to="/payments" search={search} />
      {isOpen && (
        <Suspense fallback={<Skeleton lines={6} />}>
          <Filters key={writeAddress(narrowed)} search={search} onApply={apply} onClose={() => setOpen(false)} />
        </Suspense>
      )}
      <div className={styles.bar}>
        <ActiveFilters search={search} onChange={change} />
        <Totals filter={filter} />
        <ChangedRows topic="PAYMENTS" />
      </div>
      <ListPanel
        label={said.title}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        empty={
          isNarrowed(search) ? (
            <NoMatch {...said} onShowAll={() => apply({})} />
          ) : (
            <NoPayments title={said.emptyTitle} />
          )
        }
      />
    </>
  );
}

/** Number and sum of everything that the filters match, not only of what is shown. */
function Totals({ filter }: { readonly filter: PaymentFilter }) {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const { data, error } = useAsk(PaymentTotalsDocument, { filter });
  if (error) return <NoTotals fault={error} />;
  const total = data?.paymentTotals.find(({ runMode }) => runMode === filter.runMode);
  // The line keeps its place while the total is on its way.
  if (!total) return <p className={styles.totals}>{data ? said.total('0') : '\u00a0'}</p>;
  const count = countText(total.count, language);
  const text = total.isExact ? said.total(count) : said.atLeast(count);
  return (
    <p className={styles.totals}>
      {total.count === 1 ? said.oneTotal : text}
      {total.amount && (
        <>
          {' · '}
          <strong>
            <Money cents={total.amount.cents} />
          </strong>
        </>
      )}
    </p>
  );
}

/** As a list that failed says it, on one line. Whatever else failed is asked again too. */
function NoTotals({ fault }: { readonly fault: Error }) {
  const said = useTexts(texts);
  const { retry } = useTexts(commonTexts);
  const askAgain = useAskAgain();
  return (
    <div role="status" className={`${styles.totals} ${styles.noTotals}`}>
      <p>{said.noTotal}</p>
      <FaultText fault={fault} />
      <Button isSmall onPress={() => void askAgain()}>
        {retry}
      </Button>
    </div>
  );
}
