import { useState } from 'react';
import { RefundPaymentDocument } from '../../generated/operations.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog, type Opened } from '../../parts/dialog.tsx';
import { MoneyField } from '../../parts/fields/money-field.tsx';
import { moneyText } from '../../parts/money.tsx';
import { announce } from '../../parts/toast.tsx';
import { WriteForm } from '../../parts/write-form.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { actionTexts } from './action-texts.ts';
import { useExplain } from './explain.tsx';
import type { Payment } from './sentence.ts';
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
      {(opened) => <RefundForm {...opened} id={payment.id} mostCents={mostCents} />}
    </Dialog>
  );
}

function RefundForm({ close, intention, id, mostCents }: Opened & { readonly id: string; readonly mostCents: number }) {
  const said = useTexts(actionTexts);
  const { actions } = useTexts(texts);
  const { language } = useLanguage();
  const [cents, setCents] = useState<number | null>(mostCents);
  const isUsable = cents !== null && cents > 0 && cents <= mostCents;
  return (
    <WriteForm
      operation={RefundPaymentDocument}
      intention={intention}
      needsProof
      names={['amount']}
      variables={() => (isUsable ? { input: { id, amount: cents } } : null)}
      submit={isUsable ? `${actions.REFUND} ${moneyText(cents, language)}` : actions.REFUND}
      explain={useExplain()}
      onCancel={close}
      onDone={({ refund }) => {
        announce(said.refunded[refund.status] ?? refund.status);
        close();
      }}
    >
      <MoneyField
        label={said.refundAmount}
        name="amount"
        hint={said.refundHint(moneyText(mostCents, language))}
        isRequired
        isFirst
        cents={cents}
        mostCents={mostCents}
        onChange={setCents}
      />
    </WriteForm>
  );
}
