import { Facts, Panel } from '../../parts/panel.tsx';
import { Copy } from '../../parts/values/copy.tsx';
import { countText } from '../../parts/values/count.ts';
import { Status } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import styles from './ledger.module.css';
import { texts } from './texts.ts';
import type { Progress, Report } from './verify.ts';

type Props = { readonly progress: Progress; readonly report: Report; readonly at: string };

/** What a verification found, and the anchors to note elsewhere. */
export function Result({ progress, report, at }: Props) {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const text = (count: number): string => countText(count, language);
  const { holds, problemCount, lastAnchor, lastAuditAnchor } = report;
  return (
    <>
      <p role="status" className={styles.verdict}>
        <Status tone={holds ? 'good' : 'bad'} isNote>
          {holds ? said.holds : problemCount === 1 ? said.oneBroken : said.broken(text(problemCount))}
        </Status>
      </p>
      {!holds && <Problems report={report} />}
      <Panel title={said.note}>
        <p className={styles.line}>{said.noteText}</p>
        <Facts
          of={[
            [said.lastAnchor, <Anchor key="events" anchor={lastAnchor} />],
            [said.lastAuditAnchor, <Anchor key="audit" anchor={lastAuditAnchor} />],
          ]}
        />
      </Panel>
      <Panel title={said.result}>
        <Facts
          of={[
            [said.verifiedAt, <When key="at" at={at} style="exact" />],
            [said.payments, text(progress.payments)],
            [said.events, text(progress.events)],
            [said.anchors, text(report.anchors)],
            [said.auditEntries, text(report.auditEntries)],
            [said.unanchored, text(report.unanchored)],
          ]}
        />
      </Panel>
    </>
  );
}

function Anchor({ anchor }: { readonly anchor: string | null }) {
  const said = useTexts(texts);
  return anchor === null ? said.noAnchor : <Copy text={anchor} what={said.anchor} />;
}

function Problems({ report: { problems } }: { readonly report: Report }) {
  const said = useTexts(texts);
  return (
    <Panel title={said.problems}>
      <p className={styles.line}>{said.problemsText}</p>
      {problems.some(({ kind }) => kind === 'ENTRY_MISSING') && (
        <p className={styles.line}>
          {said.missing} <code>event-log verify --audit-months …</code>
        </p>
      )}
      <Facts
        of={problems.map(({ kind, place }) => [
          place,
          <code key={place} lang="en">
            {kind}
          </code>,
        ])}
      />
    </Panel>
  );
}
