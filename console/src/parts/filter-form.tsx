import type { ReactNode } from 'react';
import { Form } from 'react-aria-components';
import { Button } from './button.tsx';
import styles from './filter-bar.module.css';
import { focusOnList } from './focus-on-list.ts';
import { Panel } from './panel.tsx';

type Props = {
  readonly texts: { readonly filters: string; readonly clear: string; readonly apply: string };
  readonly onApply: () => void;
  readonly onClear: () => void;
  /** Left out: the button that opened it closes it. */
  readonly close?: { readonly text: string; readonly onPress: () => void };
  readonly children: ReactNode;
};

/** Those that take little room, side by side. */
export const FilterGrid = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.grid}>{children}</div>
);

/** Filters of a list. They count when they are applied, and then stand in the address. */
export function FilterForm({ texts, onApply, onClear, close, children }: Props) {
  // Each of these takes the form away.
  const leave = (by: () => void): void => {
    by();
    focusOnList();
  };
  return (
    <Panel title={texts.filters}>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          leave(onApply);
        }}
      >
        {children}
        <div className={styles.buttons}>
          {close && <Button onPress={() => leave(close.onPress)}>{close.text}</Button>}
          <Button onPress={() => leave(onClear)}>{texts.clear}</Button>
          <Button type="submit" kind="primary">
            {texts.apply}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}
