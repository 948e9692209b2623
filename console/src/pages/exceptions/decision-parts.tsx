import type { ReactNode } from 'react';
import type { Refusal } from '../../api/refusals.ts';
import { Select } from '../../parts/fields/choice.tsx';
import { Field } from '../../parts/fields/field.tsx';
import { useTexts } from '../../texts/language.tsx';
import { decideTexts } from './decide-texts.ts';
import type { Exception } from './exception.ts';

type ReasonProps = { readonly value: string; readonly onChange: (value: string) => void };

/** Why: it is kept with the person's name. */
export function ReasonField({ value, onChange }: ReasonProps) {
  const said = useTexts(decideTexts);
  return (
    <Field
      {...{ label: said.reason, name: 'reason', hint: said.reasonHint, maxLength: 500, value, onChange }}
      isRequired
      isFirst
      selectsAll
      validate={(text) => (text.trim().length < 3 ? said.tooShort : null)}
    />
  );
}

type TakeBackProps = {
  readonly exception: Exception;
  readonly isTaken: boolean;
  readonly onChange: (isTaken: boolean) => void;
};

/** Of two entries under one reference, one may not be the bank's. */
export function TakeBack({ exception: { kind, countedPayment }, isTaken, onChange }: TakeBackProps) {
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
export function useExplain(): (refusal: Refusal) => ReactNode | null {
  const said = useTexts(decideTexts);
  return (refusal) => {
    const issues = 'issues' in refusal ? (refusal.issues as readonly Pick<Refusal, 'path'>[]) : [refusal];
    const isAt = (name: string): boolean => issues.some(({ path }) => path?.at(-1) === name);
    if (isAt('payment')) return <p>{said.refusedPayment}</p>;
    if (isAt('resolution')) return <p>{said.refusedResolution}</p>;
    return isAt('id') ? <p>{said.refusedId}</p> : null;
  };
}
