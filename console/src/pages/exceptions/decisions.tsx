import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog/dialog.tsx';
import { useTexts } from '../../texts/language.tsx';
import { decideTexts } from './decide-texts.ts';
import { ResolveForm } from './decision-parts.tsx';
import type { Exception } from './exception.ts';
import styles from './exceptions.module.css';

type Props = {
  readonly exception: Exception;
  readonly onDecided: () => void;
  readonly onOpenChange: (isOpen: boolean) => void;
};

/** What closes an exception without a payment. */
export function OtherDecisions({ exception, onDecided, onOpenChange }: Props) {
  const { kind, isCredit, paymentInformationId, isUnpaidBlock, isInSuspense } = exception;
  const isFault = kind === 'ENTRY_FAULT' && isCredit && paymentInformationId !== null;
  const isOfBlock = kind === 'BLOCK_DIFFERS' || kind === 'SAME_REFERENCE' || isFault || (isUnpaidBlock && isInSuspense);
  return (
    <div className={styles.others}>
      {isOfBlock && <DecisionDialog {...{ exception, onDecided, onOpenChange }} resolution="COLLECTED" />}
      <DecisionDialog {...{ exception, onDecided, onOpenChange }} resolution="HANDLED" />
    </div>
  );
}

type DecisionProps = Props & { readonly resolution: 'COLLECTED' | 'HANDLED' };

function DecisionDialog({ exception, resolution, onDecided, onOpenChange }: DecisionProps) {
  const said = useTexts(decideTexts);
  const title = resolution === 'COLLECTED' ? said.collected : said.handled;
  return (
    <Dialog title={title} onOpenChange={onOpenChange} trigger={<Button>{title}</Button>}>
      {(opened) => (
        <ResolveForm
          {...opened}
          {...{ exception, decision: { resolution }, firstReason: '', submit: title, says: said.closed, onDecided }}
        >
          <p>
            {resolution === 'COLLECTED' ? said.collectedText : said.handledText} {said.noUndo}
          </p>
        </ResolveForm>
      )}
    </Dialog>
  );
}
