import { useState } from 'react';
import { isProven } from '../../api/proof.ts';
import { useTexts } from '../../texts/language.tsx';
import { words } from '../../texts/words.ts';
import { Button } from '../button.tsx';
import { LinkButton } from '../link-button.tsx';
import { ProofDialog } from '../proof/proof-dialog.tsx';
import { FaultText } from '../states.tsx';

const texts = words({
  fr: { export: 'Exporter', withNames: 'Exporter avec les noms' },
  en: { export: 'Export', withNames: 'Export with names' },
});

type Props = {
  /** Of the list as a file, with its filters. */
  readonly href: string;
  /** Left out: the person sees no names in this list. */
  readonly hasNames?: boolean;
};

/** The list as a file. A file that names people needs a fresh proof. */
export function Exports({ href, hasNames = false }: Props) {
  const said = useTexts(texts);
  return (
    <>
      <LinkButton isDownload href={href}>
        {said.export}
      </LinkButton>
      {hasNames && <NamedExport href={`${href}&names=true`} title={said.withNames} />}
    </>
  );
}

function NamedExport({ href, title }: { readonly href: string; readonly title: string }) {
  const [state, setState] = useState<'READY' | 'LOOKS' | 'ASKS'>('READY');
  const [fault, setFault] = useState<Error | null>(null);
  const load = (): void => {
    setState('READY');
    download(href);
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
      <Button isPending={state === 'LOOKS'} onPress={press}>
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
