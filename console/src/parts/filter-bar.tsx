import { type ReactNode, useEffect, useState } from 'react';
import { commonTexts } from '../texts/common.ts';
import { useTexts } from '../texts/language.tsx';
import { type Option, Select } from './fields/choice.tsx';
import { Field } from './fields/field.tsx';
import styles from './filter-bar.module.css';
import { useSettled } from './hooks/use-settled.ts';

/** Fields that narrow a list at once, in a row above it. */
export function FilterBar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <search className={`${styles.bar} no-print`} aria-label={label}>
      {children}
    </search>
  );
}

type SelectProps<Id extends string> = {
  readonly label: string;
  readonly name: string;
  readonly options: readonly Option<Id>[];
  readonly value: Id | undefined;
  /** The French label is feminine: “Société : Toutes”. */
  readonly isFeminine?: boolean;
  readonly onChange: (id: Id | undefined) => void;
};

/** One of a few, or all. */
export function FilterSelect<Id extends string>({ options, value, isFeminine, onChange, ...field }: SelectProps<Id>) {
  const { all, allFeminine } = useTexts(commonTexts);
  const choices: readonly Option[] = [{ id: 'ALL', text: isFeminine ? allFeminine : all }, ...options];
  return (
    <Select
      {...field}
      options={choices}
      value={value ?? 'ALL'}
      onChange={(id) => onChange(id === 'ALL' || id === null ? undefined : (id as Id))}
    />
  );
}

const typingMs = 250;

type SearchProps = { readonly label: string; readonly onSearch: (text: string) => void };

/** Searches while one types. The text is not kept in the address: it may be a name. */
export function SearchBox({ label, onSearch }: SearchProps) {
  const [text, setText] = useState('');
  const wanted = useSettled(text.trim(), typingMs);
  useEffect(() => onSearch(wanted), [onSearch, wanted]);
  return (
    <Field
      {...{ label, name: 'text', type: 'search', value: text, maxLength: 200, autoComplete: 'off' }}
      onChange={setText}
    />
  );
}
