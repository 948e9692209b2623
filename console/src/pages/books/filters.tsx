import { useState } from 'react';
import { Field } from '../../parts/fields/field.tsx';
import { FilterSelect } from '../../parts/filter-bar.tsx';
import { FilterForm, FilterGrid } from '../../parts/filter-form.tsx';
import { useTexts } from '../../texts/language.tsx';
import { type BooksSearch, kinds } from './search.ts';
import { texts } from './texts.ts';

type Props = { readonly search: BooksSearch; readonly onApply: (search: BooksSearch) => void };

/** What the journal is narrowed to, besides société and period. It counts when it is applied. */
export function Filters({ search, onApply }: Props) {
  const said = useTexts(texts);
  const { account, number, kind, payment } = search;
  const [draft, setDraft] = useState<BooksSearch>({ account, number, kind, payment });
  const field = (name: 'account' | 'number' | 'payment') => ({
    ...{ name, label: said[name], value: draft[name] ?? '', maxLength: 40 },
    onChange: (text: string) => setDraft({ ...draft, [name]: text.trim() === '' ? undefined : text.trim() }),
  });
  return (
    <FilterForm texts={said} onApply={() => onApply(draft)} onClear={() => onApply({})}>
      <FilterGrid>
        <Field {...field('account')} inputMode="numeric" isFirst />
        <Field {...field('number')} inputMode="numeric" />
        <FilterSelect
          {...{ label: said.kind, name: 'kind', value: draft.kind }}
          isFeminine
          options={kinds.map((id) => ({ id, text: said.kinds[id] }))}
          onChange={(chosen) => setDraft({ ...draft, kind: chosen })}
        />
        <Field {...field('payment')} placeholder="pay_…" />
      </FilterGrid>
    </FilterForm>
  );
}
