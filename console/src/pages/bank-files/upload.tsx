import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useRunMode } from '../../api/run-mode.ts';
import { SendingError } from '../../api/send-file.ts';
import { useAskAgain } from '../../api/use-ask.ts';
import { fileName } from '../../parts/business/file-name.ts';
import { Button } from '../../parts/button.tsx';
import { useHasLeft } from '../../parts/hooks/use-has-left.ts';
import { Panel } from '../../parts/panel.tsx';
import { announce } from '../../parts/toast.tsx';
import { Drop, Failed, Sending } from '../../parts/upload/upload.tsx';
import { commonTexts } from '../../texts/common.ts';
import { useTexts } from '../../texts/language.tsx';
import styles from './bank-files.module.css';
import { fileTexts } from './file-texts.ts';
import { Preview, useCounts } from './preview.tsx';
import { bringFile, checkedBytes, checkFile, type FileCheck } from './send-file.ts';

type Step =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'SENDING'; readonly file: File; readonly share: number }
  | { readonly kind: 'CHECKED'; readonly file: File; readonly check: FileCheck }
  | { readonly kind: 'TOO_LARGE'; readonly file: File }
  | { readonly kind: 'FAILED'; readonly file: File; readonly fault: SendingError; readonly isImport: boolean };

/** A file is dropped, looked at, and imported once the person has seen what that does. */
export function Upload() {
  const [step, setStep] = useState<Step>({ kind: 'NONE' });
  return (
    <>
      <Heard step={step} />
      <AtStep {...{ step, ...useSteps(setStep) }} />
    </>
  );
}

/** A screen reader reads out what is said in a place that was there before. */
function Heard({ step }: { readonly step: Step }) {
  const { checkTitle } = useTexts(fileTexts);
  const { colon } = useTexts(commonTexts);
  const countsOf = useCounts();
  const isHeard = step.kind === 'CHECKED' && step.check.refusal === null;
  return (
    <div role="status" className="visually-hidden">
      {isHeard &&
        `${checkTitle(fileName(step.file.name))}${colon}${countsOf(step.check.counts)
          .map(({ number, text }) => `${number} ${text}`)
          .join(', ')}`}
    </div>
  );
}

function AtStep({ step, check, bring, stop }: { readonly step: Step } & ReturnType<typeof useSteps>) {
  const said = useTexts(fileTexts);
  switch (step.kind) {
    case 'NONE':
      return <Drop title={said.drop} hint={said.dropHint} onFile={(file) => void check(file)} />;
    case 'SENDING':
      return <Sending name={fileName(step.file.name)} share={step.share} waiting={said.looking} onStop={stop} />;
    case 'TOO_LARGE':
      return <TooLarge onImport={() => void bring(step.file)} onCancel={stop} />;
    case 'CHECKED':
      return <Checked {...step} onImport={() => void bring(step.file)} onCancel={stop} />;
    case 'FAILED':
      return (
        <Failed
          fault={step.fault}
          says={{ NOT_ALLOWED: said.notAllowed, NO_ANSWER: said.noAnswer }}
          onRetry={() => void (step.isImport ? bring : check)(step.file)}
          onCancel={stop}
        />
      );
  }
}

function useSteps(setStep: (step: Step) => void) {
  const said = useTexts(fileTexts);
  const navigate = useNavigate();
  const askAgain = useAskAgain();
  const aborting = useRef<AbortController | null>(null);
  const hasLeft = useHasLeft();
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
        void askAgain();
        const taken = status === 'AWAITS_CONFIRMATION' ? said.toConfirm : said.waits;
        announce(repeated ? said.repeated : status === 'IMPORTED' ? said.imported : taken);
        // A person who went on to other work meanwhile stays there, and reads of it.
        if (!hasLeft.current)
          await navigate({ to: `/bank-files/${id}` as never, search: ((before: object) => before) as never });
      }),
    stop: (): void => {
      aborting.current?.abort();
      setStep({ kind: 'NONE' });
      // It may have been taken before it was stopped.
      void askAgain();
    },
  };
}

type Decision = { readonly onImport: () => void; readonly onCancel: () => void };

function Checked({ file, check, onImport, onCancel }: Decision & { readonly file: File; readonly check: FileCheck }) {
  const said = useTexts(fileTexts);
  const mode = useRunMode();
  return (
    <Panel
      title={said.checkTitle(fileName(file.name))}
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
