import { hasOne } from '../../api/address.ts';
import { type Chip, Chips } from '../../parts/chips.tsx';
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
  const money = (value: number): string => moneyText(value, language);
  const named = (name: keyof ExceptionsSearch, value: string | false | undefined): Chip[] =>
    value === undefined || value === false
      ? []
      : [{ id: name, text: value, remove: () => onChange({ [name]: undefined }) }];
  const chips = [
    ...named('status', status && said.statuses[status]),
    ...named('kind', kind && kindNames[kind]),
    ...named('idSociete', idSociete && `${said.societe} ${idSociete}`),
    ...named('text', text && `${said.text} ${text}`),
    ...named('bankFile', bankFile && said.ofFile),
    ...named('bookedFrom', bookedFrom && `${said.bookedFrom} ${day(bookedFrom)}`),
    ...named('bookedTo', bookedTo && `${said.bookedTo} ${day(bookedTo)}`),
    ...named('amountFrom', amountFrom !== undefined && `${said.amountFrom} ${money(amountFrom)}`),
    ...named('amountTo', amountTo !== undefined && `${said.amountTo} ${money(amountTo)}`),
  ];
  return (
    <div className={styles.bar}>
      <Chips label={said.filters} chips={chips} removeText={said.removeFilter} />
    </div>
  );
}
