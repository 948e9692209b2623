import { useParams } from '@tanstack/react-router';
import { useChangesOf } from '../../api/changes.ts';
import { useRunModeOf } from '../../api/run-mode.ts';
import { useAsk, useAskAgain } from '../../api/use-ask.ts';
import { BatchDocument } from '../../generated/operations.ts';
import { BatchStatus } from '../../parts/business/batch-status.tsx';
import { Restored } from '../../parts/business/restored.tsx';
import { KeptWhileOpen } from '../../parts/dialog/kept-while-open.tsx';
import { Meanwhile, useNameOf } from '../../parts/dialog/meanwhile.ts';
import { NotShown } from '../../parts/not-shown.tsx';
import { Columns, Sentence } from '../../parts/object-page.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { moneyText } from '../../parts/values/money.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { Actions } from './actions.tsx';
import { type Batch, isClosedByBank } from './batch.ts';
import { Debits } from './debits.tsx';
import { BatchFacts } from './facts.tsx';
import { Report } from './report.tsx';
import { texts } from './texts.ts';

export function BatchPage() {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const asked = useAsk(BatchDocument, { id });
  const askAgain = useAskAgain();
  useChangesOf('BATCHES', id, () => void askAgain());
  const batch = asked.data?.directDebitBatch;
  const meanwhile = useMeanwhile();
  useRunModeOf(batch?.runMode);
  if (!batch) return <NotShown {...said} asked={asked} lines={10} list={['/debits', said.toList]} />;
  return (
    <>
      <PageHead
        title={`${said.title} ${batch.messageId}`}
        beside={<BatchStatus status={batch.status} />}
        lead={said.lead(batch.idSociete, batch.debits, moneyText(batch.total.cents, language))}
      />
      <Sentence>{said[sentenceOf(batch)]}</Sentence>
      {batch.status === 'CREATED' && <Restored about="batch" />}
      <Meanwhile value={meanwhile(batch)}>
        <KeptWhileOpen of={batch.status}>
          {(status) => <Actions batch={{ ...batch, status }} reload={() => void asked.refetch()} />}
        </KeptWhileOpen>
      </Meanwhile>
      <Columns facts={<BatchFacts batch={batch} />}>
        <Report batch={batch} />
        <Debits id={batch.id} />
      </Columns>
    </>
  );
}

/** Who handed it over or cancelled it while a dialog stands open. */
function useMeanwhile(): (batch: Batch) => string | null {
  const said = useTexts(texts);
  const nameOf = useNameOf();
  return (batch) =>
    batch.status === 'CREATED'
      ? null
      : isClosedByBank(batch)
        ? said.handedOver
        : said.meanwhile[batch.status](nameOf(batch.closedBy ?? '', batch.closedByPerson));
}

function sentenceOf({ status, file }: Batch): 'toDownload' | 'toHandOver' | 'handedOver' | 'cancelled' {
  if (status === 'SUBMITTED') return 'handedOver';
  if (status === 'CANCELLED') return 'cancelled';
  return file.firstDownloadedAt === null ? 'toDownload' : 'toHandOver';
}
