import { hasOne } from '../../api/address.ts';
import { Chips, chipsOf } from '../../parts/chips.tsx';
import { moneyText } from '../../parts/values/money.tsx';
import { whenText } from '../../parts/values/when.tsx';
import { exceptionKinds } from '../../texts/exception-kinds.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import styles from './exceptions.module.css';
import { type ExceptionsSearch, filters } from './search.ts';
import { texts } from './texts.ts';

type Props = { readonly search: ExceptionsSearch; readonly onChange: (changes: ExceptionsSearch) => void };

/** What the list is narrowed to. */
export function ActiveFilters({ search, onChange }: Props) {
  const said = useTexts(texts);
  const kindNames = useTexts(exceptionKinds);
  const { language } = useLanguage();
  if (!hasOne(filters, search)) return null;
  const { status, kind, idSociete, text, bankFile, bookedFrom, bookedTo, amountFrom, amountTo } = search;
  const day = (value: string): string => whenText(value, language, 'day');
  const money = (value: number | undefined) => (value === undefined ? undefined : moneyText(value, language));
  const given = {
    ...{ status: status && said.statuses[status], kind: kind && kindNames[kind], idSociete, text },
    ...{ bankFile: bankFile && said.ofFile, bookedFrom: bookedFrom && day(bookedFrom) },
    ...{ bookedTo: bookedTo && day(bookedTo), amountFrom: money(amountFrom), amountTo: money(amountTo) },
  };
  // These say themselves what they are.
  const labels = { ...said, idSociete: said.societe, status: '', kind: '', bankFile: '' };
  return (
    <div className={styles.bar}>
      <Chips label={said.filters} chips={chipsOf(given, labels, onChange)} removeText={said.removeFilter} />
    </div>
  );
}
