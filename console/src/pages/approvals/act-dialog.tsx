import { type ReactNode, useState } from 'react';
import { useChangesOf } from '../../api/changes.ts';
import { useAsk, useAskAgain } from '../../api/use-ask.ts';
import { ApprovalDocument, DecideApprovalDocument, WithdrawApprovalDocument } from '../../generated/operations.ts';
import { Dialog, type Opened } from '../../parts/dialog/dialog.tsx';
import { Meanwhile, useNameOf } from '../../parts/dialog/meanwhile.ts';
import { Field } from '../../parts/fields/field.tsx';
import { WriteForm } from '../../parts/write-form.tsx';
import { locales, useLanguage, useTexts } from '../../texts/language.tsx';
import { obstacleOf } from './obstacle.ts';
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
  const form = { act, title, close: onClose };
  return (
    <Meanwhile value={useMeanwhile(act)}>
      <Dialog title={title} isOpen onOpenChange={(opens) => !opens && onClose()}>
        {({ intention }) =>
          act.kind === 'WITHDRAW' ? (
            <WithdrawForm {...{ ...form, intention }} />
          ) : (
            <DecideForm {...{ ...form, intention }} decision={act.kind} />
          )
        }
      </Dialog>
    </Meanwhile>
  );
}

/** Who else decided about it, or withdrew it, and what has become impossible, while the dialog stands open. */
function useMeanwhile({ id, kind }: Act): string | null {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const nameOf = useNameOf();
  const askAgain = useAskAgain(ApprovalDocument);
  const again = (): void => void askAgain();
  const asked = useAsk(ApprovalDocument, { id, locale: locales[language] });
  const now = asked.data?.node?.__typename === 'Approval' ? asked.data.node : null;
  useChangesOf('APPROVALS', id, again);
  useChangesOf('PAYMENTS', now && (now.payment?.id ?? ''), again);
  useChangesOf('MANDATES', now && (now.amendment?.mandate?.id ?? ''), again);
  if (now === null) return null;
  switch (now.status) {
    case 'PENDING':
      return kind === 'APPROVE' ? obstacleOf(now, said) : null;
    case 'EXPIRED':
      return said.expired;
    case 'WITHDRAWN':
      return said.meanwhile.WITHDRAWN(nameOf(now.requestedBy, now.requestedByPerson));
    default:
      return said.meanwhile[now.status](nameOf(now.decidedBy ?? '', now.decidedByPerson));
  }
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
