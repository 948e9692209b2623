import { useParams } from '@tanstack/react-router';
import { useMay } from '../../api/me.tsx';
import { useRunModeOf } from '../../api/run-mode.ts';
import { useAsk } from '../../api/use-ask.ts';
import { BankFileDocument } from '../../generated/operations.ts';
import { fileName } from '../../parts/business/file-name.ts';
import { KeptWhileOpen } from '../../parts/dialog/kept-while-open.tsx';
import { NotShown } from '../../parts/not-shown.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Facts, Panel } from '../../parts/panel.tsx';
import { To } from '../../parts/to.tsx';
import { CopyLong } from '../../parts/values/copy.tsx';
import { Status } from '../../parts/values/status.tsx';
import { When, whenText } from '../../parts/values/when.tsx';
import { locales, useLanguage, useTexts } from '../../texts/language.tsx';
import styles from './bank-files.module.css';
import { Entries } from './entries.tsx';
import type { File } from './file.ts';
import { fileTexts } from './file-texts.ts';
import { fileTones } from './outcomes.ts';
import { Counts } from './preview.tsx';
import { texts } from './texts.ts';
import { Waiting } from './waiting.tsx';

/** A file, and the outcome of each of its entries. While it is imported, its progress. */
export function BankFilePage() {
  const said = useTexts(texts);
  const { unknown, unknownText, toList } = useTexts(fileTexts);
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const asked = useAsk(BankFileDocument, { id }, { everyMs: 5000 });
  const file = asked.data?.bankFile;
  useRunModeOf(file?.runMode ?? undefined);
  if (!file)
    return <NotShown title={said.name} {...{ asked, unknown, unknownText }} lines={8} list={['/bank-files', toList]} />;
  return <Whole file={file} />;
}

function Whole({ file }: { readonly file: File }) {
  const said = useTexts(texts);
  const { seeExceptions } = useTexts(fileTexts);
  const mayDecide = useMay('decide');
  const { language } = useLanguage();
  const { id, name, status, exceptions, format, receivedAt } = file;
  const kind = format === null ? said.name : said.formats[format];
  return (
    <>
      <PageHead
        title={said.cameOn(kind, whenText(receivedAt, language))}
        beside={<Status tone={fileTones[status]}>{said.statuses[status]}</Status>}
        lead={<strong className={styles.fileName}>{fileName(name)}</strong>}
        actions={
          exceptions > 0 &&
          mayDecide && (
            <To to="/exceptions" search={{ bankFile: id }}>
              {seeExceptions}
            </To>
          )
        }
      />
      {status === 'IMPORTING' && <Progress file={file} />}
      <KeptWhileOpen of={status}>
        {(kept) => (kept === 'AWAITS_CONFIRMATION' ? <Waiting file={file} /> : <Entries key={kept} file={file} />)}
      </KeptWhileOpen>
      <About file={file} />
    </>
  );
}

function Progress({ file: { name, done, steps } }: { readonly file: File }) {
  const said = useTexts(fileTexts);
  return (
    <div role="status">
      <p>{said.progress(String(done), String(steps))}</p>
      <progress className={styles.progress} aria-label={fileName(name)} value={done} max={Math.max(1, steps)} />
    </div>
  );
}

function About({ file }: { readonly file: File }) {
  const said = useTexts(fileTexts);
  const { societe, received } = useTexts(texts);
  const { language } = useLanguage();
  const { decidedByPerson, decidedBy, decidedAt, receivedByPerson, receivedBy, reason, sizeBytes, digest } = file;
  const kilobytes = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }).format(sizeBytes / 1024);
  const isRead = file.status === 'IMPORTED' || file.status === 'IMPORTING';
  return (
    <Panel title={said.about}>
      {isRead && <Counts counts={file} />}
      <Facts
        of={[
          [said.reason, reason],
          [societe, file.idSociete],
          [said.mode, file.runMode],
          [received, <When key="received" at={file.receivedAt} style="exact" />],
          [said.by, receivedByPerson?.name ?? receivedBy],
          [said.decided, decidedByPerson?.name ?? decidedBy],
          ['', decidedAt && <When key="decided" at={decidedAt} style="exact" />],
          [said.size, language === 'fr' ? `${kilobytes} Ko` : `${kilobytes} KB`],
          [said.digest, <CopyLong key="digest" text={digest} what={said.digest} />],
        ]}
      />
    </Panel>
  );
}
