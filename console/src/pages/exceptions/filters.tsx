import { useState } from 'react';
import { emptyOf } from '../../api/address.ts';
import { useMe } from '../../api/me.tsx';
import type { BankExceptionKind, BankExceptionStatus } from '../../generated/operations.ts';
import { Select } from '../../parts/fields/choice.tsx';
import { DayFilters } from '../../parts/fields/date-field.tsx';
import { Field } from '../../parts/fields/field.tsx';
import { AmountFilters } from '../../parts/fields/money-field.tsx';
import { FilterForm, FilterGrid } from '../../parts/filter-form.tsx';
import { exceptionKinds } from '../../texts/exception-kinds.ts';
import { useTexts } from '../../texts/language.tsx';
import { type ExceptionsSearch, filters, kinds, statuses } from './search.ts';
import { texts } from './texts.ts';

type Props = {
  readonly search: ExceptionsSearch;
  readonly onApply: (search: ExceptionsSearch) => void;
  readonly onClose: () => void;
};

/** They count when they are applied, and then stand in the address. */
export function Filters({ search, onApply, onClose }: Props) {
  const said = useTexts(texts);
  const kindNames = useTexts(exceptionKinds);
  const { usableSocietes } = useMe();
  const [draft, setDraft] = useState(search);
  const change = (changes: ExceptionsSearch): void => setDraft({ ...draft, ...changes });
  const texted = (name: 'idSociete' | 'text', label: string, hint?: string) => (
    <Field
      {...{ name, label, value: draft[name] ?? '', maxLength: 64, ...(hint !== undefined && { hint }) }}
      {...(name === 'idSociete' && { offers: usableSocietes })}
      onChange={(text) => change({ [name]: text === '' ? undefined : text })}
    />
  );
  return (
    <FilterForm
      texts={said}
      onApply={() => onApply(draft)}
      onClear={() => onApply(emptyOf(filters))}
      close={{ text: said.closeFilters, onPress: onClose }}
    >
      <FilterGrid>
        <Select<BankExceptionStatus>
          {...{ name: 'status', label: said.status, value: draft.status ?? 'OPEN' }}
          options={statuses.map((id) => ({ id, text: said.statuses[id] }))}
          onChange={(status) => change({ status: status === 'OPEN' || status === null ? undefined : status })}
        />
        <Select<BankExceptionKind | 'ANY'>
          {...{ name: 'kind', label: said.kind, value: draft.kind ?? 'ANY' }}
          options={[{ id: 'ANY', text: said.any }, ...kinds.map((id) => ({ id, text: kindNames[id] }))]}
          onChange={(kind) => change({ kind: kind === 'ANY' || kind === null ? undefined : kind })}
        />
        {texted('idSociete', said.societe)}
        {texted('text', said.text, said.textHint)}
        <DayFilters names={['bookedFrom', 'bookedTo']} labels={said} values={draft} onChange={change} />
        <AmountFilters names={['amountFrom', 'amountTo']} labels={said} values={draft} onChange={change} />
      </FilterGrid>
    </FilterForm>
  );
}
