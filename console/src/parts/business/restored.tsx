import { useMe } from '../../api/me.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { words } from '../../texts/words.ts';
import { Sentence } from '../object-page.tsx';
import { Status } from '../values/status.tsx';
import { whenText } from '../values/when.tsx';

const texts = words({
  restored: { fr: 'Base restaurée', en: 'Database restored' },
  between: {
    fr: (at: string, until: string | null) =>
      `le ${at}, ${until === null ? 'à un état antérieur' : `dans son état du ${until}`}\u00a0: ce qui s’est fait entre-temps peut y manquer.`,
    en: (at, until) =>
      `on ${at}, ${until === null ? 'to an earlier state' : `as it was on ${until}`}: what was done in between may be missing.`,
  },
  refund: {
    fr: 'Avant de rendre de l’argent, vérifiez à la banque que ce n’est pas déjà fait.',
    en: 'Before you give money back, make sure at the bank that this was not done already.',
  },
  batch: {
    fr: 'Avant de préparer ou de remettre un fichier, cherchez à la banque ceux qu’elle a reçus\u00a0: leurs prélèvements partiraient deux fois.',
    en: 'Before you make or hand over a file, look at the bank for those that it has: their debits would be collected twice.',
  },
});

/**
 * When the database came back, and as it was when, until a person has compared it with the banks. Null: there is nothing
 * to compare, or what was made at `madeAt` is younger.
 */
export function useRestored(madeAt?: string): readonly [at: string, until: string | null] | null {
  const { language } = useLanguage();
  const { restoreToCompare: restore } = useMe();
  if (!restore || (madeAt !== undefined && madeAt >= restore.restoredAt)) return null;
  const { restoredAt, knownUntil } = restore;
  return [whenText(restoredAt, language), knownUntil && whenText(knownUntil, language)];
}

type Props = {
  readonly about: 'refund' | 'batch';
  /** Of the payment. A batch that was made since the restore may hold debits of a file that is missing here. */
  readonly madeAt?: string;
};

/** Beside what may be done twice. */
export function Restored({ about, madeAt }: Props) {
  const said = useTexts(texts);
  const restored = useRestored(madeAt);
  if (!restored) return null;
  return (
    <Sentence isInDoubt>
      <Status tone="doubt">{said.restored}</Status> {said.between(...restored)} {said[about]}
    </Sentence>
  );
}
