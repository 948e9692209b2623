import { useEffect, useRef, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { EmptyState, ErrorState } from '../../parts/states.tsx';
import { Status } from '../../parts/values/status.tsx';
import { locales, useLanguage, useTexts } from '../../texts/language.tsx';
import styles from './ledger.module.css';
import { Result } from './result.tsx';
import { texts } from './texts.ts';
import { type Progress, type Report, verifyLedger } from './verify.ts';

type Run =
  | { readonly state: 'BEFORE' | 'BUSY' | 'STOPPED' | 'INCOMPLETE' }
  | { readonly state: 'RUNNING'; readonly progress: Progress | null }
  | { readonly state: 'FAULT'; readonly fault: Error }
  | { readonly state: 'DONE'; readonly progress: Progress; readonly report: Report; readonly at: string };

export function LedgerPage() {
  const said = useTexts(texts);
  const { run, start, stop } = useVerification();
  const isRunning = run.state === 'RUNNING';
  return (
    <>
      <PageHead
        title={said.title}
        lead={said.lead}
        actions={
          isRunning ? (
            <Button onPress={stop}>{said.stop}</Button>
          ) : (
            <Button kind="primary" onPress={start}>
              {run.state === 'DONE' ? said.again : said.verify}
            </Button>
          )
        }
      />
      <Shown run={run} onRetry={start} />
    </>
  );
}

function Shown({ run, onRetry }: { readonly run: Run; readonly onRetry: () => void }) {
  const said = useTexts(texts);
  if (run.state === 'DONE') return <Result progress={run.progress} report={run.report} at={run.at} />;
  const notes = { BUSY: said.busy, STOPPED: said.stopped, INCOMPLETE: said.incomplete };
  return (
    <Panel>
      {run.state === 'BEFORE' && <EmptyState title={said.before} text={said.beforeText} />}
      {run.state === 'RUNNING' && <Running progress={run.progress} />}
      {run.state === 'FAULT' && <ErrorState fault={run.fault} retry={onRetry} />}
      {run.state in notes && (
        <p role="status" className={styles.line}>
          <Status tone="alert" isNote>
            {notes[run.state as keyof typeof notes]}
          </Status>
        </p>
      )}
    </Panel>
  );
}

function Running({ progress }: { readonly progress: Progress | null }) {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const format = new Intl.NumberFormat(locales[language]);
  return (
    <div className={styles.running}>
      <progress aria-label={said.verifying} />
      <p className={styles.line}>
        {said.progress(format.format(progress?.payments ?? 0), format.format(progress?.events ?? 0))}
      </p>
    </div>
  );
}

/** One verification at a time; it ends with the page. */
function useVerification() {
  const [run, setRun] = useState<Run>({ state: 'BEFORE' });
  const going = useRef<AbortController | null>(null);
  useEffect(() => () => going.current?.abort(), []);
  const start = (): void => {
    const ending = new AbortController();
    going.current = ending;
    setRun({ state: 'RUNNING', progress: null });
    const show = (next: Run): void => {
      if (!ending.signal.aborted) setRun(next);
    };
    follow(ending.signal, show).catch((fault: unknown) => show({ state: 'FAULT', fault: fault as Error }));
  };
  const stop = (): void => {
    going.current?.abort();
    setRun({ state: 'STOPPED' });
  };
  return { run, start, stop };
}

async function follow(signal: AbortSignal, show: (next: Run) => void): Promise<void> {
  for await (const progress of verifyLedger(signal)) {
    const { isBusy, report } = progress;
    if (isBusy) return show({ state: 'BUSY' });
    if (report) return show({ state: 'DONE', progress, report, at: new Date().toISOString() });
    show({ state: 'RUNNING', progress });
  }
  show({ state: 'INCOMPLETE' });
}
