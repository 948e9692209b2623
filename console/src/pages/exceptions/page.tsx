import { useEffect, useRef, useState } from 'react';
import { emptyOf, hasOne, textOf, useAddress, writeAddress } from '../../api/address.ts';
import { useRunMode } from '../../api/run-mode.ts';
import { useList } from '../../api/use-ask.ts';
import { ExceptionsDocument } from '../../generated/operations.ts';
import { Exports } from '../../parts/business/exports.tsx';
import { Button } from '../../parts/button.tsx';
import { useMatches } from '../../parts/hooks/use-matches.ts';
import { ChangedRows } from '../../parts/lists/changed-rows.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { EmptyState, NoMatch } from '../../parts/states.tsx';
import { ListPanel } from '../../parts/table.tsx';
import { To } from '../../parts/to.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { ActiveFilters } from './active-filters.tsx';
import { useColumns } from './columns.tsx';
import { Detail } from './detail.tsx';
import styles from './exceptions.module.css';
import { Filters } from './filters.tsx';
import { type ExceptionsSearch, exportAddress, filterOf, filters } from './search.ts';
import { texts } from './texts.ts';

/** An inbox: the list at the left, the open exception at the right. What was decided leaves the list, and the next one opens. */
export function ExceptionsPage() {
  const said = useTexts(texts);
  const mode = useRunMode();
  const [search, change] = useAddress({ ...filters, open: textOf });
  const { open: _, ...filtered } = search;
  const [isFiltering, setFiltering] = useState(false);
  const list = useList(ExceptionsDocument, { filter: filterOf(search, mode), first: 50 }, (all) => all.bankExceptions);
  const frame = useRef<HTMLDivElement>(null);
  const isWide = useMatches(wide);
  const first = isWide && !list.isStale ? list.rows?.[0]?.id : undefined;
  const openId = search.open ?? first;
  const open = (id: string | undefined): void => change({ open: id });
  // Named in the address, so that it stays open while the list changes around it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first row is what changes
  useEffect(() => {
    if (search.open === undefined && first !== undefined) open(first);
  }, [search.open, first]);
  const apply = (chosen: ExceptionsSearch): void => {
    change({ ...emptyOf(filters), ...chosen, open: undefined });
    setFiltering(false);
  };
  const ids = (list.rows ?? []).map(({ id }) => id);
  const goOn = useGoOn(frame, ids, open, isWide);
  return (
    <>
      <PageHead
        title={said.title}
        beside={<ChangedRows topic="EXCEPTIONS" text={said.changed} />}
        lead={said.lead}
        actions={<HeadActions {...{ search, isFiltering }} onFilter={() => setFiltering(!isFiltering)} />}
      />
      {isFiltering && (
        <Filters key={writeAddress(filtered)} search={filtered} onApply={apply} onClose={() => setFiltering(false)} />
      )}
      <ActiveFilters search={search} onChange={(changes) => change({ ...changes, open: undefined })} />
      <div
        className={styles.inbox}
        data-open={search.open !== undefined}
        data-empty={list.rows?.length === 0 && openId === undefined}
        ref={frame}
      >
        <div className={styles.list}>
          <ListPanel
            label={said.title}
            list={list}
            // On a narrow window the entry takes the place of the list: Back leads to the list again.
            columns={useColumns((id) => change({ open: id }, !isWide), isWide)}
            idOf={({ id }) => id}
            openId={openId}
            empty={<Empty isNarrowed={hasOne(filters, search)} onClear={() => apply({})} />}
          />
          {(list.rows?.length ?? 0) > 0 && <p className={styles.keys}>{said.keys}</p>}
        </div>
        <div className={styles.detail}>
          <div className={styles.back}>
            <Button kind="plain" worksOffline onPress={() => open(undefined)}>
              ← {said.back}
            </Button>
          </div>
          {openId !== undefined && <Detail key={openId} id={openId} onDecided={() => goOn(openId)} />}
        </div>
      </div>
    </>
  );
}

/** List and entry stand side by side: then the first entry is open, and the one that has the focus. */
const wide = '(min-width: 68rem)';

/** After a decision the next one opens, and on a wide window the keyboard goes on from it. */
function useGoOn(
  frame: { readonly current: HTMLElement | null },
  ids: readonly string[],
  open: (id: string | undefined) => void,
  isWide: boolean,
) {
  const [next, setNext] = useState<string | null>(null);
  useEffect(() => {
    if (next === null) return;
    // After the dialog has given the focus back to where it came from.
    const timer = setTimeout(() => {
      // A dialog that was opened in the meantime keeps the focus.
      if (document.querySelector('[role=dialog]') === null)
        frame.current?.querySelector<HTMLElement>(`[data-id="${next}"]`)?.focus();
      setNext(null);
    }, 50);
    return () => clearTimeout(timer);
  }, [next, frame]);
  return (id: string): void => {
    const at = ids.indexOf(id);
    const following = ids[at + 1] ?? ids[at - 1];
    open(following);
    if (isWide && following !== undefined) setNext(following);
  };
}

type HeadProps = {
  readonly search: ExceptionsSearch;
  readonly isFiltering: boolean;
  readonly onFilter: () => void;
};

function HeadActions({ search, isFiltering, onFilter }: HeadProps) {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const file = exportAddress(search, useRunMode(), language);
  return (
    <>
      <Button isExpanded={isFiltering} onPress={onFilter}>
        {said.filter}
      </Button>
      <Exports href={file} hasNames />
    </>
  );
}

function Empty({ isNarrowed, onClear }: { readonly isNarrowed: boolean; readonly onClear: () => void }) {
  const said = useTexts(texts);
  if (isNarrowed) return <NoMatch {...said} onShowAll={onClear} />;
  return (
    <EmptyState title={said.emptyTitle} text={said.emptyText}>
      <To to="/bank-files">{said.toFiles}</To>
    </EmptyState>
  );
}
