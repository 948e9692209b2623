import { Intention } from '@reglement/client';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../../api/me.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { useKey } from '../keys.ts';
import { Skeleton } from '../states.tsx';
import { chequeTexts } from './cheque-texts.ts';
import type { ChequesProps } from './cheques.tsx';

/** Its fields are half of what a list loads. */
const Cheques = lazy(async () => ({ default: (await import('./cheques.tsx')).Cheques }));

/** Cheques, one after the other: `N` opens it, Enter records one and asks for the next. */
export function RecordCheque(given: Omit<ChequesProps, 'close' | 'intention'>) {
  const said = useTexts(chequeTexts);
  const [isOpen, setOpen] = useState(false);
  // It outlives the fields: a cheque whose answer was lost and that is typed again is booked once.
  const [intention] = useState(() => new Intention());
  const open = (): void => {
    if (!intention.isUnknown) intention.renew();
    setOpen(true);
  };
  const mayBook = useMay('book');
  const mayInitiate = useMay('initiate');
  const isAllowed = mayBook && mayInitiate;
  useKey('n', () => isAllowed && open());
  if (!isAllowed) return null;
  return (
    <>
      <Button onPress={open}>{said.button}</Button>
      <Dialog title={said.title} isWide isOpen={isOpen} onOpenChange={setOpen}>
        {({ close }) => (
          <Suspense fallback={<Skeleton lines={6} />}>
            <Cheques {...given} {...{ close, intention }} />
          </Suspense>
        )}
      </Dialog>
    </>
  );
}
