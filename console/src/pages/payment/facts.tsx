import { CustomerName } from '../../parts/business/customer-name.tsx';
import { Facts, Panel } from '../../parts/panel.tsx';
import { To } from '../../parts/to.tsx';
import { Copy } from '../../parts/values/copy.tsx';
import { Money } from '../../parts/values/money.tsx';
import { phoneText } from '../../parts/values/phone.ts';
import { Status, type Tone } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import { vocabulary } from '../../texts/vocabulary.ts';
import styles from './payment.module.css';
import type { Payment } from './sentence.ts';
import { texts } from './texts.ts';

/** What the request said. */
export function PaymentFacts({ payment }: { readonly payment: Payment }) {
  const said = useTexts(texts);
  const { names } = said;
  const { target, type } = useTexts(vocabulary);
  const { payer } = payment;
  const means =
    payment.paymentType === payment.typePaiement
      ? type[payment.paymentType]
      : `${type[payment.paymentType]} (${type[payment.typePaiement]})`;
  return (
    <Panel title={said.about}>
      <Facts
        of={[
          [names.amount, <Money key="amount" cents={payment.amount.cents} currency={payment.amount.currency} />],
          [names.means, means],
          [names.target, target[payment.paymentTarget]],
          [names.capture, payment.capture === 'LATER' ? said.captureLater : null],
          [names.societe, payment.idSociete],
          [
            names.customer,
            <To key="customer" to="/payments" search={{ idClient: payment.idClient, idSociete: payment.idSociete }}>
              <CustomerName idClient={payment.idClient} customer={payment.customer} />
            </To>,
          ],
          [names.order, payment.idCommande === '0' ? null : payment.idCommande],
          [names.origin, payment.idOrigin],
          [names.client, payment.client],
          [names.payer, payer && <Payer payer={payer} />],
          [names.phone, payer?.phone && phoneText(payer.phone)],
          [names.email, payment.email],
          [names.comment, payment.commentaire],
          [names.mandate, payment.mandate],
          [names.due, payment.dueDate === null ? null : <When key="due" at={payment.dueDate} />],
          [names.created, <When key="created" at={payment.createdAt} style="exact" />],
          [names.updated, <When key="updated" at={payment.updatedAt} style="exact" />],
          [
            names.expires,
            payment.expiresAt === null || payment.isFinal ? null : <When key="expires" at={payment.expiresAt} />,
          ],
          [names.id, <Copy key="id" text={payment.id} what={said.id} />],
        ]}
      />
    </Panel>
  );
}

function Payer({ payer }: { readonly payer: NonNullable<Payment['payer']> }) {
  const { firstName, lastName, address, zipCode, city, country } = payer;
  const lines = [
    [firstName, lastName],
    [address],
    [zipCode, city, country === 'FR' || country === 'FRA' ? null : country],
  ].map((line) => line.filter(Boolean).join(' '));
  return (
    <>
      {lines
        .filter((line) => line !== '')
        .map((line) => (
          <div key={line}>{line}</div>
        ))}
    </>
  );
}

const tones: Readonly<Record<Payment['refunds'][number]['status'], Tone>> = {
  PENDING: 'wait',
  DONE: 'good',
  REFUSED: 'bad',
  FAILED: 'bad',
  UNKNOWN: 'doubt',
  NEEDS_REVIEW: 'alert',
};

export function Refunds({ refunds }: Pick<Payment, 'refunds'>) {
  const said = useTexts(texts);
  if (refunds.length === 0) return null;
  return (
    <Panel title={said.refunds}>
      <ul className={styles.rows}>
        {refunds.map(({ id, status, amount, createdAt, bankTransaction }) => (
          <li key={id} className={styles.row}>
            <p>
              <Status tone={tones[status]} isNote>
                {said.refundStatus[status]}
              </Status>
            </p>
            <p>
              <strong>
                <Money cents={amount.cents} currency={amount.currency} />
              </strong>
            </p>
            <p className={styles.soft}>
              <When at={createdAt} />
              {bankTransaction !== null && ` · ${bankTransaction}`}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
