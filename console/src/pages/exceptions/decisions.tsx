import { useState } from 'react';
import { ResolveBankExceptionDocument } from '../../generated/operations.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog, type Opened } from '../../parts/dialog/dialog.tsx';
import { WriteForm } from '../../parts/write-form.tsx';
import { useTexts } from '../../texts/language.tsx';
import { decideTexts } from './decide-texts.ts';
import { ReasonField, TakeBack, useExplain } from './decision-parts.tsx';
import type { Exception } from './exception.ts';
import styles from './exceptions.module.css';

type Props = {
  readonly exception: Exception;
  readonly onDecided: () => void;
  readonly onOpenChange: (isOpen: boolean) => void;
};

/** What closes an exception without a payment. */
export function OtherDecisions({ exception, onDecided, onOpenChange }: Props) {
  const { kind } = exception;
  const isOfBlock = kind === 'BLOCK_DIFFERS' || kind === 'SAME_REFERENCE';
  return (
    <div className={styles.others}>
      {isOfBlock && <DecisionDialog {...{ exception, onDecided, onOpenChange }} resolution="COLLECTED" />}
      <DecisionDialog {...{ exception, onDecided, onOpenChange }} resolution="HANDLED" />
    </div>
  );
}

type DecisionProps = Props & { readonly resolution: 'COLLECTED' | 'HANDLED' };

function DecisionDialog(props: DecisionProps) {
  const said = useTexts(decideTexts);
  const title = props.resolution === 'COLLECTED' ? said.collected : said.handled;
  return (
    <Dialog title={title} onOpenChange={props.onOpenChange} trigger={<Button>{title}</Button>}>
      {(opened) => <DecisionForm {...props} {...opened} title={title} />}
    </Dialog>
  );
}

function DecisionForm(props: DecisionProps & Opened & { readonly title: string }) {
  const { exception, resolution, onDecided, close, intention, title } = props;
  const said = useTexts(decideTexts);
  const [reason, setReason] = useState('');
  const [takeBackCounted, setTakeBack] = useState(false);
  return (
    <WriteForm
      operation={ResolveBankExceptionDocument}
      {...{ intention, names: ['reason'], submit: title, onCancel: close, explain: useExplain() }}
      variables={() =>
        reason.trim().length < 3
          ? null
          : {
              input: {
                ...{ id: exception.id, resolution, reason: reason.trim() },
                ...(takeBackCounted && { takeBackCounted }),
              },
            }
      }
      says={said.closed}
      onDone={onDecided}
    >
      <p>
        {resolution === 'COLLECTED' ? said.collectedText : said.handledText} {said.noUndo}
      </p>
      <TakeBack exception={exception} isTaken={takeBackCounted} onChange={setTakeBack} />
      <ReasonField value={reason} onChange={setReason} />
    </WriteForm>
  );
}
