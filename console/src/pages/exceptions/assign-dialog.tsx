import { useState } from 'react';
import { type ExceptionAgreement, ResolveBankExceptionDocument } from '../../generated/operations.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog, type Opened } from '../../parts/dialog/dialog.tsx';
import { moneyText } from '../../parts/values/money.tsx';
import { WriteForm } from '../../parts/write-form.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { decideTexts } from './decide-texts.ts';
import { ReasonField, TakeBack, useExplain } from './decision-parts.tsx';
import type { Exception, FoundPayment } from './exception.ts';
import styles from './exceptions.module.css';
import { texts } from './texts.ts';

type Props = {
  readonly exception: Exception;
  readonly payment: FoundPayment;
  readonly agrees: readonly ExceptionAgreement[];
  readonly isFirst: boolean;
  readonly onDecided: () => void;
  readonly onOpenChange: (isOpen: boolean) => void;
};

/** Assigns the money to a payment. The reason says what agrees, so that Enter is enough. */
export function AssignDialog(props: Props) {
  const said = useTexts(decideTexts);
  const { payment, isFirst, onOpenChange } = props;
  return (
    <Dialog
      title={said.assignTo(payment.reference)}
      onOpenChange={onOpenChange}
      trigger={
        <Button kind={isFirst ? 'primary' : 'quiet'} isSmall label={said.assignTo(payment.reference)}>
          {said.assign}
        </Button>
      }
    >
      {(opened) => <AssignForm {...props} {...opened} />}
    </Dialog>
  );
}

function AssignForm({ exception, payment, agrees, onDecided, close, intention }: Props & Opened) {
  const said = useTexts(decideTexts);
  const { agrees: names } = useTexts(texts);
  const { language } = useLanguage();
  const facts = agrees.map((name) => names[name]).join(', ');
  const [reason, setReason] = useState(facts === '' ? said.byHand : said.agreeing(facts));
  const [takeBackCounted, setTakeBack] = useState(false);
  const { id, amount } = exception;
  return (
    <WriteForm
      operation={ResolveBankExceptionDocument}
      {...{ intention, names: ['reason'], submit: said.assign, onCancel: close, explain: useExplain() }}
      variables={() =>
        reason.trim().length < 3
          ? null
          : {
              input: {
                ...({ id, resolution: 'ASSIGNED', payment: payment.id, reason: reason.trim() } as const),
                ...(takeBackCounted && { takeBackCounted }),
              },
            }
      }
      says={said.assigned(payment.reference)}
      onDone={onDecided}
    >
      <p>
        {said.assignText(moneyText(amount.cents, language), payment.reference)} {said.noUndo}
      </p>
      {amount.cents !== payment.amount.cents && (
        <p className={styles.note}>{said.amountOther(moneyText(payment.amount.cents, language))}</p>
      )}
      <TakeBack exception={exception} isTaken={takeBackCounted} onChange={setTakeBack} />
      <ReasonField value={reason} onChange={setReason} />
    </WriteForm>
  );
}
