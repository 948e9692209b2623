import { type ReactNode, useState } from 'react';
import type { Refusal } from '../../api/refusals.ts';
import { useAsk } from '../../api/use-ask.ts';
import { type BankResolution, ExceptionDocument, ResolveBankExceptionDocument } from '../../generated/operations.ts';
import type { Opened } from '../../parts/dialog/dialog.tsx';
import { useNameOf } from '../../parts/dialog/meanwhile.ts';
import { Select } from '../../parts/fields/choice.tsx';
import { Field } from '../../parts/fields/field.tsx';
import { WriteForm } from '../../parts/write-form.tsx';
import { useTexts } from '../../texts/language.tsx';
import { decideTexts } from './decide-texts.ts';
import { type Exception, isOfCancelledBatch } from './exception.ts';

type ResolveProps = Opened & {
  readonly exception: Exception;
  readonly decision: { readonly resolution: BankResolution; readonly payment?: string };
  /** What the reason begins with, so that Enter may be enough. */
  readonly firstReason: string;
  readonly submit: string;
  readonly says: string;
  readonly onDecided: () => void;
  readonly children: ReactNode;
};

/** A decision with its reason, which is kept with the person's name. */
export function ResolveForm(props: ResolveProps) {
  const { exception, decision, firstReason, submit, says, onDecided, intention, close, children } = props;
  const said = useTexts(decideTexts);
  const [reason, setReason] = useState(firstReason);
  const [takeBackCounted, setTakeBack] = useState(false);
  const input = { id: exception.id, ...decision, reason: reason.trim(), ...(takeBackCounted && { takeBackCounted }) };
  const validate = (text: string): string | null => (text.trim().length < 3 ? said.tooShort : null);
  return (
    <WriteForm
      operation={ResolveBankExceptionDocument}
      {...{
        intention,
        names: ['reason'],
        submit,
        onCancel: close,
        explain: useExplain(exception.id),
        says,
        onDone: onDecided,
      }}
      variables={() => (validate(reason) === null ? { input } : null)}
    >
      {children}
      {isOfCancelledBatch(exception) && <p>{said.othersGo}</p>}
      <TakeBack exception={exception} isTaken={takeBackCounted} onChange={setTakeBack} />
      <Field
        {...{ label: said.reason, name: 'reason', hint: said.reasonHint, maxLength: 500, value: reason, validate }}
        isRequired
        isFirst
        selectsAll
        onChange={setReason}
      />
    </WriteForm>
  );
}

type TakeBackProps = {
  readonly exception: Exception;
  readonly isTaken: boolean;
  readonly onChange: (isTaken: boolean) => void;
};

/** Of two entries under one reference, one may not be the bank's. */
function TakeBack({ exception: { kind, countedPayment }, isTaken, onChange }: TakeBackProps) {
  const said = useTexts(decideTexts);
  if (kind !== 'SAME_REFERENCE' || countedPayment === null) return null;
  return (
    <Select<'KEEP' | 'TAKE'>
      {...{ label: said.takeBack, name: 'takeBackCounted', value: isTaken ? 'TAKE' : 'KEEP' }}
      options={[
        { id: 'KEEP', text: said.takeBackNo },
        { id: 'TAKE', text: said.takeBackYes(countedPayment.reference) },
      ]}
      onChange={(id) => onChange(id === 'TAKE')}
    />
  );
}

/** Why a decision was refused. What is wrong with the reason stands at its field. */
function useExplain(id: string): (refusal: Refusal) => ReactNode | null {
  const said = useTexts(decideTexts);
  // Read again after each answer.
  const { data } = useAsk(ExceptionDocument, { id });
  const now = data?.node?.__typename === 'BankException' ? data.node : null;
  const nameOf = useNameOf();
  const by = now?.resolvedBy ? nameOf(now.resolvedBy, now.resolvedByPerson) : null;
  return (refusal) => {
    const issues = 'issues' in refusal ? (refusal.issues as readonly Pick<Refusal, 'path'>[]) : [refusal];
    const isAt = (name: string): boolean => issues.some(({ path }) => path?.at(-1) === name);
    if (isAt('payment')) return <p>{said.refusedPayment}</p>;
    if (isAt('resolution')) return <p>{said.refusedResolution}</p>;
    return isAt('id') ? <p>{by ? said.refusedBy(by) : said.refusedId}</p> : null;
  };
}
