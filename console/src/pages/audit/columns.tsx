import { useRouter } from '@tanstack/react-router';
import type { AuditEntriesQuery, AuditOutcome } from '../../generated/operations.ts';
import type { Column } from '../../parts/table.tsx';
import { To } from '../../parts/to.tsx';
import { CopyButton, shortId } from '../../parts/values/copy.tsx';
import { Status, type Tone } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import { actionNames } from './actions.ts';
import styles from './audit.module.css';
import { texts } from './texts.ts';

type Row = AuditEntriesQuery['auditEntries']['edges'][number]['node'];

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
      cell: ({ object, approvalId }) => (
        <span className={styles.over}>
          <OfId id={object} /> {approvalId !== object && <OfId id={approvalId} />}
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
    { id: 'roles', head: said.roles, cell: ({ roles }) => roles.join(', ') },
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
const nameOf = (actor: string): string => (actor.startsWith('console/per_') ? shortId(actor.slice(8)) : actor);

/** An id, as a link where a page shows it; the tooltip and the export have the whole. */
function OfId({ id }: { readonly id: string | null }) {
  const { routesByPath } = useRouter();
  if (id === null) return null;
  const place = pagesOfIds[id.slice(0, 4)];
  const shown = (
    <code className={styles.id} title={id}>
      {shortId(id)}
    </code>
  );
  return place !== undefined && `${place}/$id` in routesByPath ? <To to={`${place}/${id}`}>{shown}</To> : shown;
}
