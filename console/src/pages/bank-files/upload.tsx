import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useRef, useState } from 'react';
import { useRunMode } from '../../api/run-mode.ts';
import { Button } from '../../parts/button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { announce } from '../../parts/toast.tsx';
import { locales, useLanguage, useTexts } from '../../texts/language.tsx';
import styles from './bank-files.module.css';
import { fileTexts } from './file-texts.ts';
import { Preview } from './preview.tsx';
import { bringFile, checkedBytes, checkFile, type FileCheck, SendingError } from './send-file.ts';

type Step =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'SENDING'; readonly file: File; readonly share: number }
  | { readonly kind: 'CHECKED'; readonly file: File; readonly check: FileCheck }
  | { readonly kind: 'TOO_LARGE'; readonly file: File }
  | { readonly kind: 'FAILED'; readonly file: File; readonly fault: SendingError; readonly isImport: boolean };

/** A file is dropped, looked at, and imported once the person has seen what that does. */
export function Upload() {
  const [step, setStep] = useState<Step>({ kind: 'NONE' });
  const { check, bring, stop } = useSteps(setStep);
  switch (step.kind) {
    case 'NONE':
      return <Drop onFile={check} />;
    case 'SENDING':
      return <Sending {...step} onStop={stop} />;
    case 'TOO_LARGE':
      return <TooLarge onImport={() => void bring(step.file)} onCancel={stop} />;
    case 'CHECKED':
      return <Checked {...step} onImport={() => void bring(step.file)} onCancel={stop} />;
    case 'FAILED':
      return <Failed {...step} onRetry={() => void (step.isImport ? bring : check)(step.file)} onCancel={stop} />;
  }
}

function useSteps(setStep: (step: Step) => void) {
  const said = useTexts(fileTexts);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const aborting = useRef<AbortController | null>(null);
  const run = async (file: File, isImport: boolean, work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    const controller = new AbortController();
    aborting.current = controller;
    setStep({ kind: 'SENDING', file, share: 0 });
    try {
      await work(controller.signal);
    } catch (error) {
      if (controller.signal.aborted) return;
      const fault = error instanceof SendingError ? error : new SendingError('UNEXPECTED', '', null);
      setStep({ kind: 'FAILED', file, fault, isImport });
    }
  };
  const progress = (file: File) => (share: number) => setStep({ kind: 'SENDING', file, share });
  return {
    check: async (file: File): Promise<void> => {
      if (file.size > checkedBytes) return setStep({ kind: 'TOO_LARGE', file });
      await run(file, false, async (signal) =>
        setStep({ kind: 'CHECKED', file, check: await checkFile(file, { signal, onProgress: progress(file) }) }),
      );
    },
    bring: async (file: File): Promise<void> =>
      run(file, true, async (signal) => {
        const { id, status, repeated } = await bringFile(file, { signal, onProgress: progress(file) });
        void queries.invalidateQueries();
        announce(repeated ? said.repeated : status === 'IMPORTED' ? said.imported : said.waits);
        await navigate({ to: `/bank-files/${id}` as never, search: ((before: object) => before) as never });
      }),
    stop: (): void => {
      aborting.current?.abort();
      setStep({ kind: 'NONE' });
    },
  };
}

function Drop({ onFile }: { readonly onFile: (file: File) => Promise<void> }) {
  const said = useTexts(fileTexts);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(over);
  };
  const take = (files: FileList | null): void => {
    const [file] = files ?? [];
    if (file) void onFile(file);
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
      <p className={styles.dropTitle}>{said.drop}</p>
      <p className={styles.soft}>{said.dropHint}</p>
      <Button kind="primary" onPress={() => input.current?.click()}>
        {said.choose}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={said.choose}
        onChange={({ currentTarget }) => take(currentTarget.files)}
      />
    </div>
  );
}

type SendingProps = { readonly file: File; readonly share: number; readonly onStop: () => void };

function Sending({ file, share, onStop }: SendingProps) {
  const said = useTexts(fileTexts);
  const { language } = useLanguage();
  const percent = new Intl.NumberFormat(locales[language], { style: 'percent' }).format(share);
  return (
    <Panel title={file.name}>
      <p role="status" className={styles.text}>
        {share < 1 ? said.sending(percent) : said.looking}
      </p>
      <progress className={styles.progress} aria-label={file.name} {...(share < 1 && { value: share })} />
      <div className={styles.buttons}>
        <Button onPress={onStop} worksOffline>
          {said.stop}
        </Button>
      </div>
    </Panel>
  );
}

type Decision = { readonly onImport: () => void; readonly onCancel: () => void };

function Checked({ file, check, onImport, onCancel }: Decision & { readonly file: File; readonly check: FileCheck }) {
  const said = useTexts(fileTexts);
  const mode = useRunMode();
  return (
    <Panel
      title={said.checkTitle(file.name)}
      actions={
        <span className={styles.decide}>
          <Button onPress={onCancel}>{check.refusal === null ? said.cancel : said.another}</Button>
          {check.refusal === null && (
            <Button kind="primary" onPress={onImport}>
              {said.import}
            </Button>
          )}
        </span>
      }
    >
      {check.refusal === null && <p className={styles.text}>{said.checkText}</p>}
      {check.runMode !== null && check.runMode !== mode && (
        <p className={styles.note}>{said.otherMode(check.runMode)}</p>
      )}
      <Preview check={check} />
    </Panel>
  );
}

function TooLarge({ onImport, onCancel }: Decision) {
  const said = useTexts(fileTexts);
  return (
    <Panel>
      <p className={styles.text}>{said.tooLarge}</p>
      <div className={styles.buttons}>
        <Button onPress={onCancel}>{said.cancel}</Button>
        <Button kind="primary" onPress={onImport}>
          {said.importAnyway}
        </Button>
      </div>
    </Panel>
  );
}

type FailedProps = { readonly fault: SendingError; readonly onRetry: () => void; readonly onCancel: () => void };

function Failed({ fault, onRetry, onCancel }: FailedProps) {
  const said = useTexts(fileTexts);
  const texts: Readonly<Record<string, string>> = {
    ...{ TOO_LARGE: said.tooLargeAtAll, NOT_ALLOWED: said.notAllowed, NO_ANSWER: said.noAnswer },
  };
  return (
    <Panel>
      <div role="alert">
        <p>
          {texts[fault.code] ?? said.unexpected} <span lang="en">{fault.message}</span>
        </p>
        {fault.requestId !== null && (
          <p className={styles.soft}>
            {said.request} <code>{fault.requestId}</code>
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        <Button onPress={onCancel}>{said.another}</Button>
        <Button kind="primary" onPress={onRetry}>
          {said.retry}
        </Button>
      </div>
    </Panel>
  );
}
