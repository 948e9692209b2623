import { useMe } from '../../api/me.tsx';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/fields/choice.tsx';
import { DateField } from '../../parts/fields/date-field.tsx';
import { useTexts } from '../../texts/language.tsx';
import styles from './books.module.css';
import { type Books, type BooksSearch, monthOf } from './search.ts';
import { texts } from './texts.ts';

type Props = {
  readonly books: Books;
  /** Suspense is what stands there now. */
  readonly hasPeriod: boolean;
  readonly onChange: (changes: BooksSearch) => void;
};

/** Whose books, and which days. They count at once. */
export function PeriodBar({ books, hasPeriod, onChange }: Props) {
  const said = useTexts(texts);
  const { usableSocietes } = useMe();
  const { idSociete, from, to } = books;
  return (
    <search className={`${styles.period} no-print`} aria-label={said.period}>
      <Select
        {...{ label: said.societe, name: 'societe', value: idSociete }}
        options={usableSocietes.map((id) => ({ id, text: id }))}
        onChange={(societe) => onChange({ societe: societe ?? undefined })}
      />
      {hasPeriod && (
        <>
          <DateField
            {...{ label: said.from, name: 'from', value: from, to }}
            onChange={(day) => day !== null && onChange({ from: day, to })}
          />
          <DateField
            {...{ label: said.to, name: 'to', value: to, from }}
            onChange={(day) => day !== null && onChange({ from, to: day })}
          />
          <div className={styles.months}>
            <Button worksOffline onPress={() => onChange(monthOf(from, -1))}>
              {said.earlier}
            </Button>
            <Button worksOffline onPress={() => onChange(monthOf(from, 1))}>
              {said.later}
            </Button>
          </div>
        </>
      )}
    </search>
  );
}
