import { useParams } from '@tanstack/react-router';
import { useChangesOf } from '../../api/changes.ts';
import { useRunModeOf } from '../../api/run-mode.ts';
import { useAsk, useAskAgain } from '../../api/use-ask.ts';
import { MandateDocument } from '../../generated/operations.ts';
import { MandateStatus } from '../../parts/business/mandate-status.tsx';
import { KeptWhileOpen } from '../../parts/dialog/kept-while-open.tsx';
import { NotShown } from '../../parts/not-shown.tsx';
import { Columns, Sentence } from '../../parts/object-page.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { CopyButton } from '../../parts/values/copy.tsx';
import { whenText } from '../../parts/values/when.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import type { Language } from '../../texts/words.ts';
import { Actions } from './actions.tsx';
import { Debits } from './debits.tsx';
import { MandateFacts } from './facts.tsx';
import type { Mandate } from './mandate.ts';
import { Story } from './story.tsx';
import { texts } from './texts.ts';

export function MandatePage() {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const asked = useAsk(MandateDocument, { id });
  const askAgain = useAskAgain();
  useChangesOf('MANDATES', id, () => void askAgain());
  const mandate = asked.data?.mandate;
  useRunModeOf(mandate?.runMode);
  if (!mandate) return <NotShown {...said} asked={asked} lines={10} list={['/mandates', said.toList]} />;
  return (
    <>
      <PageHead
        title={`${said.title} ${mandate.rum}`}
        beside={
          <>
            <CopyButton text={mandate.rum} what={said.rum} />
            <MandateStatus status={mandate.status} />
          </>
        }
        {...(mandate.debtor && { lead: <strong>{mandate.debtor.name}</strong> })}
      />
      <Sentence>{sentenceOf(mandate, language)}</Sentence>
      <KeptWhileOpen of={mandate.status}>{(shown) => <Actions mandate={mandate} shown={shown} />}</KeptWhileOpen>
      <Columns facts={<MandateFacts mandate={mandate} />}>
        <Debits mandate={mandate} />
        <Story events={mandate.events} />
      </Columns>
    </>
  );
}

const living: ReadonlySet<string> = new Set(['SIGNED', 'ACTIVE', 'SUSPENDED']);

/** Where it stands, and what comes next. */
function sentenceOf(mandate: Mandate, language: Language): string {
  const said = texts[language];
  const { status, scheme, type, lapsesOn, hasPendingAmendment, endsWithNext } = mandate;
  return [
    said.sentences[status],
    status === 'DRAFT' && scheme === 'B2B' && said.b2bDraft,
    living.has(status) && type === 'ONE_OFF' && said.usedOnce,
    living.has(status) && lapsesOn !== null && said.lapses(whenText(lapsesOn, language, 'day')),
    hasPendingAmendment && said.pending,
    endsWithNext && status !== 'COMPLETED' && said.endsWithNext,
  ]
    .filter((one) => one !== false)
    .join(' ');
}
