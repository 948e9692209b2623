import type { ReactNode } from 'react';
import styles from './page.module.css';

/** Where an object stands and what comes next, in one sentence below the head of its page. */
export function Sentence({
  isInDoubt = false,
  children,
}: {
  readonly isInDoubt?: boolean;
  readonly children: ReactNode;
}) {
  return <p className={`${styles.sentence} ${isInDoubt ? styles.inDoubt : ''}`}>{children}</p>;
}

/** What happened with an object at the left, its facts at the right; one below the other where the window is narrow. */
export function Columns({ facts, children }: { readonly facts: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={styles.columns}>
      <div>{children}</div>
      {facts}
    </div>
  );
}
