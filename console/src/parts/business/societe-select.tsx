import { useMe } from '../../api/me.tsx';
import { debitWords } from '../../texts/debits.ts';
import { useTexts } from '../../texts/language.tsx';
import { Select } from '../fields/choice.tsx';
import { FilterSelect } from '../filter-bar.tsx';

type Props = { readonly value: string | null; readonly onChange: (idSociete: string | null) => void };

/** One of the sociétés that the person may work for. */
export function SocieteSelect({ value, onChange }: Props) {
  const { idSociete } = useTexts(debitWords);
  const { usableSocietes } = useMe();
  const options = usableSocietes.map((id) => ({ id, text: id }));
  return <Select label={idSociete} name="idSociete" isRequired {...{ options, value, onChange }} />;
}

type FilterProps = {
  readonly value: string | undefined;
  readonly onChange: (filter: { readonly idSociete: string | undefined }) => void;
};

/** One of them, or all. */
export function SocieteFilter({ value, onChange }: FilterProps) {
  const { idSociete: label } = useTexts(debitWords);
  const options = useMe().usableSocietes.map((id) => ({ id, text: id }));
  const change = (idSociete: string | undefined): void => onChange({ idSociete });
  return <FilterSelect {...{ label, name: 'idSociete', options, value }} isFeminine onChange={change} />;
}

/** The one that a form begins with: the first. */
export const useFirstSociete = (): string | null => useMe().usableSocietes[0] ?? null;
