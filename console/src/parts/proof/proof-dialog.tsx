import { commonTexts } from '../../texts/common.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { Proof } from './proof.tsx';

type Props = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onDone: () => void;
  readonly onLeave: () => void;
};

/** Asks for a fresh proof, where no form stands around it. */
export function ProofDialog({ title, isOpen, onDone, onLeave }: Props) {
  const common = useTexts(commonTexts);
  return (
    <Dialog title={title} isOpen={isOpen} onOpenChange={(opens) => !opens && onLeave()}>
      {() => (
        <>
          <Proof onDone={onDone} />
          <Button onPress={onLeave} worksOffline>
            {common.cancel}
          </Button>
        </>
      )}
    </Dialog>
  );
}
