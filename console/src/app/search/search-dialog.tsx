import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useRunMode } from '../../api/run-mode.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useGo } from '../../api/use-go.ts';
import { SearchDocument, type SearchQuery } from '../../generated/operations.ts';
import { Dialog } from '../../parts/dialog/dialog.tsx';
import { useHeld } from '../../parts/hooks/use-held.ts';
import { useSettled } from '../../parts/hooks/use-settled.ts';
import { FaultText } from '../../parts/states.tsx';
import { useTexts } from '../../texts/language.tsx';
import { HitLine } from './hit-line.tsx';
import { addressOf, type Hit, keyOf, noteOpened, recentHits } from './hits.ts';
import styles from './search.module.css';
import { searchTexts } from './texts.ts';
import { endTypeAhead } from './type-ahead.ts';

/** The box that finds anything by any fragment of it. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const said = useTexts(searchTexts);
  return (
    <Dialog title={said.search} isOpen isWide isLight onOpenChange={(isOpen) => !isOpen && onClose()}>
      {() => <Search onClose={onClose} />}
    </Dialog>
  );
}

const shortestText = 2;
const typingMs = 120;

/** What the text finds, a moment after the last key. */
function useSearch(text: string) {
  const wanted = useSettled(text.trim(), typingMs);
  const mode = useRunMode();
  const isAsked = wanted.length >= shortestText;
  const variables = { text: wanted, first: 20, runModes: [mode] };
  const { data, error, isFetching } = useAsk(SearchDocument, variables, { enabled: isAsked, keepsRows: true });
  const found = isAsked && data && !isFetching && wanted === text.trim() ? data.search : null;
  return { wanted, isAsked, found, error, hits: isAsked ? (data?.search.hits ?? []) : recentHits(mode) };
}

/** What was typed before the field was there. */
function useTypedAhead(setText: (text: string) => void, setEntered: (isEntered: boolean) => void): void {
  useEffect(() => {
    const typed = endTypeAhead();
    setText(typed.text);
    setEntered(typed.isEntered);
  }, [setText, setEntered]);
}

function Search({ onClose }: { readonly onClose: () => void }) {
  const said = useTexts(searchTexts);
  const [text, setText] = useState('');
  const [place, setPlace] = useState(0);
  const [isEntered, setEntered] = useState(false);
  const now = useSearch(text);
  const { shown, hold } = useHeld(now);
  const { wanted, isAsked, found, error, hits } = shown;
  const open = useOpen(onClose);
  useTypedAhead(setText, setEntered);
  const list = useId();
  const at = Math.min(place, hits.length - 1);
  const optionId = (index: number): string => `${list}-${index}`;
  const isReady = shown === now && (found !== null || (!isAsked && text.trim() === ''));
  // Enter means what is typed: it waits for what that finds.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when the answer is there
  useEffect(() => {
    if (!isEntered || !isReady) return;
    setEntered(false);
    if (hits[at]) open(hits[at]);
  }, [isEntered, isReady]);
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setPlace(Math.max(0, Math.min(hits.length - 1, at + step)));
    else if (event.key === 'Enter') setEntered(true);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        className={styles.input}
        // biome-ignore lint/a11y/noAutofocus: the dialog is there for this field
        autoFocus
        role="combobox"
        aria-label={said.search}
        aria-expanded={hits.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        {...(hits.length > 0 && { 'aria-activedescendant': optionId(at) })}
        placeholder={said.hint}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          setPlace(0);
          setEntered(false);
        }}
        onKeyDown={press}
      />
      <Said {...{ found, isAsked, hits }} />
      {error && <FaultText fault={error} />}
      <div id={list} role="listbox" aria-label={said.search} className={styles.list} onPointerDown={hold}>
        {hits.map((hit, index) => (
          <HitLine
            key={keyOf(hit.node)}
            id={optionId(index)}
            hit={hit}
            isAt={index === at}
            onOpen={() => open(hit)}
            onPoint={() => setPlace(index)}
          />
        ))}
      </div>
      {found && <Rest text={wanted} search={found} />}
    </>
  );
}

type SaidProps = {
  readonly found: SearchQuery['search'] | null;
  readonly isAsked: boolean;
  readonly hits: readonly Hit[];
};

/** What the list holds. */
function Said({ found, isAsked, hits }: SaidProps) {
  const said = useTexts(searchTexts);
  const before = isAsked ? '\u00a0' : hits.length > 0 ? said.recent : said.typeOn;
  return (
    <p className={styles.said} role="status">
      {found ? said.count(hits.length, found.hasMore) : before}
    </p>
  );
}

/** What the list does not say: that it is empty, or not whole. */
function Rest({ text, search }: { readonly text: string; readonly search: SearchQuery['search'] }) {
  const said = useTexts(searchTexts);
  if (!search.isComplete) return <p className={styles.said}>{said.isIncomplete}</p>;
  if (search.hasMore) return <p className={styles.said}>{said.hasMore}</p>;
  if (search.hits.length > 0) return null;
  return (
    <p className={styles.none}>
      <strong>{said.nothing(text)}</strong>
      <br />
      {said.nothingText}
    </p>
  );
}

function useOpen(onClose: () => void): (hit: Hit) => void {
  const go = useGo();
  const mode = useRunMode();
  return (hit) => {
    const address = addressOf(hit.node);
    if (address === null) return;
    noteOpened(hit, mode);
    onClose();
    go(address);
  };
}
