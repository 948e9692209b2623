import type { ReactNode } from 'react';
import styles from './overview.module.css';

type Props = { readonly title: string; readonly children: ReactNode };

/** What may be wider or longer than its place: it scrolls in it, by the keyboard too. */
export function Wide({ title, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
    <section className={styles.scroll} aria-label={title} tabIndex={0}>
      {children}
    </section>
  );
}
