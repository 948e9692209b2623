import { type CalendarDate, parseDate } from '@internationalized/date';
import { useState } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarHeading,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Label,
  Popover,
} from 'react-aria-components';
import { Below } from './fault.tsx';
import styles from './field.module.css';
import type { FieldProps } from './field.tsx';

type Props = FieldProps & {
  /** `2026-11-27`, or null. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  readonly from?: string;
  readonly to?: string;
};

/** A day, typed or chosen. */
export function DateField(props: Props) {
  const { label, hint, value, onChange, from = '1900-01-01', to = '2999-12-31', isFirst = false, ...field } = props;
  const [typed, setTyped] = useState<{ readonly day: CalendarDate; readonly over: string | null } | null>(null);
  const known = value === null ? null : parseDate(value);
  // A year comes digit by digit: 2, 20, 202. What is out of bounds stands in the field, and the value is that of before.
  const change = (day: CalendarDate | null): void => {
    const text = day?.toString() ?? null;
    const isOut = text !== null && (text < from || text > to);
    setTyped(day && isOut ? { day, over: value } : null);
    if (!isOut && text !== value) onChange(text);
  };
  return (
    <DatePicker
      {...field}
      className={styles.field ?? ''}
      autoFocus={isFirst}
      value={typed?.over === value ? typed.day : known}
      onChange={change}
      minValue={parseDate(from)}
      maxValue={parseDate(to)}
      shouldForceLeadingZeros
    >
      <Label>{label}</Label>
      <Group className={`${styles.input} ${styles.group}`}>
        <DateInput className={styles.segments ?? ''}>
          {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
        </DateInput>
        <Button>
          <svg
            viewBox="0 0 16 16"
            width="15"
            height="15"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            aria-hidden="true"
          >
            <path d="M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3" />
          </svg>
        </Button>
      </Group>
      <Below hint={hint} />
      <Popover className={styles.popover ?? ''}>
        <Dialog className={styles.calendar ?? ''}>
          <Calendar firstDayOfWeek="mon">
            <header>
              <Button slot="previous">‹</Button>
              <CalendarHeading />
              <Button slot="next">›</Button>
            </header>
            <CalendarGrid>{(date) => <CalendarCell date={date} className={styles.day ?? ''} />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

type Days<Name extends string> = {
  readonly names: readonly Name[];
  readonly labels: Readonly<Record<Name, string>>;
  readonly values: Readonly<Partial<Record<Name, string | undefined>>>;
  readonly onChange: (changes: Readonly<Partial<Record<Name, string | undefined>>>) => void;
};

/** Days that narrow a list. */
export function DayFilters<Name extends string>({ names, labels, values, onChange }: Days<Name>) {
  return names.map((name) => (
    <DateField
      key={name}
      {...{ name, label: labels[name], value: values[name] ?? null }}
      onChange={(day) => onChange({ [name]: day ?? undefined } as never)}
    />
  ));
}
