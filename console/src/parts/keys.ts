import { useEffect } from 'react';

/** Rules of the one-letter keys. */

const kept = 'keys';

/** A person may switch them off: a speech program types letters too. */
export const keysAreOn = (): boolean => localStorage.getItem(kept) !== 'off';

export const switchKeys = (areOn: boolean): void => localStorage.setItem(kept, areOn ? 'on' : 'off');

/** Whether a key types text where the focus is, or belongs to an open dialog. */
export function typesInto(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[role=dialog], [role=alertdialog], [role=listbox]') !== null)
    return true;
  return target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [role=spinbutton]');
}

/** Does something on a one-letter key. */
export function useKey(key: string, onPress: () => void): void {
  // Each render brings its own function; the listener is cheap.
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isOther = event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
      if (isOther || !keysAreOn() || typesInto(event.target)) return;
      event.preventDefault();
      onPress();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}
