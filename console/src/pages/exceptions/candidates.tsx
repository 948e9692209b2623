import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useRunMode } from '../../api/run-mode.ts';
import { useAsk } from '../../api/use-ask.ts';
import { type ExceptionAgreement, PaymentsToAssignDocument } from '../../generated/operations.ts';
import { namesOf } from '../../parts/business/customer-name.tsx';
import { Field } from '../../parts/fields/field.tsx';
import { useHeld } from '../../parts/hooks/use-held.ts';
import { useSettled } from '../../parts/hooks/use-settled.ts';
import { keysAreOn, typesInto } from '../../parts/keys.ts';
import { Panel } from '../../parts/panel.tsx';
import { FaultText } from '../../parts/states.tsx';
import { To } from '../../parts/to.tsx';
import { Money } from '../../parts/values/money.tsx';
import { PaymentStatus } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import { vocabulary } from '../../texts/vocabulary.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { decideTexts } from './decide-texts.ts';
import { type Exception, type FoundPayment, isContradictingCredit, isOfSurplus } from './exception.ts';
import styles from './exceptions.module.css';
import { texts } from './texts.ts';

type Props = {
  readonly exception: Exception;
  readonly onDecided: () => void;
  /** Of a dialog. */
  readonly onOpenChange: (isOpen: boolean) => void;
};

/** Kinds that are closed without a payment. */
const neverAssigned: ReadonlySet<string> = new Set([
  ...['WRONG_ACCOUNT', 'UNDERPAID', 'LATE', 'ENTRY_FAULT', 'STATEMENT_MISSING'],
]);

/** The surplus of a transfer pays another one; of nothing else. */
const isNeverAssigned = ({ kind, isCredit, payment, candidates }: Exception): boolean =>
  neverAssigned.has(kind) ||
  (isContradictingCredit({ kind, isCredit }) && candidates.length === 0) ||
  (isOfSurplus(kind) && payment?.paymentType !== 'SEPA');

/** Payments that the entry may be about, with what agrees; and a search for any other. `A` presses the first. */
export function Candidates({ exception, onDecided, onOpenChange }: Props) {
  const said = useTexts(decideTexts);
  const rows = useRef<HTMLUListElement>(null);
  useAssignKey(rows);
  const { candidates } = exception;
  if (isNeverAssigned(exception)) return null;
  return (
    <Panel title={said.candidates}>
      <ul ref={rows}>
        {candidates.map(({ payment, agrees }, index) => (
          <Candidate
            key={payment.id}
            {...{ exception, payment, agrees, onDecided, onOpenChange }}
            isFirst={index === 0}
          />
        ))}
      </ul>
      {candidates.length === 0 && (
        <p className={styles.soft}>{isOfSurplus(exception.kind) ? said.noTransfers : said.noCandidates}</p>
      )}
      {!isContradictingCredit(exception) && <Search {...{ exception, onDecided, onOpenChange }} />}
    </Panel>
  );
}

/** `A` opens the dialog of the first suggestion, whose Enter assigns. */
function useAssignKey(rows: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isOther = event.key !== 'a' || event.ctrlKey || event.metaKey || event.altKey || event.repeat;
      if (isOther || event.defaultPrevented || !keysAreOn() || typesInto(event.target)) return;
      rows.current?.querySelector<HTMLElement>('button[class]')?.click();
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [rows]);
}

type CandidateProps = Props & {
  readonly payment: FoundPayment;
  readonly agrees: readonly ExceptionAgreement[];
  readonly isFirst?: boolean;
};

function Candidate({ exception, payment, agrees, isFirst = false, onDecided, onOpenChange }: CandidateProps) {
  const said = useTexts(decideTexts);
  const { agrees: names } = useTexts(texts);
  const { type } = useTexts(vocabulary);
  const { id, reference, status, paymentType, idClient, idCommande, createdAt, amount } = payment;
  const name = namesOf(payment);
  const isSame = (name: ExceptionAgreement): boolean => agrees.includes(name);
  return (
    <li className={styles.candidate}>
      <p className={styles.line}>
        <To to={`/payments/${id}`}>{reference}</To>
        <PaymentStatus status={status} />
        <Marked isSame={isSame('AMOUNT')}>
          <Money cents={amount.cents} />
        </Marked>
      </p>
      <p className={styles.soft}>
        {type[paymentType]} ·{' '}
        {name !== null && (
          <>
            <Marked isSame={isSame('NAME')}>{name}</Marked>
            {' · '}
          </>
        )}
        <Marked isSame={isSame('CUSTOMER')}>
          {said.customer} {idClient}
        </Marked>
        {idCommande !== '0' && (
          <>
            {' · '}
            <Marked isSame={isSame('ORDER')}>
              {said.order} {idCommande}
            </Marked>
          </>
        )}
        {' · '}
        <When at={createdAt} style="day" />
      </p>
      {agrees.length > 0 && (
        <p className={styles.agrees}>
          {agrees.map((name) => (
            <span key={name} className={styles.mark}>
              {names[name]}
            </span>
          ))}
        </p>
      )}
      <AssignDialog {...{ exception, payment, agrees, onDecided, onOpenChange, isFirst }} />
    </li>
  );
}

/** What agrees has a tick before it. */
const Marked = ({ isSame, children }: { readonly isSame: boolean; readonly children: ReactNode }) =>
  isSame ? <strong className={styles.same}>{children}</strong> : <span>{children}</span>;

const searchedFrom = 2;
const typingMs = 250;

function Search({ exception, onDecided, onOpenChange }: Props) {
  const said = useTexts(decideTexts);
  const mode = useRunMode();
  const [text, setText] = useState('');
  const asked = useSettled(text.trim(), typingMs);
  const isAsked = asked.length >= searchedFrom;
  const variables = { text: asked, runModes: [mode] };
  const { data, error } = useAsk(PaymentsToAssignDocument, variables, { enabled: isAsked, keepsRows: true });
  const answered = isAsked
    ? (data?.search.hits ?? []).flatMap(({ node }) => (node.__typename === 'Payment' ? [node] : []))
    : [];
  const { shown, hold } = useHeld({ found: answered, isNone: isAsked && data !== undefined && answered.length === 0 });
  /** The dialog is a part of its row: the rows stay while it is open. */
  const [kept, setKept] = useState<typeof shown | null>(null);
  const { found, isNone } = kept ?? shown;
  const keep = (isOpen: boolean): void => {
    setKept(isOpen ? { found, isNone } : null);
    onOpenChange(isOpen);
  };
  return (
    <div className={styles.search}>
      <Field
        {...{ label: said.search, name: 'search', type: 'search', hint: said.searchHint, maxLength: 200 }}
        value={text}
        onChange={setText}
      />
      {error && <FaultText fault={error} />}
      <section aria-label={said.otherPayment} aria-live="polite" onPointerDownCapture={hold}>
        {isNone && <p className={styles.soft}>{said.searchNone}</p>}
        <ul>
          {found.map((payment) => (
            <Candidate
              key={payment.id}
              {...{ exception, payment, onDecided }}
              onOpenChange={keep}
              agrees={agreementOf(exception, payment)}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}

const agreementOf = (exception: Exception, { amount }: FoundPayment): readonly ExceptionAgreement[] =>
  amount.cents === exception.amount.cents ? ['AMOUNT'] : [];
