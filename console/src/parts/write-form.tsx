import { type Intention, LostAnswerError, type Operation } from '@reglement/client';
import { type ReactNode, useState } from 'react';
import { Form } from 'react-aria-components';
import { faultsOfFields, isRefusal, type Refusal } from '../api/refusals.ts';
import { useWrite } from '../api/use-ask.ts';
import { commonTexts } from '../texts/common.ts';
import { useTexts } from '../texts/language.tsx';
import { Button } from './button.tsx';
import styles from './dialog.module.css';
import { FaultText } from './states.tsx';

/** What a mutation answers where it was carried out. */
export type Done<Result> = Exclude<Result[keyof Result], { readonly code: string }>;

type Props<Result, Variables> = {
  readonly operation: Operation<Result, Variables>;
  /** Of the dialog. */
  readonly intention: Intention;
  /** Null while a field has no usable value. */
  readonly variables: () => Variables | null;
  /** Of the fields, by which a refusal finds its field. */
  readonly names: readonly string[];
  readonly submit: string;
  readonly isDangerous?: boolean;
  readonly onDone: (done: Done<Result>) => void;
  /** Where a refusal is more than a sentence. Null: the sentence of the gateway is shown. */
  readonly explain?: (refusal: Refusal) => ReactNode | null;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
};

/**
 * A form for one mutation. A refusal stands at its field or above the buttons; a lost answer says so, and the same request
 * goes out again under the same key.
 */
export function WriteForm<Result extends object, Variables>(props: Props<Result, Variables>) {
  const { operation, intention, variables, names, submit, isDangerous = false, onDone, onCancel, children } = props;
  const texts = useTexts(commonTexts);
  const write = useWrite(operation);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const faults = refusal === null ? {} : faultsOfFields(refusal, names);
  const { '': general, ...ofFields } = faults;
  const send = (): void => {
    const given = variables();
    if (given === null || write.isPending) return;
    setRefusal(null);
    write.mutate(
      { variables: given, intention },
      {
        onSuccess: (result) => {
          const [member] = Object.values(result) as { readonly __typename: string }[];
          if (!member) return;
          if (isRefusal(member)) setRefusal(member as Refusal);
          else onDone(member as Done<Result>);
        },
      },
    );
  };
  const isLost = write.error instanceof LostAnswerError;
  const explained = refusal === null ? null : (props.explain?.(refusal) ?? null);
  return (
    <Form
      validationErrors={explained === null ? ofFields : {}}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {children}
      {write.error && (
        <div role="alert" className={`${styles.said} ${isLost ? styles.doubt : styles.bad}`}>
          <FaultText fault={write.error} />
        </div>
      )}
      {explained !== null && (
        <div role="alert" className={`${styles.said} ${styles.doubt}`}>
          {explained}
        </div>
      )}
      {explained === null && general !== undefined && (
        <div role="alert" className={`${styles.said} ${styles.bad}`}>
          <p>{general}</p>
        </div>
      )}
      <div className={styles.buttons}>
        <Button onPress={onCancel} worksOffline>
          {texts.cancel}
        </Button>
        <Button type="submit" kind={isDangerous ? 'danger' : 'primary'} isPending={write.isPending}>
          {isLost ? texts.resend : submit}
        </Button>
      </div>
    </Form>
  );
}
