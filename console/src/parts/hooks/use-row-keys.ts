import { type RefObject, useEffect } from 'react';
import { keysAreOn, typesInto } from '../keys.ts';

/** `J` and `K` move between the rows of the list, whose links and buttons have the focus; Enter presses them. */
export function useRowKeys(body: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const move = (event: KeyboardEvent): void => {
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
      const isOther = step === 0 || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
      if (isOther || !keysAreOn() || typesInto(event.target) || !body.current) return;
      const openers = [...body.current.querySelectorAll<HTMLElement>('tr')].flatMap(
        (row) => row.querySelector<HTMLElement>('a, button') ?? [],
      );
      const now = openers.findIndex((opener) => opener.closest('tr')?.contains(document.activeElement));
      const next = openers[now < 0 ? 0 : Math.min(openers.length - 1, Math.max(0, now + step))];
      next?.focus();
      next?.scrollIntoView({ block: 'nearest' });
      event.preventDefault();
    };
    addEventListener('keydown', move);
    return () => removeEventListener('keydown', move);
  }, [body]);
}
