import { Sentence } from '../../parts/object-page.tsx';
import { To } from '../../parts/to.tsx';
import { Status } from '../../parts/values/status.tsx';
import { commonTexts } from '../../texts/common.ts';
import { exceptionKinds } from '../../texts/exception-kinds.ts';
import { useTexts } from '../../texts/language.tsx';
import styles from './payment.module.css';
import type { Payment } from './sentence.ts';
import { texts } from './texts.ts';

/** What the bank's files leave for a person to decide about the payment; in small what is closed. */
export function Exceptions({ bankExceptions }: Pick<Payment, 'bankExceptions'>) {
  const said = useTexts(texts);
  const { colon } = useTexts(commonTexts);
  const open = bankExceptions.filter(({ status }) => status === 'OPEN');
  const closed = bankExceptions.filter(({ status }) => status !== 'OPEN');
  return (
    <>
      {open.length > 0 && (
        <Sentence>
          <Status tone="alert" isNote>
            {said.openExceptions}
            {colon}
          </Status>
          <Links of={open} />
        </Sentence>
      )}
      {closed.length > 0 && (
        <p className={styles.closed}>
          {said.closedExceptions}
          {colon}
          <Links of={closed} />
        </p>
      )}
    </>
  );
}

function Links({ of }: { readonly of: Payment['bankExceptions'] }) {
  const kinds = useTexts(exceptionKinds);
  return of.map(({ id, kind, status }, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <To to="/exceptions" search={{ status: status === 'OPEN' ? undefined : status, open: id }}>
        {kinds[kind]}
      </To>
    </span>
  ));
}
