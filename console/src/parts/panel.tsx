import type { ReactNode } from 'react';
import styles from './page.module.css';

type PanelProps = {
  readonly title?: string;
  readonly actions?: ReactNode;
  /** Without a margin inside: for a table. */
  readonly isFlush?: boolean;
  readonly children: ReactNode;
};

/** A part of a page, in a frame. */
export function Panel({ title, actions, isFlush = false, children }: PanelProps) {
  return (
    <section className={styles.panel} {...(title !== undefined && { 'aria-label': title })}>
      {title !== undefined && (
        <div className={styles.panelHead}>
          <h2>{title}</h2>
          {actions}
        </div>
      )}
      <div className={isFlush ? styles.flush : styles.panelBody}>{children}</div>
    </section>
  );
}

type FactsProps = {
  /** What has no value is left out. */
  readonly of: readonly (readonly [name: string, value: ReactNode])[];
};

/** Names and values, aligned. */
export function Facts({ of }: FactsProps) {
  return (
    <dl className={styles.facts}>
      {of
        .filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
