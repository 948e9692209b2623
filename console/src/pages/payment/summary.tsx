import type { ReactNode } from 'react';
import { When } from '../../parts/values/when.tsx';
import styles from './payment.module.css';

type Props = {
  readonly at: string;
  readonly what: ReactNode;
  /** Its status. */
  readonly children: ReactNode;
};

/** The line of what can be opened: when, what, and its status, each below the one above. */
export function Summary({ at, what, children }: Props) {
  return (
    <span className={styles.summary}>
      <When at={at} style="exact" />
      <span>{what}</span>
      {children}
    </span>
  );
}
