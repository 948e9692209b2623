import { type Chip, Chips } from '../../parts/chips.tsx';
import { moneyText } from '../../parts/values/money.tsx';
import { whenText } from '../../parts/values/when.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { vocabulary } from '../../texts/vocabulary.ts';
import { amountFilters, dayFilters, type PaymentsSearch, textFilters } from './search.ts';
import { texts } from './texts.ts';

type Props = { readonly search: PaymentsSearch; readonly onChange: (changes: PaymentsSearch) => void };

/** What the list is narrowed to. */
export function ActiveFilters({ search, onChange }: Props) {
  const said = useTexts(texts);
  const words = useTexts(vocabulary);
  const { language } = useLanguage();
  const some = <Name extends string>(
    name: 'status' | 'paymentTarget' | 'paymentType',
    chosen: readonly Name[] = [],
    names: Readonly<Record<Name, string>>,
  ): Chip[] =>
    chosen.map((one) => {
      const rest = chosen.filter((other) => other !== one);
      return { id: one, text: names[one], remove: () => onChange({ [name]: rest.length > 0 ? rest : undefined }) };
    });
  const one = (name: keyof typeof said.filterNames, value: string | undefined): Chip[] =>
    value === undefined
      ? []
      : [{ id: name, text: `${said.filterNames[name]} ${value}`, remove: () => onChange({ [name]: undefined }) }];
  const chips = [
    ...some('status', search.status, words.status),
    ...some('paymentTarget', search.paymentTarget, words.target),
    ...some('paymentType', search.paymentType, words.type),
    ...dayFilters.flatMap((name) => one(name, search[name] && whenText(search[name], language, 'day'))),
    ...amountFilters.flatMap((name) =>
      one(name, search[name] === undefined ? undefined : moneyText(search[name], language)),
    ),
    ...textFilters.flatMap((name) => one(name, search[name])),
    ...(search.sort === 'DUE' ? [{ id: 'sort', text: said.haveDue, remove: () => onChange({ sort: undefined }) }] : []),
  ];
  return <Chips label={said.filters} chips={chips} removeText={said.removeFilter} />;
}
