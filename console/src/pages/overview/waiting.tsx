import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RawSearch } from '../../api/address.ts';
import { useRunMode } from '../../api/run-mode.ts';
import { useAsk } from '../../api/use-ask.ts';
import { WorkloadDocument, type WorkloadQuery } from '../../generated/operations.ts';
import { useRestored } from '../../parts/business/restored.tsx';
import { stateOfAccounts, useStatementCalendar } from '../../parts/business/statement-calendar.ts';
import { Panel } from '../../parts/panel.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import { To } from '../../parts/to.tsx';
import { Money } from '../../parts/values/money.tsx';
import { Status } from '../../parts/values/status.tsx';
import { useTexts } from '../../texts/language.tsx';
import { everyMs } from './figures.ts';
import styles from './overview.module.css';
import { Statements } from './statements.tsx';
import { texts, type WorkName } from './texts.ts';

type Work = {
  readonly name: WorkName;
  /** Where it is done. Left out: the payments are named below. */
  readonly to?: string;
  readonly search?: RawSearch;
  /** Money or a customer may be waiting: it stands out. Others are everyday work. */
  readonly isUrgent?: boolean;
};

/** What needs a person, the most urgent first. */
const works: readonly Work[] = [
  { name: 'paymentsInReview', to: '/payments', search: { status: 'NEEDS_REVIEW' }, isUrgent: true },
  { name: 'paymentsContradicted', isUrgent: true },
  { name: 'operationsInDoubt', isUrgent: true },
  { name: 'approvalsWaiting', to: '/approvals', isUrgent: true },
  { name: 'bankFilesWaiting', to: '/bank-files', isUrgent: true },
  { name: 'bankExceptions', to: '/exceptions', isUrgent: true },
  { name: 'debitsOverdue', to: '/debits', isUrgent: true },
  { name: 'batchesLate', to: '/debits', search: { status: 'CREATED' }, isUrgent: true },
  { name: 'webhooksDead', to: '/webhooks', isUrgent: true },
  { name: 'batchesToHandOver', to: '/debits', search: { status: 'CREATED' } },
  { name: 'debitsWaiting', to: '/debits' },
  { name: 'transfersAwaited', to: '/transfers' },
  { name: 'mandatesLapsing', to: '/mandates', search: { lapsing: '60' } },
];

const countOf = (workload: WorkloadQuery['workload'], name: WorkName): number => {
  if (name === 'paymentsContradicted') return workload[name].length;
  const found = workload[name];
  if (typeof found === 'number') return found;
  return found === null ? 0 : found.reduce((sum, { count }) => sum + count, 0);
};

/** "All is well", or what waits. */
export function Waiting() {
  const said = useTexts(texts);
  const { data, error, refetch } = useAsk(WorkloadDocument, { runMode: useRunMode() }, { everyMs });
  const { isAwaited, accounts } = useStatementCalendar();
  const restored = useRestored();
  const isBroken = stateOfAccounts(accounts) === 'broken';
  const waiting = data
    ? works.flatMap((work) => {
        const count = countOf(data.workload, work.name);
        return count > 0 ? [{ ...work, count }] : [];
      })
    : [];
  // All at once: what stands below takes its place when this has its height.
  if (isAwaited || !(data || error))
    return (
      <Panel title={said.waiting}>
        <Skeleton lines={2} />
      </Panel>
    );
  return (
    <Panel title={said.waiting}>
      {error && <ErrorState fault={error} retry={() => void refetch()} />}
      {data && !isBroken && !restored && !waiting.some(({ isUrgent }) => isUrgent) && (
        <p className={styles.well}>
          <Status tone="good">{said.allWell}</Status>
          {waiting.length === 0 && <span>{said.allWellText}</span>}
        </p>
      )}
      {(restored || waiting.length > 0) && (
        <ul className={styles.work}>
          {restored && (
            <li className={`${styles.urgent} ${styles.wide}`}>
              <div>
                <strong>1</strong>
                <span>
                  {said.restored(...restored)} <code>db confirm-compared --yes</code>
                </span>
              </div>
            </li>
          )}
          {waiting.map(({ name, to, search, count, isUrgent }) => (
            <li key={name} className={isUrgent ? styles.urgent : undefined}>
              <Place to={to} search={search}>
                <strong>{count}</strong>
                <span>{said.work[name](count)}</span>
              </Place>
            </li>
          ))}
        </ul>
      )}
      {data && <Named as={said.contradicted} payments={data.workload.paymentsContradicted} />}
      {data && <Named as={said.inDoubt} payments={data.paymentsInDoubt} />}
      <Statements />
    </Panel>
  );
}

type NamedProps = { readonly as: string; readonly payments: WorkloadQuery['paymentsInDoubt'] };

/** The payments that a count is about, where no list shows them. */
function Named({ as, payments }: NamedProps) {
  if (payments.length === 0) return null;
  return (
    <p className={styles.doubtful}>
      {as}
      {payments.map(({ id, reference, amount }) => (
        <To key={id} to={`/payments/${id}`}>
          {reference} (<Money cents={amount.cents} currency={amount.currency} />)
        </To>
      ))}
    </p>
  );
}

type PlaceProps = {
  readonly to: string | undefined;
  readonly search: RawSearch | undefined;
  readonly children: ReactNode;
};

function Place({ to, search, children }: PlaceProps) {
  const { routesByPath } = useRouter();
  if (to === undefined || !(to in routesByPath)) return <div>{children}</div>;
  return (
    <To to={to} {...(search && { search })}>
      {children}
    </To>
  );
}
