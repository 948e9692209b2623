import { ReplayWebhookDeliveryDocument } from '../../generated/operations.ts';
import { Button } from '../../parts/button.tsx';
import { ConfirmDialog } from '../../parts/dialog/confirm-dialog.tsx';
import { useTexts } from '../../texts/language.tsx';
import { writeTexts } from './write-texts.ts';

/** Sends one webhook again. */
export function ReplayDialog({ id }: { readonly id: string }) {
  const said = useTexts(writeTexts);
  return (
    <ConfirmDialog
      title={said.replay}
      trigger={<Button kind="primary">{said.replay}</Button>}
      operation={ReplayWebhookDeliveryDocument}
      variables={() => ({ input: { id } })}
      says={said.replayed}
    >
      <p>{said.replayText}</p>
    </ConfirmDialog>
  );
}
