import { useMay, useMe } from '../../api/me.tsx';
import type { ApprovalStatus, ApprovalsQuery } from '../../generated/operations.ts';
import { CustomerLink } from '../../parts/business/customer-name.tsx';
import { Button } from '../../parts/button.tsx';
import { Facts, Panel } from '../../parts/panel.tsx';
import { To } from '../../parts/to.tsx';
import { moneyText } from '../../parts/values/money.tsx';
import { Status, type Tone } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import type { Act } from './act-dialog.tsx';
import styles from './approvals.module.css';
import { obstacleOf } from './obstacle.ts';
import { texts } from './texts.ts';

export type Approval = ApprovalsQuery['approvals']['edges'][number]['node'];

const tones: Readonly<Record<ApprovalStatus, Tone>> = {
  PENDING: 'wait',
  APPROVED: 'good',
  REFUSED: 'bad',
  EXPIRED: 'ended',
  WITHDRAWN: 'ended',
};

type Props = { readonly approval: Approval; readonly onAct: (act: Act) => void };

/** What was asked for, by whom, and the decision or the buttons for it. */
export function ApprovalCard({ approval, onAct }: Props) {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const { kind, amount, status } = approval;
  const title =
    kind === 'REFUND'
      ? said.refund(moneyText(amount?.cents ?? 0, language))
      : kind === 'AMEND_MANDATE'
        ? said.amend
        : said.review;
  return (
    <Panel title={title} actions={<Status tone={tones[status]}>{said.status[status]}</Status>}>
      <div className={styles.card}>
        <ApprovalFacts approval={approval} />
        {status === 'PENDING' && <Decision {...{ approval, title, onAct }} />}
      </div>
    </Panel>
  );
}

function ApprovalFacts({ approval }: { readonly approval: Approval }) {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const { payment, amendment, status, cause, refund, createdAt, expiresAt, decidedBy, decidedAt } = approval;
  const reason = status === 'WITHDRAWN' && decidedBy ? said.restored : approval.reason;
  return (
    <Facts
      of={[
        [
          said.payment,
          payment && (
            <>
              <To to={`/payments/${payment.id}`}>{payment.reference}</To>{' '}
              {said.ofAmount(moneyText(payment.amount.cents, language))}
            </>
          ),
        ],
        [said.societe, payment?.idSociete],
        [said.customer, payment && <CustomerLink key="customer" {...payment} />],
        [said.mandate, amendment?.rum],
        [said.oldIban, amendment?.oldIban],
        [said.newIban, amendment && <strong>{amendment.newIban}</strong>],
        [said.fields, amendment?.fields.map((name) => said.fieldNames[name] ?? name).join(', ')],
        [
          said.askedBy,
          <Who key="asked" name={approval.requestedByPerson?.name ?? approval.requestedBy} at={createdAt} />,
        ],
        [said.cause, status === 'PENDING' ? said.causes[cause] : null],
        [said.obstacle, obstacleOf(approval, said)],
        [said.expires, status === 'PENDING' ? <When key="expires" at={expiresAt} /> : null],
        [said.withdrawn, status === 'WITHDRAWN' && decidedAt ? <When key="withdrawn" at={decidedAt} /> : null],
        [
          said.decidedBy,
          decidedAt && status !== 'WITHDRAWN' && (
            <Who key="decided" name={approval.decidedByPerson?.name ?? approval.decidedBy ?? ''} at={decidedAt} />
          ),
        ],
        [said.reason, reason],
        [said.refundAtBank, refund && said.refunds[refund.status]],
      ]}
    />
  );
}

function Who({ name, at }: { readonly name: string; readonly at: string }) {
  return (
    <>
      {name} · <When at={at} />
    </>
  );
}

function Decision({ approval, title, onAct }: Props & { readonly title: string }) {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const { person, client } = useMe();
  const mayApprove = useMay('approve');
  const { requestedByPerson, requestedBy, payment } = approval;
  const isOwn = person ? requestedByPerson?.id === person.id : requestedBy === client;
  const about = (
    <p>
      <strong>{title}</strong>
      {payment && ` · ${said.ofPayment(payment.reference, moneyText(payment.amount.cents, language))}`}
    </p>
  );
  const open = (kind: Act['kind']) => () => onAct({ id: approval.id, kind, about });
  if (isOwn)
    return (
      <div className={styles.own}>
        <p className={styles.why}>{said.own}</p>
        <Button kind="danger" onPress={open('WITHDRAW')}>
          {said.withdraw}
        </Button>
      </div>
    );
  if (!mayApprove) return <p className={styles.why}>{said.notAllowed}</p>;
  return (
    <div className={styles.buttons}>
      {obstacleOf(approval, said) === null && (
        <Button kind="primary" onPress={open('APPROVE')}>
          {said.approve}
        </Button>
      )}
      <Button kind="danger" onPress={open('REFUSE')}>
        {said.refuse}
      </Button>
    </div>
  );
}
