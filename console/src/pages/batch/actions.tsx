import { useState } from 'react';
import { CancelBatchDocument, MarkBatchSubmittedDocument } from '../../generated/operations.ts';
import { Button } from '../../parts/button.tsx';
import { ConfirmDialog } from '../../parts/dialog/confirm-dialog.tsx';
import { Dialog, type Opened } from '../../parts/dialog/dialog.tsx';
import { ProvenDownload } from '../../parts/proof/proven-download.tsx';
import { WriteForm } from '../../parts/write-form.tsx';
import { useTexts } from '../../texts/language.tsx';
import styles from './batch.module.css';
import type { Batch } from './batch.ts';
import { texts } from './texts.ts';

type Props = { readonly batch: Batch; readonly reload: () => void };

/** The browser needs a moment to ask for the file. */
const reloadAfterMs = 1500;

/** Download, handed over, cancel: what is next is the blue one. */
export function Actions({ batch, reload }: Props) {
  const said = useTexts(texts);
  const { id, status, file } = batch;
  const isNew = status === 'CREATED' && file.firstDownloadedAt === null;
  return (
    <div className={`${styles.actions} no-print`}>
      {status !== 'CANCELLED' && (
        <ProvenDownload
          href={`/console/direct-debit-batches/${id}/file`}
          title={said.download}
          kind={isNew ? 'primary' : 'quiet'}
          onLoad={() => void setTimeout(reload, reloadAfterMs)}
        />
      )}
      {status === 'CREATED' && <Submit batch={batch} isNext={!isNew} />}
      <Button onPress={() => window.print()}>{said.print}</Button>
      {status === 'CREATED' && <Cancel batch={batch} />}
    </div>
  );
}

function Submit({ batch: { id, file }, isNext }: Pick<Props, 'batch'> & { readonly isNext: boolean }) {
  const said = useTexts(texts);
  return (
    <ConfirmDialog
      title={said.submit}
      trigger={<Button kind={isNext ? 'primary' : 'quiet'}>{said.submit}</Button>}
      operation={MarkBatchSubmittedDocument}
      variables={() => ({ input: { id } })}
      says={said.submitted}
    >
      <p>{said.submitText}</p>
      {file.firstDownloadedAt === null && <p>{said.notDownloaded}</p>}
    </ConfirmDialog>
  );
}

function Cancel({ batch }: Pick<Props, 'batch'>) {
  const said = useTexts(texts);
  return (
    <Dialog title={said.cancel} trigger={<Button kind="danger">{said.cancel}</Button>}>
      {(opened) => <CancelForm {...opened} batch={batch} />}
    </Dialog>
  );
}

/** Where a person decided so, the bank may have the file. */
const collected: ReadonlySet<string> = new Set(['PAID', 'RETURNED', 'REFUNDED']);

function CancelForm({ close, intention, batch: { id, file, outcomes } }: Opened & Pick<Props, 'batch'>) {
  const said = useTexts(texts);
  const [fileWasNotSent, setNotSent] = useState(false);
  const mayBeSent = file.firstDownloadedAt !== null || outcomes.some(({ status }) => collected.has(status));
  return (
    <WriteForm
      operation={CancelBatchDocument}
      {...{ intention, names: [], submit: said.cancel, isDangerous: true, onCancel: close }}
      variables={() => ({ input: { id, ...(fileWasNotSent && { fileWasNotSent }) } })}
      says={said.taken}
    >
      <p>{said.cancelText}</p>
      {mayBeSent && (
        <label className={styles.check}>
          <input
            type="checkbox"
            required
            checked={fileWasNotSent}
            onChange={({ currentTarget }) => setNotSent(currentTarget.checked)}
          />
          <span>{said.notSent}</span>
        </label>
      )}
    </WriteForm>
  );
}
