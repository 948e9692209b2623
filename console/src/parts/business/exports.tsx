import { useTexts } from '../../texts/language.tsx';
import { words } from '../../texts/words.ts';
import { LinkButton } from '../link-button.tsx';
import { ProvenDownload } from '../proof/proven-download.tsx';

const texts = words({
  export: { fr: 'Exporter', en: 'Export' },
  withNames: { fr: 'Exporter avec les noms', en: 'Export with names' },
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
      {hasNames && <ProvenDownload href={`${href}&names=true`} title={said.withNames} />}
    </>
  );
}
