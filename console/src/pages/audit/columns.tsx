import { useRouter } from '@tanstack/react-router';
import type { AuditEntriesQuery, AuditOutcome } from '../../generated/operations.ts';
import type { Column } from '../../parts/table.tsx';
import { To } from '../../parts/to.tsx';
import { CopyButton, shortId } from '../../parts/values/copy.tsx';
import { Status, type Tone } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import { roleNames, rolesText } from '../../texts/roles.ts';
import { actionNames } from './actions.ts';
import styles from './audit.module.css';
import { texts } from './texts.ts';

export type Row = AuditEntriesQuery['auditEntries']['edges'][number]['node'];

const tones: Readonly<Record<AuditOutcome, Tone>> = {
  DONE: 'good',
  UNCHANGED: 'ended',
  WAITING: 'wait',
  REFUSED: 'bad',
  FAILED: 'alert',
};

/** Where an id opens, by its first letters. */
const pagesOfIds: Readonly<Record<string, string>> = {
  pay_: '/payments',
  mdt_: '/mandates',
  jrn_: '/books',
  msg_: '/webhooks',
  bat_: '/debits',
  bkf_: '/bank-files',
};

export function useColumns(): readonly Column<Row>[] {
  const said = useTexts(texts);
  const names = useTexts(actionNames);
  const ofRoles = useTexts(roleNames);
  return [
    {
      ...{ id: 'actor', head: said.actor, narrow: 'title' },
      cell: ({ actor, actorPerson }) => (
        <To to="/audit" search={{ actor }}>
          <span className="visually-hidden">{said.onlyBy}</span> {actorPerson?.name ?? nameOf(actor)}
        </To>
      ),
    },
    {
      ...{ id: 'action', head: said.action, narrow: 'sub' },
      cell: ({ action }) => <span className={styles.action}>{names[action] ?? <code>{action}</code>}</span>,
    },
    {
      ...{ id: 'object', head: said.object, narrow: 'sub' },
      cell: ({ object, approvalId, outcome }) => (
        <span className={styles.over}>
          <OfId id={object} /> {approvalId !== object && <OfApproval id={approvalId} isOpen={outcome === 'WAITING'} />}
        </span>
      ),
    },
    {
      ...{ id: 'outcome', head: said.outcome, narrow: 'end' },
      cell: ({ outcome, code }) => (
        <>
          <Status tone={tones[outcome]}>{said.outcomes[outcome]}</Status>{' '}
          {code !== null && <code className={styles.code}>{code}</code>}
        </>
      ),
    },
    { id: 'at', head: said.at, narrow: 'sub', cell: ({ at }) => <When at={at} style="exact" /> },
    { id: 'roles', head: said.roles, cell: ({ roles }) => rolesText(roles, ofRoles) },
    {
      ...{ id: 'request', head: said.request },
      cell: ({ requestId }) =>
        requestId !== null && (
          <span className={styles.over}>
            <CopyButton text={requestId} what={said.theRequest} />
          </span>
        ),
    },
  ];
}

/** A client, or a person whose name was erased. */
export const nameOf = (actor: string): string => (actor.startsWith('console/per_') ? shortId(actor.slice(8)) : actor);

/** Leads to what waits, or to the decision about it. */
function OfApproval({ id, isOpen }: { readonly id: string | null; readonly isOpen: boolean }) {
  if (id === null) return null;
  return (
    <To to={isOpen ? '/approvals' : '/audit'} {...(!isOpen && { search: { object: id } })}>
      <ShortId id={id} />
    </To>
  );
}

function ShortId({ id }: { readonly id: string }) {
  return (
    <code className={styles.id} title={id}>
      {shortId(id)}
    </code>
  );
}

/** An id, as a link where a page shows it; the tooltip and the export have the whole. */
function OfId({ id }: { readonly id: string | null }) {
  const { routesByPath } = useRouter();
  if (id === null) return null;
  const place = pagesOfIds[id.slice(0, 4)];
  const shown = <ShortId id={id} />;
  return place !== undefined && `${place}/$id` in routesByPath ? <To to={`${place}/${id}`}>{shown}</To> : shown;
}
