import type { ReactElement } from 'react';
import { WriteForm, type WriteFormProps } from '../write-form.tsx';
import { Dialog } from './dialog.tsx';

type Props<Result, Variables> = Omit<
  WriteFormProps<Result, Variables>,
  'intention' | 'names' | 'onCancel' | 'submit'
> & {
  readonly title: string;
  /** The button that opens it. */
  readonly trigger: ReactElement;
  /** Left out: it has no fields. */
  readonly names?: readonly string[];
  /** Left out: the title. */
  readonly submit?: string;
};

/** Asks whether it is meant, and does it. */
export function ConfirmDialog<Result extends object, Variables>(props: Props<Result, Variables>) {
  const { title, trigger, names = [], submit = title, ...form } = props;
  return (
    <Dialog {...{ title, trigger }}>
      {({ close, intention }) => <WriteForm {...form} {...{ intention, names, submit, onCancel: close }} />}
    </Dialog>
  );
}
