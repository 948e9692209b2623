import { ReplayWebhookDeliveryDocument } from '../../generated/operations.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { announce } from '../../parts/toast.tsx';
import { WriteForm } from '../../parts/write-form.tsx';
import { useTexts } from '../../texts/language.tsx';
import { writeTexts } from './write-texts.ts';

/** Sends one webhook again. */
export function ReplayDialog({ id }: { readonly id: string }) {
  const said = useTexts(writeTexts);
  return (
    <Dialog title={said.replay} trigger={<Button kind="primary">{said.replay}</Button>}>
      {({ close, intention }) => (
        <WriteForm
          operation={ReplayWebhookDeliveryDocument}
          {...{ intention, names: [], submit: said.replay, onCancel: close }}
          variables={() => ({ input: { id } })}
          onDone={() => {
            announce(said.replayed);
            close();
          }}
        >
          <p>{said.replayText}</p>
        </WriteForm>
      )}
    </Dialog>
  );
}
