import { useIsMutating } from '@tanstack/react-query';
import { useState } from 'react';
import { RefundPaymentDocument } from '../../generated/operations.ts';
import { CustomerName } from '../../parts/business/customer-name.tsx';
import { Restored } from '../../parts/business/restored.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog, type Opened } from '../../parts/dialog/dialog.tsx';
import { Meanwhile } from '../../parts/dialog/meanwhile.ts';
import { MoneyField } from '../../parts/fields/money-field.tsx';
import { moneyText } from '../../parts/values/money.tsx';
import { WriteForm } from '../../parts/write-form.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { actionTexts } from './action-texts.ts';
import { useExplain } from './explain.tsx';
import styles from './payment.module.css';
import { doubtOf, type Payment, surplusSentenceOf } from './sentence.ts';
import { texts } from './texts.ts';

type Props = { readonly payment: Payment; readonly mostCents: number; readonly reason: string | null };

/** Gives back all or a part. */
export function RefundDialog({ payment, mostCents, reason }: Props) {
  const said = useTexts(actionTexts);
  const { actions } = useTexts(texts);
  return (
    <Dialog
      title={said.refund}
      trigger={
        <Button kind="primary" reason={reason}>
          {actions.REFUND}
        </Button>
      }
    >
      {(opened) => <RefundForm {...opened} {...{ payment, mostCents, reason }} />}
    </Dialog>
  );
}

/** Who asked for a refund of this payment while the dialog stood open. */
function useMeanwhile(payment: Payment, intention: Opened['intention']): string | null {
  const { events, operations } = payment;
  const [before] = useState(operations.length);
  // What is on its way from this dialog, or in doubt, or whose answer was lost, is not another one.
  const isOwn = useIsMutating() > 0 || intention.isLost || doubtOf(payment) !== null;
  if (isOwn || operations.length === before) return null;
  const asked = events.edges.findLast(({ node }) => node.type === 'OPERATION_REQUESTED' || node.type === 'REFUND_DONE');
  return asked ? (asked.node.actorPerson?.name ?? asked.node.actor) : null;
}

function RefundForm({ close, intention, payment, mostCents, reason }: Opened & Props) {
  const said = useTexts(actionTexts);
  const { actions, names } = useTexts(texts);
  const { language } = useLanguage();
  const [cents, setCents] = useState<number | null>(mostCents);
  const meanwhile = useMeanwhile(payment, intention);
  // As it was when the dialog opened: a request whose answer was lost goes out again with the same amount.
  const [before] = useState(mostCents);
  const most = meanwhile === null ? before : mostCents;
  const { id } = payment;
  const surplus = surplusSentenceOf(payment, language);
  const isUsable = cents !== null && cents > 0 && cents <= most;
  return (
    <Meanwhile
      value={reason && (meanwhile === null ? reason : said.meanwhile(meanwhile, moneyText(mostCents, language)))}
    >
      <WriteForm
        operation={RefundPaymentDocument}
        intention={intention}
        needsProof
        names={['amount']}
        variables={() => (isUsable ? { input: { id, amount: cents } } : null)}
        submit={isUsable ? `${actions.REFUND} ${moneyText(cents, language)}` : actions.REFUND}
        explain={useExplain()}
        onCancel={close}
        says={({ refund }) => said.refunded[refund.status] ?? refund.status}
      >
        <div role="status">
          {meanwhile !== null && reason === null && (
            <p className={styles.meanwhile}>{said.meanwhile(meanwhile, moneyText(mostCents, language))}</p>
          )}
        </div>
        <Restored about="refund" madeAt={payment.createdAt} />
        {surplus && <p className={styles.meanwhile}>{surplus}</p>}
        <p>
          {names.customer}{' '}
          <strong>
            <CustomerName {...payment} />
          </strong>
        </p>
        <MoneyField
          label={said.refundAmount}
          name="amount"
          hint={said.refundHint(moneyText(most, language))}
          isRequired
          isFirst
          cents={cents}
          mostCents={most}
          onChange={setCents}
        />
      </WriteForm>
    </Meanwhile>
  );
}
