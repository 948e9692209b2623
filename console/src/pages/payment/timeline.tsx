import { Timeline } from '../../parts/timeline.tsx';
import { To } from '../../parts/to.tsx';
import { Money } from '../../parts/values/money.tsx';
import { PaymentStatus } from '../../parts/values/status.tsx';
import { bankCodeIn } from '../../texts/bank-codes.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import styles from './payment.module.css';
import { Reason } from './reason.tsx';
import type { Payment } from './sentence.ts';
import { texts } from './texts.ts';

/** What happened: who or what brought it about, and the bank's own words. */
export function Story({ payment }: { readonly payment: Payment }) {
  const said = useTexts(texts);
  return (
    <Timeline title={said.timeline} more={said.more} events={payment.events} style="exact">
      {(event) => <Event {...{ event, payment }} />}
    </Timeline>
  );
}

type Shown = { readonly event: Payment['events']['edges'][number]['node']; readonly payment: Payment };

function Event({ event, payment }: Shown) {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const { type, status, previousStatus, cause, actor, actorPerson, reason, bankTransaction, bankStatus, bankCode } =
    event;
  const { bookedAmount, surplusPayment } = event;
  const isSurplusGiven = type === 'MONEY_RETURNED' && surplusPayment !== null;
  // Some banks have one code for both.
  const codes = [...new Set([bankStatus, bankCode])].filter((one) => one !== null);
  const bank = [
    ...codes.map((code) => bankCodeIn(language, payment.paymentType, code)),
    ...(bankTransaction === null ? [] : [bankTransaction]),
  ].join(' · ');
  const who = actorPerson?.name ?? actor;
  const details = [cause === null ? null : said.causes[cause], who === null ? null : said.by(who)].filter(Boolean);
  const isChange = previousStatus !== null && previousStatus !== status;
  return (
    <>
      <p className={styles.what}>
        {type === 'STATUS_CHANGED' ? null : <span>{isSurplusGiven ? said.surplusGiven : said.events[type]}</span>}
        {(isChange || type === 'STATUS_CHANGED') && <PaymentStatus status={status} />}
        {bookedAmount && <Money cents={bookedAmount.cents} />}
      </p>
      {details.length > 0 && <p className={styles.soft}>{details.join(', ')}</p>}
      {surplusPayment && (
        <p className={styles.soft}>
          {isSurplusGiven ? said.surplusTo : said.surplusFrom}{' '}
          <To to={`/payments/${surplusPayment.id}`}>{surplusPayment.reference}</To>
        </p>
      )}
      {reason !== null && <Reason text={reason} />}
      {bank !== '' && <p className={styles.soft}>{said.bankSaid(bank)}</p>}
    </>
  );
}
