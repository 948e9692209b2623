import { type FocusEvent, type FormEvent, type ReactNode, useId } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { commonTexts } from '../../texts/common.ts';
import { useTexts } from '../../texts/language.tsx';
import { Below } from './fault.tsx';
import styles from './field.module.css';

export type FieldProps = {
  readonly label: string;
  /** By which a refusal finds it. */
  readonly name: string;
  readonly hint?: ReactNode;
  readonly isRequired?: boolean;
  /** The dialog opens with the focus here. */
  readonly isFirst?: boolean;
};

type Props = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'email' | 'search' | 'tel' | 'password';
  readonly inputMode?: 'text' | 'numeric' | 'decimal';
  readonly autoComplete?: string;
  readonly maxLength?: number;
  readonly placeholder?: string;
  /** What is wrong with it, in words. Null: nothing. */
  readonly validate?: (value: string) => string | null;
  /** Texts that the browser offers; another may be written. */
  readonly offers?: readonly string[];
  /** The first key replaces what stands there. */
  readonly selectsAll?: boolean;
};

/**
 * A field that was refused is judged at each key. Else what is wrong would go away with the focus, and the button with it
 * from under the pointer.
 */
function judgeAgain({ currentTarget }: FormEvent<HTMLInputElement>): void {
  if (currentTarget.getAttribute('aria-invalid') === 'true') currentTarget.dispatchEvent(new Event('change'));
}

/** One line of text. What is wrong stands at the field, from the browser and from the gateway alike. */
export function Field(props: Props) {
  const { label, hint, isFirst = false, placeholder, inputMode, selectsAll = false, offers = [], ...field } = props;
  const texts = useTexts(commonTexts);
  const offersId = useId();
  return (
    <TextField
      className={styles.field ?? ''}
      autoFocus={isFirst}
      onInput={judgeAgain}
      {...(inputMode && { inputMode })}
      {...field}
    >
      <Label>
        {label}
        {props.isRequired === false && <span className={styles.optional}>{texts.optional}</span>}
      </Label>
      <Input
        className={styles.input ?? ''}
        {...(placeholder && { placeholder })}
        {...(offers.length > 0 && { list: offersId })}
        {...(selectsAll && { onFocus: (event: FocusEvent<HTMLInputElement>) => event.currentTarget.select() })}
      />
      {offers.length > 0 && (
        <datalist id={offersId}>
          {offers.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
      <Below hint={hint} />
    </TextField>
  );
}
