import type { ReactNode } from 'react';
import { useOnline } from '../api/online.ts';
import styles from './button.module.css';
import { Button } from './button.tsx';

type Props = {
  readonly href: string;
  /** It is kept as a file. */
  readonly isDownload?: boolean;
  /** It opens beside the console. */
  readonly isOutside?: boolean;
  readonly children: ReactNode;
};

/** A link that looks like a button: to a file, which needs the network, or to a page outside of the console. */
export function LinkButton({ href, isDownload = false, isOutside = false, children }: Props) {
  const isOff = !useOnline() && isDownload;
  if (isOff) return <Button>{children}</Button>;
  return (
    <a
      className={`${styles.button} ${styles.quiet} ${styles.link} no-print`}
      href={href}
      {...(isDownload && { download: '' })}
      {...(isOutside && { target: '_blank', rel: 'noreferrer' })}
    >
      {children}
    </a>
  );
}
