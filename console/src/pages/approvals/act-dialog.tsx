import { type ReactNode, useState } from 'react';
import { useMe } from '../../api/me.tsx';
import { useAsk } from '../../api/use-ask.ts';
import { ApprovalDocument, DecideApprovalDocument, WithdrawApprovalDocument } from '../../generated/operations.ts';
import { Dialog, type Opened } from '../../parts/dialog/dialog.tsx';
import { Field } from '../../parts/fields/field.tsx';
import { WriteForm } from '../../parts/write-form.tsx';
import { useTexts } from '../../texts/language.tsx';
import { texts } from './texts.ts';

/** What a person does with a request, and what the request is about. */
export type Act = {
  readonly id: string;
  readonly kind: 'APPROVE' | 'REFUSE' | 'WITHDRAW';
  readonly about: ReactNode;
};

type Props = { readonly act: Act; readonly onClose: () => void };

/** Stands beside the list: it has to say so when the request has left the list, because another person was faster. */
export function ActDialog({ act, onClose }: Props) {
  const said = useTexts(texts);
  const title = { APPROVE: said.approve, REFUSE: said.refuse, WITHDRAW: said.withdraw }[act.kind];
  const about = (
    <>
      {act.about}
      <Meanwhile id={act.id} />
    </>
  );
  const form = { act: { ...act, about }, title, close: onClose };
  return (
    <Dialog title={title} isOpen onOpenChange={(opens) => !opens && onClose()}>
      {({ intention }) =>
        act.kind === 'WITHDRAW' ? (
          <WithdrawForm {...{ ...form, intention }} />
        ) : (
          <DecideForm {...{ ...form, intention }} decision={act.kind} />
        )
      }
    </Dialog>
  );
}

/** Who else decided about it, or withdrew it, while the dialog stands open. It is read again after each answer. */
function Meanwhile({ id }: Pick<Act, 'id'>) {
  const said = useTexts(texts);
  const { person } = useMe();
  const { data } = useAsk(ApprovalDocument, { id });
  const found = data?.node?.__typename === 'Approval' ? data.node : null;
  const isWithdrawn = found?.status === 'WITHDRAWN';
  const who = isWithdrawn ? found.requestedByPerson : found?.decidedByPerson;
  const name = who?.name ?? (isWithdrawn ? found.requestedBy : found?.decidedBy);
  const isOther = name && who?.id !== person?.id;
  return <div role="status">{isOther && <p>{said.meanwhile[found?.status ?? 'PENDING']?.(name)}</p>}</div>;
}

type FormProps = Opened & { readonly act: Act; readonly title: string };

/** A second person decides, with a reason and a fresh proof. */
function DecideForm({
  act: { id, about },
  title,
  close,
  intention,
  decision,
}: FormProps & { readonly decision: 'APPROVE' | 'REFUSE' }) {
  const said = useTexts(texts);
  const [reason, setReason] = useState('');
  const isApproval = decision === 'APPROVE';
  return (
    <WriteForm
      operation={DecideApprovalDocument}
      {...{ intention, names: ['reason'], submit: title, onCancel: close }}
      isDangerous={!isApproval}
      needsProof
      variables={() => (reason.trim() === '' ? null : { input: { id, decision, reason: reason.trim() } })}
      explain={({ code, message }) => (code === 'OUTCOME_UNKNOWN' ? <p>{message}</p> : null)}
      says={({ approval: { refund } }) =>
        refund ? said.refunds[refund.status] : isApproval ? said.approved : said.refused
      }
    >
      {about}
      <p>{isApproval ? said.approveText : said.refuseText}</p>
      <Field
        {...{ label: said.reason, name: 'reason', hint: said.reasonHint, maxLength: 500 }}
        isRequired
        isFirst
        value={reason}
        onChange={setReason}
      />
    </WriteForm>
  );
}

/** Who asked takes it back, as long as it waits. */
function WithdrawForm({ act: { id, about }, title, close, intention }: FormProps) {
  const said = useTexts(texts);
  return (
    <WriteForm
      operation={WithdrawApprovalDocument}
      {...{ intention, names: [], submit: title, onCancel: close }}
      isDangerous
      variables={() => ({ input: { id } })}
      says={said.isWithdrawn}
    >
      {about}
      <p>{said.withdrawText}</p>
    </WriteForm>
  );
}
