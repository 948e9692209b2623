import { useState } from 'react';
import { DayFilters } from '../../parts/fields/date-field.tsx';
import { Field } from '../../parts/fields/field.tsx';
import { FilterSelect } from '../../parts/filter-bar.tsx';
import { FilterForm, FilterGrid } from '../../parts/filter-form.tsx';
import { useTexts } from '../../texts/language.tsx';
import { actionNames } from './actions.ts';
import { type AuditSearch, dayFilters, outcomes } from './search.ts';
import { texts } from './texts.ts';

type Props = { readonly search: AuditSearch; readonly onApply: (search: AuditSearch) => void };

/** Who, what, to what, when and how it ended. They count when they are applied. */
export function Filters({ search, onApply }: Props) {
  const said = useTexts(texts);
  const names = useTexts(actionNames);
  const [draft, setDraft] = useState(search);
  const change = (changes: AuditSearch): void => setDraft({ ...draft, ...changes });
  const field = (name: 'actor' | 'object') => ({
    ...{ name, label: said[name], hint: said[`${name}Hint`], value: draft[name] ?? '', maxLength: 200 },
    onChange: (text: string) => change({ [name]: text === '' ? undefined : text }),
  });
  const known = Object.entries(names).map(([id, text]) => ({ id, text }));
  const { action: other } = search;
  // An address may name an action of a command.
  const actions = other === undefined || other in names ? known : [...known, { id: other, text: other }];
  return (
    <FilterForm texts={said} onApply={() => onApply(draft)} onClear={() => onApply({})}>
      <FilterGrid>
        <Field {...field('actor')} isFirst />
        <FilterSelect
          {...{ label: said.action, name: 'action', options: actions, value: draft.action }}
          isFeminine
          onChange={(action) => change({ action })}
        />
        <Field {...field('object')} />
        <FilterSelect
          {...{ label: said.outcome, name: 'outcome', value: draft.outcome }}
          isFeminine
          options={outcomes.map((id) => ({ id, text: said.outcomes[id] }))}
          onChange={(outcome) => change({ outcome })}
        />
        <DayFilters names={dayFilters} labels={said} values={draft} onChange={change} />
      </FilterGrid>
    </FilterForm>
  );
}
