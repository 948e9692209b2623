import { useState } from 'react';
import { isProven } from '../../api/proof.ts';
import { Button } from '../button.tsx';
import { FaultText } from '../states.tsx';
import { ProofDialog } from './proof-dialog.tsx';

type Props = {
  readonly href: string;
  readonly title: string;
  readonly kind?: 'primary' | 'quiet';
  /** The browser asks for the file now. */
  readonly onLoad?: () => void;
};

/** A file that names people: it needs a fresh proof. */
export function ProvenDownload({ href, title, kind = 'quiet', onLoad }: Props) {
  const [state, setState] = useState<'READY' | 'LOOKS' | 'ASKS'>('READY');
  const [fault, setFault] = useState<Error | null>(null);
  const load = (): void => {
    setState('READY');
    download(href);
    onLoad?.();
  };
  const press = (): void => {
    setState('LOOKS');
    setFault(null);
    isProven().then(
      (isFresh) => (isFresh ? load() : setState('ASKS')),
      (error: Error) => {
        setState('READY');
        setFault(error);
      },
    );
  };
  return (
    <>
      <Button kind={kind} isPending={state === 'LOOKS'} onPress={press}>
        {title}
      </Button>
      {fault && (
        <div role="alert">
          <FaultText fault={fault} />
        </div>
      )}
      <ProofDialog title={title} isOpen={state === 'ASKS'} onDone={load} onLeave={() => setState('READY')} />
    </>
  );
}

function download(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = '';
  link.click();
}
