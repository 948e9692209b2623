import { Facts, Panel } from '../../parts/panel.tsx';
import { CopyLong } from '../../parts/values/copy.tsx';
import { Money } from '../../parts/values/money.tsx';
import { When } from '../../parts/values/when.tsx';
import { debitWords } from '../../texts/debits.ts';
import { useTexts } from '../../texts/language.tsx';
import { type Batch, isClosedByBank } from './batch.ts';
import { texts } from './texts.ts';

export function BatchFacts({ batch }: { readonly batch: Batch }) {
  const said = useTexts(texts);
  const words = useTexts(debitWords);
  const { names } = said;
  const { file, createdByPerson, createdBy, closedByPerson, closedBy, closedAt, bankShowedAt } = batch;
  const moment = (at: string | null, who: string | null) =>
    at === null ? null : (
      <>
        <When at={at} />
        {who !== null && `, ${said.by(who)}`}
      </>
    );
  // A person's number says nothing here; who made the batch stands beside it by name.
  const downloadedBy = file.firstDownloadedBy?.startsWith('console/') ? null : file.firstDownloadedBy;
  return (
    <Panel title={said.about}>
      <Facts
        of={[
          [names.societe, batch.idSociete],
          [names.scheme, words.scheme[batch.scheme]],
          [names.cutOff, <When key="cutOff" at={batch.cutOff} />],
          [names.debits, batch.debits],
          [names.total, <Money key="total" cents={batch.total.cents} />],
          [names.messageId, <code key="messageId">{batch.messageId}</code>],
          [names.file, file.name],
          [names.format, file.format],
          [names.digest, <CopyLong key="digest" text={file.digest} what={names.digest} />],
          [names.made, moment(batch.createdAt, createdByPerson?.name ?? createdBy)],
          [names.downloaded, moment(file.firstDownloadedAt, downloadedBy)],
          [
            words.batchStatus[batch.status],
            moment(closedAt, isClosedByBank(batch) ? null : (closedByPerson?.name ?? closedBy)),
          ],
          [names.bankShowed, moment(bankShowedAt, null)],
        ]}
      />
    </Panel>
  );
}
