import type { ReactNode } from 'react';
import type { PaymentStatus as Name } from '../../generated/operations.ts';
import { useTexts } from '../../texts/language.tsx';
import { vocabulary } from '../../texts/vocabulary.ts';
import styles from './status.module.css';

export type Tone = 'good' | 'wait' | 'bad' | 'ended' | 'alert' | 'doubt';

/** Each tone has a shape of its own: colour is never the only sign. */
const shapes: Readonly<Record<Tone, ReactNode>> = {
  good: <path d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm3.3 4.3L7 9.6 4.9 7.5l-1 1L7 11.6l5.3-5.3z" fillRule="evenodd" />,
  wait: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M7.2 4.5h1.6v3.2l2.3 1.9-1 1.2-2.9-2.3z" />
    </>
  ),
  bad: (
    <path
      d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1ZM5.2 4.2l-1 1L7 8l-2.8 2.8 1 1L8 9l2.8 2.8 1-1L9 8l2.8-2.8-1-1L8 7z"
      fillRule="evenodd"
    />
  ),
  ended: <path d="M2 7h12v2H2z" />,
  alert: <path d="M8 1.2 15.4 14H.6zM7.2 6v4h1.6V6zm0 5.2v1.5h1.6v-1.5z" fillRule="evenodd" />,
  doubt: (
    <path
      d="M8 1l7 7-7 7-7-7zm-.8 9.6v1.5h1.6v-1.5zM5.7 6.4h1.5c0-.6.3-.9.8-.9s.9.3.9.8c0 .4-.2.6-.8 1-.7.5-.9.9-.9 1.9h1.5c0-.6.1-.7.6-1.1.7-.5 1-1 1-1.8 0-1.3-.9-2.1-2.3-2.1S5.7 5 5.7 6.4Z"
      fillRule="evenodd"
    />
  ),
};

type Props = {
  readonly tone: Tone;
  /** It is a sentence, which may take several lines. */
  readonly isNote?: boolean;
  readonly children: ReactNode;
};

/** A status: a shape and a word. */
export function Status({ tone, isNote = false, children }: Props) {
  return (
    <span className={`${styles.status} ${styles[tone]} ${isNote ? styles.note : ''}`}>
      <svg viewBox="0 0 16 16" width="13" height="13" fill="currentColor" aria-hidden="true">
        {shapes[tone]}
      </svg>
      {children}
    </span>
  );
}

const tones: Readonly<Record<Name, Tone>> = {
  REQUIRES_ACTION: 'wait',
  PENDING: 'wait',
  SUBMITTED: 'wait',
  AUTHORIZED: 'wait',
  PAID: 'good',
  REFUSED: 'bad',
  CANCELLED: 'ended',
  EXPIRED: 'ended',
  FAILED: 'bad',
  RETURNED: 'bad',
  PARTIALLY_REFUNDED: 'ended',
  REFUNDED: 'ended',
  NEEDS_REVIEW: 'alert',
};

export function PaymentStatus({ status }: { readonly status: Name }) {
  return <Status tone={tones[status]}>{useTexts(vocabulary).status[status]}</Status>;
}
