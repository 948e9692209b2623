import { type Intention, LostAnswerError, type Operation } from '@reglement/client';
import { type ReactNode, use, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { useMe } from '../api/me.tsx';
import { isProven } from '../api/proof.ts';
import { faultsOfFields, isRefusal, type Refusal } from '../api/refusals.ts';
import { useWrite } from '../api/use-ask.ts';
import { commonTexts } from '../texts/common.ts';
import { useTexts } from '../texts/language.tsx';
import { Button } from './button.tsx';
import styles from './dialog/dialog.module.css';
import { Meanwhile } from './dialog/meanwhile.ts';
import { useHasLeft } from './hooks/use-has-left.ts';
import { Proof } from './proof/proof.tsx';
import { proofTexts } from './proof/texts.ts';
import { FaultText, useSayFault } from './states.tsx';
import { announce } from './toast.tsx';

/** What a mutation answers where it was carried out. */
export type Done<Result> = Exclude<Result[keyof Result], { readonly code: string }>;

export type WriteFormProps<Result, Variables> = {
  readonly operation: Operation<Result, Variables>;
  /** Of the dialog. */
  readonly intention: Intention;
  /** Null while a field has no usable value. */
  readonly variables: () => Variables | null;
  /** Of the fields, by which a refusal finds its field. */
  readonly names: readonly string[];
  readonly submit: string;
  /** Left out: “Cancel”. */
  readonly cancel?: string | undefined;
  readonly isDangerous?: boolean;
  /** The gateway asks for a fresh proof of the person. */
  readonly needsProof?: boolean;
  /** Said where it was carried out, and then the dialog closes. */
  readonly says?: string | ((done: Done<Result>) => string);
  /** It goes on with `onDone`. */
  readonly staysOpen?: boolean;
  readonly onDone?: (done: Done<Result>) => void;
  /** Where a refusal is more than a sentence. Null: the sentence of the gateway is shown. */
  readonly explain?: (refusal: Refusal) => ReactNode | null;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
};

type Refused = {
  readonly refusal: Refusal;
  /** By name. The form takes another object for another answer. */
  readonly ofFields: Readonly<Record<string, string>>;
  readonly general: string | undefined;
};

const noFaults = {};

/**
 * Sends once at a time. A refusal may be a proof that has grown too old: then it is asked for, and the request goes out again.
 * An answer that comes after the person has left the form is announced, and changes nothing else.
 */
function useSending<Result extends object, Variables>(props: WriteFormProps<Result, Variables>) {
  const { operation, intention, variables, needsProof = false, says, staysOpen = false, onDone } = props;
  const write = useWrite(operation);
  const hasLeft = useHasLeft();
  const { colon } = useTexts(commonTexts);
  const sayFault = useSayFault();
  const { isConfirmed } = useMe();
  const isSending = useRef(false);
  const [asksProof, setAsksProof] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const fail = (why: string): void => {
    if (hasLeft.current) announce(`${props.submit}${colon}${why}`);
  };
  const refuse = async (refusal: Refusal): Promise<void> => {
    const isOld = needsProof && refusal.code === 'NOT_ALLOWED' && !(await isProven().catch(() => true));
    const { '': general, ...ofFields } = faultsOfFields(refusal, props.names);
    if (isOld) setAsksProof(true);
    else setRefused({ refusal, ofFields, general });
    fail(refusal.message);
  };
  const end = (done: Done<Result>): void => {
    if (says !== undefined) announce(typeof says === 'string' ? says : says(done));
    if (hasLeft.current) return;
    if (says !== undefined && !staysOpen) props.onCancel();
    onDone?.(done);
  };
  const finish = (result: Result): void => {
    const [member] = Object.values(result) as { readonly __typename: string }[];
    if (!member) return;
    // The dialog may have opened again under the same key: what it sends next is another intention.
    if (hasLeft.current && !intention.isUnknown) intention.renew();
    if (isRefusal(member)) void refuse(member as Refusal);
    else end(member as Done<Result>);
  };
  const form = useRef<HTMLFormElement>(null);
  const send = (): void => {
    // A double press comes before the button knows that it is pending.
    if (isSending.current) return;
    setAsksProof(false);
    const given = variables();
    // A field may have become unusable while the proof was given: it says what is wrong.
    if (given === null) return void form.current?.reportValidity();
    isSending.current = true;
    setRefused(null);
    void write
      .mutateAsync({ variables: given, intention })
      .then(finish, (fault: Error) => fail(sayFault(fault) ?? fault.message))
      .finally(() => {
        isSending.current = false;
      });
  };
  const submit = (): void => {
    if (needsProof && !isConfirmed && !asksProof) setAsksProof(true);
    else if (!asksProof) send();
  };
  /** The browser sends nothing while a field is wrong. What is wrong with one may go away when another is corrected. */
  const forget = (): void => flushSync(() => setRefused(null));
  return { form, refused, asksProof, send, submit, forget, fault: write.error, isPending: write.isPending };
}

/**
 * A form for one mutation. A refusal stands at its field or above the buttons; a lost answer says so, and the same request
 * goes out again under the same key.
 */
export function WriteForm<Result extends object, Variables>(props: WriteFormProps<Result, Variables>) {
  const { submit: text, isDangerous = false, onCancel, children } = props;
  const texts = useTexts(commonTexts);
  const proof = useTexts(proofTexts);
  const { form, refused, asksProof, send, submit, forget, fault, isPending } = useSending(props);
  const isLost = fault instanceof LostAnswerError;
  const explained = refused === null ? null : (props.explain?.(refused.refusal) ?? null);
  const happened = use(Meanwhile);
  // What its own request does, or may have done, happens too.
  const meanwhile = isPending || isLost || explained !== null ? null : happened;
  const isOver = explained !== null || meanwhile !== null;
  return (
    <Form
      ref={form}
      validationErrors={explained === null && refused !== null ? refused.ofFields : noFaults}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isOver) submit();
      }}
    >
      {children}
      {asksProof && !isOver && <Proof onDone={send} />}
      {fault && (
        <div role="alert" className={`${styles.said} ${isLost ? styles.doubt : styles.bad}`}>
          <FaultText fault={fault} />
        </div>
      )}
      {explained !== null && (
        <div role="alert" className={`${styles.said} ${styles.doubt}`}>
          {explained}
        </div>
      )}
      {explained === null && refused?.general !== undefined && (
        <div role="alert" className={`${styles.said} ${styles.bad}`}>
          <p>{refused.general}</p>
        </div>
      )}
      <div role="status" className={meanwhile === null ? '' : `${styles.said} ${styles.doubt}`}>
        {meanwhile !== null && <p>{meanwhile}</p>}
      </div>
      <Buttons
        {...{ isOver, onCancel, isDangerous, isPending, forget }}
        reason={asksProof ? proof.first : null}
        cancel={props.cancel}
        submit={isLost ? texts.resend : text}
      />
    </Form>
  );
}

type ButtonsProps = Pick<WriteFormProps<object, never>, 'onCancel' | 'cancel' | 'isDangerous' | 'submit'> & {
  /** There is nothing more to send. */
  readonly isOver: boolean;
  readonly isPending: boolean;
  /** Why it cannot be sent now, in words. */
  readonly reason: string | null;
  readonly forget: () => void;
};

function Buttons({ isOver, onCancel, cancel, isDangerous = false, submit, forget, ...sending }: ButtonsProps) {
  const texts = useTexts(commonTexts);
  return (
    <div className={styles.buttons}>
      <Button onPress={onCancel} worksOffline>
        {isOver ? texts.close : (cancel ?? texts.cancel)}
      </Button>
      {!isOver && (
        <Button type="submit" kind={isDangerous ? 'danger' : 'primary'} onPress={forget} {...sending}>
          {submit}
        </Button>
      )}
    </div>
  );
}
