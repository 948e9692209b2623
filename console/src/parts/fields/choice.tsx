import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components';
import { Below } from './fault.tsx';
import styles from './field.module.css';
import type { FieldProps } from './field.tsx';

export type Option<Id extends string = string> = { readonly id: Id; readonly text: string };

type Props<Id extends string> = FieldProps & {
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id | null) => void;
};

/** One of a few. */
export function Select<Id extends string>({
  label,
  hint,
  options,
  value,
  onChange,
  isFirst = false,
  ...field
}: Props<Id>) {
  return (
    <AriaSelect
      {...field}
      className={styles.field ?? ''}
      autoFocus={isFirst}
      value={value}
      onChange={(id) => onChange(id as Id | null)}
    >
      <Label>{label}</Label>
      <Button className={`${styles.input} ${styles.choice}`}>
        <SelectValue />
        <svg
          viewBox="0 0 16 16"
          width="12"
          height="12"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          aria-hidden="true"
        >
          <path d="m3 6 5 5 5-5" />
        </svg>
      </Button>
      <Below hint={hint} />
      <Popover className={styles.popover ?? ''}>
        <ListBox className={styles.list ?? ''}>
          {options.map(({ id, text }) => (
            <ListBoxItem key={id} id={id} className={styles.option ?? ''}>
              {text}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
