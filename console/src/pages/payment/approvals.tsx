import { useMay, useMe } from '../../api/me.tsx';
import type { ApprovalStatus } from '../../generated/operations.ts';
import { Sentence } from '../../parts/object-page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { To } from '../../parts/to.tsx';
import { Money } from '../../parts/values/money.tsx';
import { Status, type Tone } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import styles from './payment.module.css';
import { type Payment, waitingSentenceOf } from './sentence.ts';
import { texts } from './texts.ts';

/** What waits for a second person, each in a sentence. */
export function WaitingApprovals({ waitingApprovals }: Pick<Payment, 'waitingApprovals'>) {
  const said = useTexts(texts);
  const { language } = useLanguage();
  return waitingApprovals.map((approval) => (
    <Sentence key={approval.id}>
      <Status tone="wait">{said.waits}</Status> {waitingSentenceOf(approval, language)} <ToRequest {...approval} />
    </Sentence>
  ));
}

type Ended = Payment['endedApprovals'][number];

const tones: Readonly<Record<ApprovalStatus, Tone>> = {
  ...{ PENDING: 'wait', APPROVED: 'good', REFUSED: 'bad' },
  ...{ EXPIRED: 'ended', WITHDRAWN: 'ended' },
};

/** What was asked of a second person, and who decided what, and why: who asked may not read the audit log. */
export function EndedApprovals({ endedApprovals }: Pick<Payment, 'endedApprovals'>) {
  const said = useTexts(texts);
  if (endedApprovals.length === 0) return null;
  return (
    <Panel title={said.approvals}>
      <ul className={styles.rows}>
        {endedApprovals.map((approval) => (
          <EndedApproval key={approval.id} {...approval} />
        ))}
      </ul>
    </Panel>
  );
}

function EndedApproval(approval: Ended) {
  const said = useTexts(texts);
  const { status, amount, reason, requestedBy, requestedByPerson, decidedAt, expiresAt } = approval;
  const asked = requestedByPerson?.name ?? requestedBy;
  const decided = approval.decidedByPerson?.name ?? approval.decidedBy;
  // The one who asked withdrew it, or a restore did.
  const by = status !== 'WITHDRAWN' ? (decided ?? '') : decided === null ? asked : said.restore;
  return (
    <li className={styles.row}>
      <p>
        <Status tone={tones[status]} isNote>
          {said.ended[status]?.(by)}
        </Status>
      </p>
      <p>
        <strong>{amount === null ? said.toPaid : <Money cents={amount.cents} />}</strong>
      </p>
      <div className={styles.soft}>
        <When at={decidedAt ?? expiresAt} />
        {` · ${said.askedBy(asked)}`}
        {reason !== null && <div>{said.because(reason)}</div>}
        <ToRequest {...approval} />
      </div>
    </li>
  );
}

/** For those to whom the list shows it. */
function ToRequest({
  requestedByPerson,
  status,
}: Pick<Ended, 'requestedByPerson'> & { readonly status?: ApprovalStatus }) {
  const said = useTexts(texts);
  const { person } = useMe();
  const mayDecide = useMay('approve');
  if (!mayDecide && requestedByPerson?.id !== person?.id) return null;
  return (
    <To to="/approvals" search={{ status }}>
      {said.toApprovals}
    </To>
  );
}
