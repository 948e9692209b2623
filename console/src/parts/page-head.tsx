import { type ReactNode, useEffect } from 'react';
import styles from './page.module.css';

type Props = {
  readonly title: string;
  /** Beside the title: a status, a mode. */
  readonly beside?: ReactNode;
  /** One sentence below the title. */
  readonly lead?: ReactNode;
  /** Buttons, at the right. */
  readonly actions?: ReactNode;
};

/** The head of each page; it also names the browser's tab. Titles never hold data of customers. */
export function PageHead({ title, beside, lead, actions }: Props) {
  useEffect(() => {
    document.title = `${title} · Règlement`;
  }, [title]);
  return (
    <header className={styles.head}>
      <div className={styles.titles}>
        <div className={styles.titleLine}>
          <h1>{title}</h1>
          {beside}
        </div>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
