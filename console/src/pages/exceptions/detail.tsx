import { useState } from 'react';
import { useChangesOf } from '../../api/changes.ts';
import { useRunModeOf } from '../../api/run-mode.ts';
import { useAsk, useAskAgain } from '../../api/use-ask.ts';
import { ExceptionDocument } from '../../generated/operations.ts';
import { fileName } from '../../parts/business/file-name.ts';
import { ShownIban } from '../../parts/business/shown-iban.tsx';
import { Meanwhile, useNameOf } from '../../parts/dialog/meanwhile.ts';
import { Facts, Panel } from '../../parts/panel.tsx';
import { EmptyState, Pending } from '../../parts/states.tsx';
import { To } from '../../parts/to.tsx';
import { Money } from '../../parts/values/money.tsx';
import { Status } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { exceptionKinds } from '../../texts/exception-kinds.ts';
import { useTexts } from '../../texts/language.tsx';
import { Candidates } from './candidates.tsx';
import { decideTexts } from './decide-texts.ts';
import { OtherDecisions } from './decisions.tsx';
import { amountOf, centsOf, type Exception, hasEnded, receivedCents } from './exception.ts';
import styles from './exceptions.module.css';
import { factsTexts } from './facts-texts.ts';
import { texts } from './texts.ts';

type Props = { readonly id: string; readonly onDecided: () => void };

/** The open exception: the entry in the bank's words, and what can be decided. */
export function Detail({ id, onDecided }: Props) {
  const said = useTexts(texts);
  const asked = useAsk(ExceptionDocument, { id });
  const askAgain = useAskAgain(ExceptionDocument);
  // The list beside it says what changed, and moves no row.
  useChangesOf('EXCEPTIONS', id, () => void askAgain());
  const { data } = asked;
  const exception = data?.node?.__typename === 'BankException' ? data.node : null;
  useRunModeOf(exception?.runMode);
  // Shown on where it cannot be read again: a dialog keeps what was typed.
  if (!data)
    return (
      <Panel>
        <Pending asked={asked} lines={9} />
      </Panel>
    );
  if (!exception)
    return (
      <Panel>
        <EmptyState title={said.unknown} />
      </Panel>
    );
  return (
    <>
      <Entry exception={exception} />
      <Decisions exception={exception} onDecided={onDecided} />
    </>
  );
}

type DecisionsProps = { readonly exception: Exception; readonly onDecided: () => void };

/** While a dialog is open it stays as it was, also where another person decides in the meantime: it says so then. */
function Decisions({ exception, onDecided }: DecisionsProps) {
  const [asked, setAsked] = useState<Exception | null>(null);
  const shown = asked ?? exception;
  const onOpenChange = (isOpen: boolean): void => setAsked(isOpen ? shown : null);
  const said = useTexts(decideTexts);
  const nameOf = useNameOf();
  const { resolvedBy, resolvedByPerson } = exception;
  // Decided, and its debits are being paid.
  if (isOver(shown)) return null;
  const meanwhile = resolvedBy === null ? said.settled : said.refusedBy(nameOf(resolvedBy, resolvedByPerson));
  return (
    <Meanwhile value={isOver(exception) ? meanwhile : null}>
      <Candidates exception={shown} {...{ onDecided, onOpenChange }} />
      <OtherDecisions exception={shown} {...{ onDecided, onOpenChange }} />
    </Meanwhile>
  );
}

const isOver = ({ status, resolution }: Exception): boolean => status !== 'OPEN' || resolution !== null;

const tones = { OPEN: 'alert', RESOLVED: 'good', SETTLED: 'ended' } as const;

function Entry({ exception }: { readonly exception: Exception }) {
  const said = useTexts(texts);
  const kindNames = useTexts(exceptionKinds);
  const { names, suspense, ...amounts } = useTexts(decideTexts);
  const { differs, facts } = useTexts(factsTexts);
  const { kind, status, bookedOn, remittance, bankFile, payment, batch, countedPayment } = exception;
  const received = receivedCents(exception);
  const code = [exception.reasonCode, exception.reasonMeaning].filter((one) => one !== null).join(' · ');
  const isStatement = kind === 'STATEMENT_MISSING';
  const { resolution, resolvedByPerson, resolvedBy, resolvedAt } = exception;
  return (
    <Panel title={kindNames[kind]} actions={<Status tone={tones[status]}>{said.statuses[status]}</Status>}>
      <p className={styles.why}>{hasEnded(exception) ? said.whyEnded(status === 'OPEN') : said.why[kind]}</p>
      {!isStatement && (
        <p className={styles.sum}>
          {amounts[amountOf(exception)]} <Money cents={centsOf(exception)} />
          {exception.isInSuspense && <span className={styles.mark}>{suspense}</span>}
        </p>
      )}
      <Facts
        of={[
          [names.counterparty, exception.counterparty],
          [
            names.iban,
            exception.counterpartyMaskedIban && (
              <ShownIban key={exception.id} id={exception.id} masked={exception.counterpartyMaskedIban} />
            ),
          ],
          [names.ultimate, exception.ultimateCounterparty],
          [names.remittance, remittance && <span className={styles.remittance}>{remittance}</span>],
          [names.endToEndId, exception.endToEndId],
          [names.block, exception.paymentInformationId],
          [names.mandate, exception.mandateReference],
          [isStatement ? names.number : names.code, code],
          [names.received, received !== null && <Money cents={received} />],
          [names.booked, bookedOn && <When at={bookedOn} />],
          [names.societe, exception.idSociete],
          [differs, exception.differsIn.map((one) => facts[one]).join(', ')],
          [names.payment, payment && <To to={`/payments/${payment.id}`}>{payment.reference}</To>],
          [names.batch, batch && <To to={`/debits/${batch.id}`}>{batch.messageId}</To>],
          [names.counted, countedPayment && <To to={`/payments/${countedPayment.id}`}>{countedPayment.reference}</To>],
          [names.file, bankFile && <To to={`/bank-files/${bankFile.id}`}>{fileName(bankFile.name)}</To>],
          [names.found, <When key="found" at={exception.openedAt} />],
          [names.decision, resolution && said.resolutions[resolution]],
          [names.reason, exception.resolutionReason],
          [names.by, resolvedByPerson?.name ?? resolvedBy],
          ['', resolvedAt && <When at={resolvedAt} />],
        ]}
      />
    </Panel>
  );
}
