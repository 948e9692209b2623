import { Intention } from '@reglement/client';
import { type ReactNode, useState } from 'react';
import { useMay } from '../../api/me.tsx';
import { isRefusal } from '../../api/refusals.ts';
import { useWrite } from '../../api/use-ask.ts';
import {
  CancelPaymentDocument,
  CapturePaymentDocument,
  RefreshPaymentDocument,
  ReviewPaymentDocument,
} from '../../generated/operations.ts';
import { Restored } from '../../parts/business/restored.tsx';
import { Button } from '../../parts/button.tsx';
import { ConfirmDialog } from '../../parts/dialog/confirm-dialog.tsx';
import { Dialog, type Opened } from '../../parts/dialog/dialog.tsx';
import { KeptWhileOpen } from '../../parts/dialog/kept-while-open.tsx';
import { Meanwhile, useNameOf } from '../../parts/dialog/meanwhile.ts';
import { Select } from '../../parts/fields/choice.tsx';
import { FaultText } from '../../parts/states.tsx';
import { announce } from '../../parts/toast.tsx';
import { copyText } from '../../parts/values/copy.tsx';
import { moneyText } from '../../parts/values/money.tsx';
import { WriteForm } from '../../parts/write-form.tsx';
import { commonTexts } from '../../texts/common.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { vocabulary } from '../../texts/vocabulary.ts';
import { actionTexts } from './action-texts.ts';
import { type Decision, decisionsOf } from './decisions.ts';
import { useExplain } from './explain.tsx';
import styles from './payment.module.css';
import { RefundDialog } from './refund-dialog.tsx';
import { doubtOf, type Payment, partCents } from './sentence.ts';
import { texts } from './texts.ts';

/** What can be done now; what cannot says why. What the person's role never allows is hidden. */
export function Actions({ payment }: { readonly payment: Payment }) {
  const said = useTexts(actionTexts);
  const may = {
    REFUND: useMay('refund'),
    CAPTURE: useMay('capture'),
    CANCEL: useMay('cancel'),
    REFRESH: useMay('refresh'),
  };
  const mayDecide = useMay('decide');
  const decisions = decisionsOf(payment);
  const of = (name: string) => payment.availableActions.find(({ action }) => action === name);
  // Nothing is asked of the bank while its last answer is unknown.
  const doubt = doubtOf(payment) ? said.doubtWaits : null;
  const [pay, refund, capture, cancel, refresh] = ['PAY', 'REFUND', 'CAPTURE', 'CANCEL', 'REFRESH'].map(of);
  return (
    <div className={`${styles.actions} no-print`}>
      {refund && may.REFUND && (
        <RefundDialog
          payment={payment}
          mostCents={refund.maximumAmount?.cents ?? 0}
          reason={doubt ?? (refund.available ? null : refund.reason)}
        />
      )}
      {capture && may.CAPTURE && (
        <KeptWhileOpen of={capture.available}>
          {(isShown) =>
            isShown && <CaptureDialog payment={payment} reason={doubt ?? (capture.available ? null : capture.reason)} />
          }
        </KeptWhileOpen>
      )}
      {cancel && may.CANCEL && (cancel.available || doubt === null) && (
        <CancelDialog payment={payment} reason={doubt ?? (cancel.available ? null : cancel.reason)} />
      )}
      {mayDecide && (
        <KeptWhileOpen of={decisions}>
          {(shown) =>
            shown.length > 0 && (
              <Changed payment={payment} reason={decisions.length > 0 ? null : said.nothingToDecide}>
                <ReviewDialog id={payment.id} decisions={shown} />
              </Changed>
            )
          }
        </KeptWhileOpen>
      )}
      {refresh?.available && may.REFRESH && <Refresh id={payment.id} />}
      {pay?.available && payment.paymentUrl !== null && <CopyLink url={payment.paymentUrl} />}
    </div>
  );
}

function CopyLink({ url }: { readonly url: string }) {
  const { actions } = useTexts(texts);
  const common = useTexts(commonTexts);
  return (
    <Button worksOffline onPress={() => copyText(url, common)}>
      {actions.PAY}
    </Button>
  );
}

