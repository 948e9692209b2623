import { useEffect, useState } from 'react';
import { useMe } from '../../api/me.tsx';
import { ConfirmBankFileDocument, RejectBankFileDocument } from '../../generated/operations.ts';
import { fileName } from '../../parts/business/file-name.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog, type Opened } from '../../parts/dialog/dialog.tsx';
import { Field } from '../../parts/fields/field.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import { WriteForm } from '../../parts/write-form.tsx';
import { useTexts } from '../../texts/language.tsx';
import styles from './bank-files.module.css';
import type { File } from './file.ts';
import { fileTexts } from './file-texts.ts';
import { Preview } from './preview.tsx';
import { checkStoredFile, type FileCheck } from './send-file.ts';

/** A person looks at what it would do, and confirms or rejects it: not the one who brought it. */
export function Waiting({ file: { id, name, receivedByPerson } }: { readonly file: File }) {
  const said = useTexts(fileTexts);
  const { person } = useMe();
  const isOwn = person !== null && person.id === receivedByPerson?.id;
  return (
    <Panel
      title={said.checkTitle(fileName(name))}
      actions={
        !isOwn && (
          <span className={styles.decide}>
            <Dialog title={said.reject} trigger={<Button kind="danger">{said.reject}</Button>}>
              {(opened) => <RejectForm {...opened} id={id} />}
            </Dialog>
            <Dialog title={said.confirm} trigger={<Button kind="primary">{said.confirm}</Button>}>
              {(opened) => <ConfirmForm {...opened} id={id} />}
            </Dialog>
          </span>
        )
      }
    >
      <p className={styles.text}>{said.waitText}</p>
      <StoredPreview id={id} />
    </Panel>
  );
}

function StoredPreview({ id }: { readonly id: string }) {
  const [check, setCheck] = useState<FileCheck | null>(null);
  const [fault, setFault] = useState<Error | null>(null);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    const controller = new AbortController();
    setFault(null);
    checkStoredFile(id, { signal: controller.signal }).then(setCheck, (error: Error) => {
      if (!controller.signal.aborted) setFault(error);
    });
    return () => controller.abort();
  }, [id, tries]);
  if (fault) return <ErrorState fault={fault} retry={() => setTries(tries + 1)} />;
  return check === null ? <Skeleton lines={5} /> : <Preview check={check} />;
}

type FormProps = Opened & { readonly id: string };

function ConfirmForm({ id, close, intention }: FormProps) {
  const said = useTexts(fileTexts);
  return (
    <WriteForm
      operation={ConfirmBankFileDocument}
      {...{ intention, names: [], submit: said.confirm, onCancel: close }}
      variables={() => ({ input: { id } })}
      says={said.confirmed}
    >
      <p>{said.confirmText}</p>
    </WriteForm>
  );
}

function RejectForm({ id, close, intention }: FormProps) {
  const said = useTexts(fileTexts);
  const [reason, setReason] = useState('');
  return (
    <WriteForm
      operation={RejectBankFileDocument}
      {...{ intention, names: ['reason'], submit: said.reject, onCancel: close }}
      isDangerous
      variables={() => (reason.trim().length < 3 ? null : { input: { id, reason: reason.trim() } })}
      says={said.rejected}
    >
      <p>{said.rejectText}</p>
      <Field
        {...{ label: said.rejectReason, name: 'reason', hint: said.rejectHint, maxLength: 200, value: reason }}
        isRequired
        isFirst
        onChange={setReason}
        validate={(text) => (text.trim().length < 3 ? said.rejectHint : null)}
      />
    </WriteForm>
  );
}
