import { useEffect, useRef } from 'react';
import { useGo } from '../api/use-go.ts';
import type { PageEntry } from '../pages/page-entry.ts';
import { keysAreOn, typesInto } from '../parts/keys.ts';

type Keys = {
  /** The pages that `G` and a letter open. */
  readonly pages: readonly PageEntry[];
  readonly onSearch: () => void;
  readonly onHelp: () => void;
};

/** How long after `G` a letter still counts. */
const pairMs = 1500;

/** `/` and `Ctrl K` search, `G` and a letter opens a page, `?` shows the keys. Letters are silent in fields and dialogs. */
export function useKeys({ pages, onSearch, onHelp }: Keys): void {
  const go = useGo();
  const wentAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const openPage = (letter: string): boolean => {
      const page = pages.find(({ nav }) => nav?.key === letter);
      if (!page) return false;
      go(page.path);
      return true;
    };
    const act = (key: string): boolean => {
      const isSecond = performance.now() - wentAt.current < pairMs;
      wentAt.current = Number.NEGATIVE_INFINITY;
      if (isSecond && openPage(key)) return true;
      if (key === '/') onSearch();
      else if (key === '?') onHelp();
      else if (key === 'g') wentAt.current = performance.now();
      else return false;
      return true;
    };
    const press = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, target, defaultPrevented } = event;
      if (defaultPrevented) return;
      if ((ctrlKey || metaKey) && key.toLowerCase() === 'k') {
        event.preventDefault();
        onSearch();
        return;
      }
      if (ctrlKey || metaKey || altKey || !keysAreOn() || typesInto(target)) return;
      if (act(key.toLowerCase())) event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [go, pages, onSearch, onHelp]);
}
