import type { ExceptionAgreement } from '../../generated/operations.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog, type Opened } from '../../parts/dialog/dialog.tsx';
import { moneyText } from '../../parts/values/money.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { decideTexts } from './decide-texts.ts';
import { ResolveForm } from './decision-parts.tsx';
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
  const { amount } = exception;
  return (
    <ResolveForm
      {...{ exception, onDecided, close, intention }}
      decision={{ resolution: 'ASSIGNED', payment: payment.id }}
      firstReason={facts === '' ? said.byHand : said.agreeing(facts)}
      submit={said.assign}
      says={said.assigned(payment.reference)}
    >
      <p>
        {said.assignText(moneyText(amount.cents, language), payment.reference)} {said.noUndo}
      </p>
      {amount.cents !== payment.amount.cents && (
        <p className={styles.note}>{said.amountOther(moneyText(payment.amount.cents, language))}</p>
      )}
    </ResolveForm>
  );
}
