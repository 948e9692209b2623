import { type ReactNode, useState } from 'react';
import { type ApprovalDecision, DecideApprovalDocument } from '../../generated/operations.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog, type Opened } from '../../parts/dialog.tsx';
import { Field } from '../../parts/fields/field.tsx';
import { announce } from '../../parts/toast.tsx';
import { WriteForm } from '../../parts/write-form.tsx';
import { useTexts } from '../../texts/language.tsx';
import { texts } from './texts.ts';

type Props = { readonly id: string; readonly decision: ApprovalDecision; readonly about: ReactNode };

/** A second person decides, with a reason and a fresh proof. */
export function DecideDialog(props: Props) {
  const said = useTexts(texts);
  const isApproval = props.decision === 'APPROVE';
  const title = isApproval ? said.approve : said.refuse;
  return (
    <Dialog title={title} trigger={<Button kind={isApproval ? 'primary' : 'danger'}>{title}</Button>}>
      {(opened) => <DecideForm {...opened} {...props} title={title} />}
    </Dialog>
  );
}

function DecideForm({ id, decision, about, title, close, intention }: Opened & Props & { readonly title: string }) {
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
      explain={({ code }) => (code === 'OUTCOME_UNKNOWN' ? <p>{said.doubt}</p> : null)}
      onDone={({ approval: { refund } }) => {
        announce(refund ? said.refunds[refund.status] : isApproval ? said.approved : said.refused);
        close();
      }}
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
