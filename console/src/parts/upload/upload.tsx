import { type DragEvent, useRef, useState } from 'react';
import type { SendingError } from '../../api/send-file.ts';
import { commonTexts } from '../../texts/common.ts';
import { locales, useLanguage, useTexts } from '../../texts/language.tsx';
import { Button } from '../button.tsx';
import { Panel } from '../panel.tsx';
import { uploadTexts } from './texts.ts';
import styles from './upload.module.css';

type DropProps = {
  readonly title: string;
  readonly hint: string;
  /** What the person may choose from: `.csv`. */
  readonly accept?: string;
  readonly onFile: (file: File) => void;
};

/** A place where a file is dropped, with a button that does the same. */
export function Drop({ title, hint, accept, onFile }: DropProps) {
  const said = useTexts(uploadTexts);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(over);
  };
  const take = (files: FileList | null): void => {
    const [file] = files ?? [];
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same by keyboard
    <div
      className={`${styles.drop} ${isOver ? styles.over : ''} no-print`}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        take(event.dataTransfer.files);
      }}
    >
      <p className={styles.title}>{title}</p>
      <p className={styles.soft}>{hint}</p>
      <Button kind="primary" onPress={() => input.current?.click()}>
        {said.choose}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={said.choose}
        {...(accept !== undefined && { accept })}
        onChange={({ currentTarget }) => take(currentTarget.files)}
      />
    </div>
  );
}

type SendingProps = {
  readonly name: string;
  readonly share: number;
  /** What is said once the whole was sent. */
  readonly waiting: string;
  readonly onStop: () => void;
};

/** How much of a file was sent. */
export function Sending({ name, share, waiting, onStop }: SendingProps) {
  const said = useTexts(uploadTexts);
  const { language } = useLanguage();
  const percent = new Intl.NumberFormat(locales[language], { style: 'percent' }).format(share);
  return (
    <Panel title={name}>
      <p role="status" className={styles.text}>
        {share < 1 ? said.sending(percent) : waiting}
      </p>
      <progress className={styles.progress} aria-label={name} {...(share < 1 && { value: share })} />
      <div className={styles.buttons}>
        <Button onPress={onStop} worksOffline>
          {said.stop}
        </Button>
      </div>
    </Panel>
  );
}

type FailedProps = {
  readonly fault: SendingError;
  /** What the page says of a code. */
  readonly says: Readonly<Record<string, string>>;
  readonly onRetry: () => void;
  readonly onCancel: () => void;
};

/** The file was not taken: why, and another try. */
export function Failed({ fault, says, onRetry, onCancel }: FailedProps) {
  const said = useTexts(uploadTexts);
  const common = useTexts(commonTexts);
  const texts: Readonly<Record<string, string>> = { TOO_LARGE: said.tooLarge, ...says };
  return (
    <Panel>
      <div role="alert">
        <p>{texts[fault.code] ?? (fault.message === '' ? said.unexpected : fault.message)}</p>
        {fault.requestId !== null && (
          <p className={styles.soft}>
            {common.requestId} <code>{fault.requestId}</code>
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        <Button onPress={onCancel}>{said.another}</Button>
        <Button kind="primary" onPress={onRetry}>
          {common.resend}
        </Button>
      </div>
    </Panel>
  );
}
