import { useState } from 'react';
import { emptyOf } from '../../api/address.ts';
import { useMe } from '../../api/me.tsx';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/fields/choice.tsx';
import { Choices } from '../../parts/fields/choices.tsx';
import { DayFilters } from '../../parts/fields/date-field.tsx';
import { Field } from '../../parts/fields/field.tsx';
import { AmountFilters } from '../../parts/fields/money-field.tsx';
import { FilterForm, FilterGrid } from '../../parts/filter-form.tsx';
import { daysBefore } from '../../parts/lists/paris-days.ts';
import { todayInParis } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import { targets, vocabulary } from '../../texts/vocabulary.ts';
import styles from './payments.module.css';
import {
  amountFilters,
  dayFilters,
  type PaymentsSearch,
  reads,
  sorts,
  statuses,
  textFilters,
  types,
} from './search.ts';
import { texts } from './texts.ts';

type Props = {
  readonly search: PaymentsSearch;
  readonly onApply: (search: PaymentsSearch) => void;
  readonly onClose: () => void;
};

/** Every filter of the list. They count when they are applied, and then stand in the address. */
export function Filters({ search, onApply, onClose }: Props) {
  const said = useTexts(texts);
  const words = useTexts(vocabulary);
  const { usableSocietes } = useMe();
  // The heading of a column sorts too, while the form is open.
  const { sort, ...narrowed } = search;
  const [draft, setDraft] = useState<PaymentsSearch>(narrowed);
  const change = (changes: PaymentsSearch): void => setDraft({ ...draft, ...changes });
  const orNone = <Name extends string>(names: readonly Name[]) => (names.length === 0 ? undefined : names);
  return (
    <FilterForm
      texts={said}
      onApply={() => onApply({ sort, ...draft })}
      onClear={() => onApply(emptyOf(reads))}
      close={{ text: said.closeFilters, onPress: onClose }}
    >
      <Choices
        {...{ label: said.status, names: statuses, texts: words.status, chosen: draft.status ?? [] }}
        onChange={(names) => change({ status: orNone(names) })}
      />
      <div className={styles.pair}>
        <Choices
          {...{ label: said.target, names: targets, texts: words.target, chosen: draft.paymentTarget ?? [] }}
          onChange={(names) => change({ paymentTarget: orNone(names) })}
        />
        <Choices
          {...{ label: said.means, names: types, texts: words.type, chosen: draft.paymentType ?? [] }}
          onChange={(names) => change({ paymentType: orNone(names) })}
        />
      </div>
      <Periods onChoose={change} />
      <FilterGrid>
        <DayFilters names={dayFilters} labels={said.filterNames} values={draft} onChange={change} />
        <AmountFilters names={amountFilters} labels={said.filterNames} values={draft} onChange={change} />
        {textFilters.map((name) => (
          <Field
            key={name}
            {...{ name, label: said.filterNames[name], value: draft[name] ?? '', maxLength: 64 }}
            {...(name === 'idSociete' && { offers: usableSocietes })}
            onChange={(text) => change({ [name]: text === '' ? undefined : text })}
          />
        ))}
        <Select
          {...{ name: 'sort', label: said.sort, value: draft.sort ?? sort ?? 'NEWEST' }}
          options={sorts.map((id) => ({ id, text: said.sorts[id] }))}
          onChange={(chosen) => change({ sort: chosen ?? undefined })}
        />
      </FilterGrid>
    </FilterForm>
  );
}

/** The usual spans of days, in Paris. */
function Periods({ onChoose }: { readonly onChoose: (days: PaymentsSearch) => void }) {
  const said = useTexts(texts);
  return (
    <div className={styles.periods}>
      {[0, 6, 29].map((days) => (
        <Button
          key={days}
          isSmall
          onPress={() => onChoose({ createdFrom: daysBefore(todayInParis(), days), createdTo: todayInParis() })}
        >
          {said.period(days + 1)}
        </Button>
      ))}
    </div>
  );
}
