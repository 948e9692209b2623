import { useMe } from '../../api/me.tsx';
import { debitWords } from '../../texts/debits.ts';
import { useTexts } from '../../texts/language.tsx';
import { Select } from '../fields/choice.tsx';

type Props = { readonly value: string | null; readonly onChange: (idSociete: string | null) => void };

/** One of the sociétés that the person may work for. */
export function SocieteSelect({ value, onChange }: Props) {
  const { idSociete } = useTexts(debitWords);
  const { usableSocietes } = useMe();
  const options = usableSocietes.map((id) => ({ id, text: id }));
  return <Select label={idSociete} name="idSociete" isRequired {...{ options, value, onChange }} />;
}

/** The one that a form begins with: the first. */
export const useFirstSociete = (): string | null => useMe().usableSocietes[0] ?? null;
