import type { ReactNode } from 'react';
import { useTexts } from '../../texts/language.tsx';
import styles from './overview.module.css';
import { texts } from './texts.ts';

type Props = { readonly title: string; readonly children: ReactNode };

/** What may be wider or longer than its place: it scrolls in it, by the keyboard too. */
export function Wide({ title, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
    <section className={styles.scroll} aria-label={useTexts(texts).tableOf(title)} tabIndex={0}>
      {children}
    </section>
  );
}
