import { useState } from 'react';
import { useGo } from '../../api/use-go.ts';
import { ReverseJournalEntryDocument } from '../../generated/operations.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog, type Opened } from '../../parts/dialog/dialog.tsx';
import { Field } from '../../parts/fields/field.tsx';
import { WriteForm } from '../../parts/write-form.tsx';
import { useTexts } from '../../texts/language.tsx';
import { entryTexts } from './entry-texts.ts';

/** Undoes an entry by its mirror image, with a reason, and shows that one. */
export function ReverseDialog({ id, reason }: { readonly id: string; readonly reason: string | null }) {
  const said = useTexts(entryTexts);
  return (
    <Dialog
      title={said.reverse}
      trigger={
        <Button kind="danger" reason={reason}>
          {said.reverse}
        </Button>
      }
    >
      {(opened) => <ReverseForm {...opened} id={id} />}
    </Dialog>
  );
}

function ReverseForm({ close, intention, id }: Opened & { readonly id: string }) {
  const said = useTexts(entryTexts);
  const go = useGo();
  const [reason, setReason] = useState('');
  return (
    <WriteForm
      operation={ReverseJournalEntryDocument}
      {...{ intention, names: ['reason'], submit: said.reverse, onCancel: close }}
      isDangerous
      variables={() => (reason.trim() === '' ? null : { input: { id, reason: reason.trim() } })}
      says={said.reversed}
      onDone={({ entry }) => go(`/books/${entry.id}`)}
    >
      <p>{said.reverseText}</p>
      <Field
        {...{ label: said.reason, name: 'reason', hint: said.reasonHint, maxLength: 200 }}
        isRequired
        isFirst
        value={reason}
        onChange={setReason}
      />
    </WriteForm>
  );
}
