import { type CalendarDate, parseDate } from '@internationalized/date';
import { useContext, useLayoutEffect, useMemo, useState } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarHeading,
  DateFieldStateContext,
  DateInput,
  DatePicker,
  DateSegment,
  type DateSegmentProps,
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
  // What stands in the field where it is not the value: out of bounds, or empty.
  const [typed, setTyped] = useState<{ readonly day: CalendarDate | null; readonly over: string | null } | null>(null);
  const [isPartial, setPartial] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  // Another object would put the value back into a field that is half cleared.
  const known = useMemo(() => (value === null ? null : parseDate(value)), [value]);
  if (typed !== null && typed.over !== value) setTyped(null);
  const shown = typed === null ? known : typed.day;
  // Some who use it keep the value of before where it is emptied.
  const isIncomplete = isPartial || (shown === null && value !== null);
  // A year comes digit by digit: 2, 20, 202. What is out of bounds stands in the field, and the value is that of before.
  const change = (day: CalendarDate | null): void => {
    const text = day?.toString() ?? null;
    const isOut = text !== null && (text < from || text > to);
    setTyped({ day, over: value });
    if (!isOut && text !== value) onChange(text);
  };
  return (
    <DatePicker
      {...field}
      className={styles.field ?? ''}
      autoFocus={isFirst}
      value={shown}
      onChange={change}
      onFocusChange={setFocus}
      {...(isIncomplete && !hasFocus && { isInvalid: true })}
      minValue={parseDate(from)}
      maxValue={parseDate(to)}
      shouldForceLeadingZeros
    >
      <Label>{label}</Label>
      <Group className={`${styles.input} ${styles.group}`}>
        <DateInput className={styles.segments ?? ''}>
          {(segment) => <Segment segment={segment} onPartial={setPartial} />}
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

type SegmentProps = Pick<DateSegmentProps, 'segment'> & { readonly onPartial: (isPartial: boolean) => void };

/** Day, month or year. React Aria reports no change while some of them are empty: the value is then not what the field shows. */
function Segment({ segment, onPartial }: SegmentProps) {
  const parts = useContext(DateFieldStateContext)?.segments.filter(({ isEditable }) => isEditable) ?? [];
  const empty = parts.filter(({ isPlaceholder }) => isPlaceholder);
  const isPartial = empty.length > 0 && empty.length < parts.length;
  useLayoutEffect(() => onPartial(isPartial), [onPartial, isPartial]);
  return <DateSegment segment={segment} className={styles.segment ?? ''} />;
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
