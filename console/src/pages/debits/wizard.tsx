import { useState } from 'react';
import { isRefusal } from '../../api/refusals.ts';
import { useRunModeToAsk } from '../../api/run-mode.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useGo } from '../../api/use-go.ts';
import {
  CreateBatchDocument,
  type CreateBatchMutation,
  DirectDebitCalendarDocument,
  type MandateScheme,
  PreviewBatchDocument,
  type PreviewBatchQuery,
  type PreviewBatchQueryVariables,
} from '../../generated/operations.ts';
import { Restored } from '../../parts/business/restored.tsx';
import { SocieteSelect, useFirstSociete } from '../../parts/business/societe-select.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog, type Opened } from '../../parts/dialog/dialog.tsx';
import { DateField } from '../../parts/fields/date-field.tsx';
import { Fields } from '../../parts/fields/fields.tsx';
import { useToday } from '../../parts/hooks/use-today.ts';
import { daysBefore } from '../../parts/lists/paris-days.ts';
import { FaultText, Skeleton } from '../../parts/states.tsx';
import { To } from '../../parts/to.tsx';
import { Money } from '../../parts/values/money.tsx';
import { whenText } from '../../parts/values/when.tsx';
import { WriteForm } from '../../parts/write-form.tsx';
import { debitWords } from '../../texts/debits.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import styles from './debits.module.css';
import { texts } from './texts.ts';

type Props = {
  readonly idSociete: string | undefined;
  /** Left out: as late as the bank takes a file today. */
  readonly cutOff?: string;
  /** Left out: each. */
  readonly scheme?: MandateScheme;
  readonly isPrimary?: boolean;
  readonly reason?: string | null;
};

/** Shows what a file would hold, and makes it. Downloading and handing over are on the page of the batch. */
export function Wizard({ isPrimary = false, reason = null, ...given }: Props) {
  const said = useTexts(texts);
  const label = useLabel(given);
  const trigger = (
    <Button kind={isPrimary ? 'primary' : 'quiet'} isSmall={!isPrimary} reason={reason} {...(label && { label })}>
      {said.prepare}
    </Button>
  );
  return (
    <Dialog title={said.prepare} isWide trigger={trigger}>
      {(opened) => <WizardForm {...opened} {...given} />}
    </Dialog>
  );
}

/** For who hears the buttons of the calendar, one for each due date: which one it is. */
function useLabel({ idSociete, cutOff, scheme }: Pick<Props, 'idSociete' | 'cutOff' | 'scheme'>): string | null {
  const said = useTexts(texts);
  const words = useTexts(debitWords);
  const { language } = useLanguage();
  if (idSociete === undefined || cutOff === undefined || scheme === undefined) return null;
  return [said.prepare, `${said.societe} ${idSociete}`, words.scheme[scheme], whenText(cutOff, language, 'day')].join(
    ', ',
  );
}

/** The last due date whose file the bank takes today; where nothing waits, a week from now. Null while it is looked up. */
function useLatest(idSociete: string | null): string | null {
  const runMode = useRunModeToAsk();
  const today = useToday();
  const { data } = useAsk(
    DirectDebitCalendarDocument,
    { idSociete: idSociete ?? '', runMode },
    { enabled: idSociete !== null },
  );
  const result = data?.directDebitCalendar;
  if (result === undefined) return null;
  const days = result.__typename === 'DirectDebitCalendar' ? result.days : [];
  const now = days.filter(({ fileFrom }) => fileFrom <= today);
  return now.at(-1)?.dueDate ?? daysBefore(today, -7);
}

