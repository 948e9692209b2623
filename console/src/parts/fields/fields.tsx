import type { ReactNode } from 'react';
import styles from './field.module.css';

/** Fields of a form side by side, as many as there is room for. */
export const Fields = ({ children }: { readonly children: ReactNode }) => <div className={styles.row}>{children}</div>;
