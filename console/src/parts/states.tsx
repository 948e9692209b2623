import { GatewayError, LostAnswerError } from '@reglement/client';
import type { ReactNode } from 'react';
import { commonTexts } from '../texts/common.ts';
import { useTexts } from '../texts/language.tsx';
import { requestFaults } from '../texts/request-faults.ts';
import { Button } from './button.tsx';
import styles from './page.module.css';

type EmptyProps = { readonly title: string; readonly text?: string; readonly children?: ReactNode };

/** Nothing is there: say why, and what the next step is. */
export function EmptyState({ title, text, children }: EmptyProps) {
  return (
    <div className={styles.state}>
      <p className={styles.stateTitle}>{title}</p>
      {(text ?? children) !== undefined && (
        <div className={styles.stateText}>
          {text !== undefined && <p>{text}</p>}
          {children}
        </div>
      )}
    </div>
  );
}

type NoMatchProps = { readonly noMatch: string; readonly showAll: string; readonly onShowAll: () => void };

/** No row passes the filters of a list: the way back to all rows. */
export function NoMatch({ noMatch, showAll, onShowAll }: NoMatchProps) {
  return (
    <EmptyState title={noMatch}>
      <Button onPress={onShowAll}>{showAll}</Button>
    </EmptyState>
  );
}

type ErrorProps = { readonly fault: Error; readonly retry: () => void };

/** What failed, the request id to quote, and another try. */
export function ErrorState({ fault, retry }: ErrorProps) {
  const texts = useTexts(commonTexts);
  return (
    <div className={styles.state} role="alert">
      <p className={styles.stateTitle}>{texts.faultTitle}</p>
      <div className={styles.stateText}>
        <FaultText fault={fault} />
      </div>
      <Button onPress={retry}>{texts.retry}</Button>
    </div>
  );
}

/** A fault in one line, with its request id. */
export function FaultText({ fault }: { readonly fault: Error }) {
  const texts = useTexts(commonTexts);
  const sayFault = useSayFault();
  const { requestId = null } = fault instanceof GatewayError ? fault : {};
  return (
    <p>
      {sayFault(fault) ?? <span lang="en">{fault.message}</span>}
      {requestId !== null && (
        <>
          {' '}
          {texts.requestId} <code>{requestId}</code>
        </>
      )}
    </p>
  );
}

/**
 * Puts a fault into words. A refusal is in the person's language already. What no operation answered is in English, and has
 * words of ours. Null: a newer gateway says it, in English.
 */
export function useSayFault(): (fault: Error) => string | null {
  const texts = useTexts(commonTexts);
  const ofRequests = useTexts<Readonly<Record<string, string>>>(requestFaults);
  return (fault) => {
    if (fault instanceof LostAnswerError) return texts.doubt;
    if (!(fault instanceof GatewayError)) return texts.unexpected;
    if (fault.code === 'NO_ANSWER' || fault.code === 'NO_GRAPHQL') return texts.noAnswer;
    if (fault.code === 'NOT_ALLOWED') return texts.notAllowed;
    const isRefusal = fault.errors.length === 0 && fault.status === null;
    return ofRequests[fault.code] ?? (isRefusal ? fault.message : null);
  };
}

/** Grey lines where content is on its way, so that nothing jumps. */
export function Skeleton({ lines }: { readonly lines: number }) {
  const texts = useTexts(commonTexts);
  return (
    <div className={styles.skeleton} role="status" aria-label={texts.loading}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines without content have no other key
        <span key={line} />
      ))}
    </div>
  );
}

type PendingProps = {
  readonly asked: { readonly data: unknown; readonly error: Error | null; readonly refetch: () => unknown };
  /** Of the answer, about. */
  readonly lines: number;
};

/** In the place of an answer that is on its way, or could not be read. */
export function Pending({ asked: { data, error, refetch }, lines }: PendingProps) {
  if (error) return <ErrorState fault={error} retry={() => void refetch()} />;
  return data === undefined ? <Skeleton lines={lines} /> : null;
}

/** In the place of what may take none: what stands below waits for it, as below a `Skeleton`. */
export const Awaited = () => <span className={styles.awaited} hidden />;
