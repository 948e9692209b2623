import { useSyncExternalStore } from 'react';
import { commonTexts } from '../texts/common.ts';
import { useTexts } from '../texts/language.tsx';
import styles from './toast.module.css';

/** Short messages at the bottom of the window, which a screen reader reads out. */

type Toast = { readonly id: number; readonly text: string };

let toasts: readonly Toast[] = [];
let count = 0;
const listeners = new Set<() => void>();
const seenMs = 7000;

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

const drop = (id: number): void => change(toasts.filter((toast) => toast.id !== id));

/** Says that something was done. What failed is said where it was asked for; here only of a page that the person has left. */
export function announce(text: string): void {
  const id = count++;
  change([...toasts.slice(-2), { id, text }]);
  setTimeout(drop, seenMs, id);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function Toaster() {
  const shown = useSyncExternalStore(listen, () => toasts);
  const texts = useTexts(commonTexts);
  return (
    <div className={styles.region} role="status">
      {shown.map(({ id, text }) => (
        <div key={id} className={styles.toast}>
          <span>{text}</span>
          <button type="button" aria-label={texts.close} onClick={() => drop(id)}>
            ✕
          </button>
        </div>
      ))}
    </div>
  );
}
