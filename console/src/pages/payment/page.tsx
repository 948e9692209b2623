import { useParams } from '@tanstack/react-router';
import { useChangesOf } from '../../api/changes.ts';
import { useRunModeOf } from '../../api/run-mode.ts';
import { useAsk, useAskAgain } from '../../api/use-ask.ts';
import { PaymentDocument } from '../../generated/operations.ts';
import { CustomerLink } from '../../parts/business/customer-name.tsx';
import { NotShown } from '../../parts/not-shown.tsx';
import { Columns, Sentence } from '../../parts/object-page.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { CopyButton } from '../../parts/values/copy.tsx';
import { Money } from '../../parts/values/money.tsx';
import { PaymentStatus, Status } from '../../parts/values/status.tsx';
import { locales, useLanguage, useTexts } from '../../texts/language.tsx';
import { Actions } from './actions.tsx';
import { EndedApprovals, WaitingApprovals } from './approvals.tsx';
import { decisionsOf } from './decisions.ts';
import { Exceptions } from './exceptions.tsx';
import { PaymentFacts, Refunds } from './facts.tsx';
import styles from './payment.module.css';
import { doubtOf, sentenceOf, surplusSentenceOf } from './sentence.ts';
import { texts } from './texts.ts';
import { Story } from './timeline.tsx';
import { Traces } from './traces.tsx';

export function PaymentPage() {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const asked = useAsk(PaymentDocument, { id, locale: locales[language] });
  const askAgain = useAskAgain();
  // Shown on where it cannot be read again: a dialog keeps what was typed, and the key under which it was sent.
  const payment = asked.data?.payment;
  // The panels ask for their own parts.
  const again = (): void => void askAgain();
  useChangesOf('PAYMENTS', id, again);
  // Without one, only where any of them may have changed.
  useChangesOf('MANDATES', payment ? (payment.directDebit?.mandate?.id ?? '') : null, again);
  useChangesOf('BATCHES', payment ? (payment.directDebit?.batch?.id ?? '') : null, again);
  useRunModeOf(payment?.effectiveRunMode);
  if (!payment) return <NotShown {...said} asked={asked} lines={10} list={['/payments', said.toList]} />;
  const doubt = doubtOf(payment);
  const surplus = surplusSentenceOf(payment, language);
  return (
    <>
      <PageHead
        title={`${said.title} ${payment.reference}`}
        beside={
          <>
            <CopyButton text={payment.reference} what={said.reference} />
            <strong className={styles.amount}>
              <Money cents={payment.amount.cents} />
            </strong>
            <PaymentStatus status={payment.status} />
          </>
        }
        lead={
          <>
            {said.names.customer} <CustomerLink {...payment} />
          </>
        }
      />
      <Sentence isInDoubt={doubt !== null}>
        {doubt && (
          <Status tone="doubt" isNote>
            {said.refundStatus.UNKNOWN}
          </Status>
        )}{' '}
        {sentenceOf(payment, language, decisionsOf(payment).length > 0)}
      </Sentence>
      {surplus && (
        <Sentence>
          <Status tone="wait">{said.waits}</Status> {surplus}
        </Sentence>
      )}
      <WaitingApprovals waitingApprovals={payment.waitingApprovals} />
      <Exceptions bankExceptions={payment.bankExceptions} />
      <Actions payment={payment} />
      <Columns facts={<PaymentFacts payment={payment} />}>
        <Story payment={payment} />
        <Refunds refunds={payment.refunds} />
        <EndedApprovals endedApprovals={payment.endedApprovals} />
      </Columns>
      <Traces id={payment.id} />
    </>
  );
}