function WizardForm({ close, intention, ...given }: Opened & Omit<Props, 'isPrimary' | 'reason'>) {
  const said = useTexts(texts);
  const go = useGo();
  const first = useFirstSociete();
  const runMode = useRunModeToAsk();
  const [made, setMade] = useState<readonly Made[]>([]);
  const [idSociete, setSociete] = useState<string | null>(given.idSociete ?? first);
  const [chosen, setCutOff] = useState<string | null | undefined>(given.cutOff);
  const latest = useLatest(idSociete);
  const cutOff = chosen === undefined ? latest : chosen;
  const input =
    idSociete !== null && cutOff !== null
      ? { idSociete, cutOff, runMode, ...(given.scheme && { scheme: given.scheme }) }
      : null;
  if (made.length > 0) return <MadeFiles made={made} />;
  return (
    <WriteForm
      operation={CreateBatchDocument}
      {...{ intention, names: ['idSociete', 'cutOff'], submit: said.make, onCancel: close }}
      variables={() => input && { input }}
      says={({ batches }) => (batches.length === 0 ? said.nothingMade : said.done(batches.length))}
      staysOpen
      onDone={({ batches }) => {
        if (batches.length > 1) return setMade(batches);
        close();
        const [only] = batches;
        if (only) go(`/debits/${only.id}`);
      }}
    >
      <Fields>
        <SocieteSelect value={idSociete} onChange={setSociete} />
        <DateField
          {...{ label: said.cutOff, name: 'cutOff', hint: said.cutOffHint, value: cutOff, onChange: setCutOff }}
          isRequired
        />
      </Fields>
      <Restored about="batch" />
      {input && <Preview input={input} />}
      <p className={styles.soft}>{said.makeText}</p>
    </WriteForm>
  );
}

type Created = Extract<CreateBatchMutation['createDirectDebitBatch'], { __typename: 'CreateDirectDebitBatchSuccess' }>;
type Made = Created['batches'][number];

/** Where each file that was made is downloaded. */
function MadeFiles({ made }: { readonly made: readonly Made[] }) {
  const said = useTexts(texts);
  const words = useTexts(debitWords);
  return (
    <section aria-label={said.done(made.length)}>
      <p>{said.nowDownload}</p>
      {made.map(({ id, scheme, debits, total }) => (
        <div key={id} className={styles.preview}>
          <p>
            <To to={`/debits/${id}`}>
              {words.scheme[scheme]} · {said.count(debits)}
            </To>
            <strong>
              <Money cents={total.cents} />
            </strong>
          </p>
        </div>
      ))}
    </section>
  );
}

type Input = PreviewBatchQueryVariables['input'];
type Result = PreviewBatchQuery['previewDirectDebitBatch'];
type Scheme = Extract<Result, { __typename: 'PreviewDirectDebitBatchSuccess' }>['schemes'][number];

function Preview({ input }: { readonly input: Input }) {
  const said = useTexts(texts);
  const { data, error } = useAsk(PreviewBatchDocument, { input });
  const whyNone = (path: readonly string[] | null): string =>
    path?.includes('cutOff') ? said.tooLate : `${said.noContract}. ${said.noContractText}`;
  if (error) return <FaultText fault={error} />;
  if (!data) return <Skeleton lines={2} />;
  const result = data.previewDirectDebitBatch;
  if (isRefusal(result)) return <p className={styles.preview}>{whyNone(result.path)}</p>;
  const schemes = result.__typename === 'PreviewDirectDebitBatchSuccess' ? result.schemes : [];
  const filled = schemes.filter(({ debits, heldBack }) => debits > 0 || heldBack.length > 0);
  return (
    <section aria-label={said.preview} aria-live="polite">
      {filled.length === 0 && <p className={styles.preview}>{said.empty}</p>}
      {filled.map((scheme) => (
        <OfScheme key={scheme.scheme} scheme={scheme} />
      ))}
    </section>
  );
}

function OfScheme({ scheme: { scheme, debits, total, heldBack, moreIsDue } }: { readonly scheme: Scheme }) {
  const said = useTexts(texts);
  const words = useTexts(debitWords);
  return (
    <div className={styles.preview}>
      <p>
        <span>
          {words.scheme[scheme]} · {said.count(debits)}
        </span>
        <strong>
          <Money cents={total.cents} />
        </strong>
      </p>
      {moreIsDue && <p className={styles.soft}>{said.moreIsDue}</p>}
      {heldBack.length > 0 && (
        <details>
          <summary>{said.heldBack(heldBack.length)}</summary>
          <ul>
            {heldBack.map(({ paymentId, reference, reason }) => (
              <li key={paymentId}>
                <To to={`/payments/${paymentId}`}>{reference}</To> {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
