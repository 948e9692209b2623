/** Keys that a person presses before the search has its field, which is loaded at its first use. They are meant for it. */

export type TypeAhead = { readonly text: string; readonly isEntered: boolean };

const nothing: TypeAhead = { text: '', isEntered: false };
let ahead: TypeAhead = nothing;
let onEscape: () => void = () => undefined;

/** No other key of the window acts meanwhile: `N` would record a cheque, `A` assign money. */
function take(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey } = event;
  const { text } = ahead;
  // AltGr, which writes `@`, also counts as Ctrl and Alt.
  const isCommand = (ctrlKey || metaKey || altKey) && !event.getModifierState('AltGraph');
  if (isCommand) return;
  if (key === 'Escape') onEscape();
  else if (key === 'Enter') ahead = { text, isEntered: true };
  else if (key === 'Backspace') ahead = { text: text.slice(0, -1), isEntered: false };
  else if ([...key].length === 1) ahead = { text: text + key, isEntered: false };
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Keeps what is typed from now on. */
export function startTypeAhead(cancel: () => void): void {
  ahead = nothing;
  onEscape = cancel;
  addEventListener('keydown', take, { capture: true });
}

/** Lets keys act again, and answers what was typed. */
export function endTypeAhead(): TypeAhead {
  removeEventListener('keydown', take, { capture: true });
  const typed = ahead;
  ahead = nothing;
  return typed;
}