/** Asking the bank changes nothing there: no dialog. */
function Refresh({ id }: { readonly id: string }) {
  const { actions } = useTexts(texts);
  const said = useTexts(actionTexts);
  const write = useWrite(RefreshPaymentDocument);
  const ask = (): void =>
    write.mutate(
      { variables: { id }, intention: new Intention() },
      {
        onSuccess: ({ refreshPayment: result }) =>
          announce(isRefusal(result) ? result.message : result.changed ? said.refreshed : said.unchanged),
      },
    );
  return (
    <>
      <Button isPending={write.isPending} onPress={ask}>
        {actions.REFRESH}
      </Button>
      {write.error && (
        <div role="alert">
          <FaultText fault={write.error} />
        </div>
      )}
    </>
  );
}

type ChangedProps = DialogProps & { readonly children: ReactNode };

/** Says in an open dialog why it is possible no more, and who changed the payment last. */
function Changed({ payment: { status, events }, reason, children }: ChangedProps) {
  const said = useTexts(actionTexts);
  const { status: names } = useTexts(vocabulary);
  const nameOf = useNameOf();
  const last = events.edges.findLast(({ node }) => changing.has(node.type))?.node;
  const by = last && last.actor !== null ? nameOf(last.actor, last.actorPerson) : null;
  return <Meanwhile value={reason && said.changed(names[status], by, reason)}>{children}</Meanwhile>;
}

const changing: ReadonlySet<string> = new Set(['STATUS_CHANGED', 'OPERATION_REQUESTED', 'REFUND_DONE']);

type DialogProps = { readonly payment: Payment; readonly reason: string | null };

function CaptureDialog({ payment, reason }: DialogProps) {
  const { actions } = useTexts(texts);
  const said = useTexts(actionTexts);
  const { language } = useLanguage();
  const explain = useExplain();
  return (
    <Changed payment={payment} reason={reason}>
      <ConfirmDialog
        title={actions.CAPTURE}
        trigger={
          <Button kind="primary" reason={reason}>
            {actions.CAPTURE}
          </Button>
        }
        explain={explain}
        operation={CapturePaymentDocument}
        variables={() => ({ input: { id: payment.id } })}
        says={said.captured}
      >
        <p>{said.captureText(moneyText(payment.amount.cents, language))}</p>
      </ConfirmDialog>
    </Changed>
  );
}

function CancelDialog({ payment, reason }: DialogProps) {
  const { actions } = useTexts(texts);
  const said = useTexts(actionTexts);
  const { language } = useLanguage();
  const explain = useExplain();
  const part = partCents(payment);
  const money = (cents: number): string => moneyText(cents, language);
  return (
    <Changed payment={payment} reason={reason}>
      <ConfirmDialog
        title={actions.CANCEL}
        trigger={
          <Button kind="danger" reason={reason}>
            {actions.CANCEL}
          </Button>
        }
        explain={explain}
        operation={CancelPaymentDocument}
        isDangerous
        needsProof={payment.status === 'PAID'}
        variables={() => ({ input: { id: payment.id } })}
        says={said.cancelled}
      >
        {payment.status === 'PAID' && <Restored about="refund" madeAt={payment.createdAt} />}
        <p>
          {payment.status === 'PAID'
            ? said.cancelPaidText
            : part > 0
              ? said.cancelPartText(money(part), money(payment.amount.cents))
              : said.cancelText}
        </p>
      </ConfirmDialog>
    </Changed>
  );
}

type Deciding = { readonly id: string; readonly decisions: readonly Decision[] };

function ReviewDialog(deciding: Deciding) {
  const { review } = useTexts(texts);
  return (
    <Dialog title={review} trigger={<Button kind="primary">{review}</Button>}>
      {(opened) => <ReviewForm {...opened} {...deciding} />}
    </Dialog>
  );
}

function ReviewForm({ close, intention, id, decisions }: Opened & Deciding) {
  const said = useTexts(actionTexts);
  const { review } = useTexts(texts);
  const [status, setStatus] = useState<Decision | null>(null);
  const options = decisions.map((name) => ({ id: name, text: said.choices[name] }));
  return (
    <WriteForm
      operation={ReviewPaymentDocument}
      {...{ intention, names: ['status'], submit: review, onCancel: close, explain: useExplain() }}
      needsProof={status === 'PAID'}
      variables={() => (status === null ? null : { input: { id, status } })}
      says={said.reviewed}
    >
      <p>{said.reviewText}</p>
      <Select
        label={said.reviewStatus}
        name="status"
        isRequired
        options={options}
        value={status}
        onChange={setStatus}
      />
    </WriteForm>
  );
}
