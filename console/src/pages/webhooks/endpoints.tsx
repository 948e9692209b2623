import type { UseQueryResult } from '@tanstack/react-query';
import { wholeList } from '../../api/whole-list.ts';
import type { WebhookEndpointState, WebhookEndpointsQuery } from '../../generated/operations.ts';
import { EmptyState } from '../../parts/states.tsx';
import { type Column, ListPanel } from '../../parts/table.tsx';
import { To } from '../../parts/to.tsx';
import { Status, type Tone } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import type { Endpoint } from './endpoint.ts';
import { PingDialog } from './ping-dialog.tsx';
import { SpanDialog } from './span-dialog.tsx';
import { texts } from './texts.ts';
import styles from './webhooks.module.css';

const tones: Readonly<Record<WebhookEndpointState, Tone>> = {
  WELL: 'good',
  FAILING: 'alert',
  PAUSED: 'wait',
  GONE: 'bad',
};

/** Who receives webhooks, and how each endpoint is doing. */
export function Endpoints({ asked }: { readonly asked: UseQueryResult<WebhookEndpointsQuery> }) {
  const said = useTexts(texts);
  return (
    <ListPanel
      title={said.endpoints}
      list={wholeList(asked, ({ webhookEndpoints }) => webhookEndpoints)}
      columns={useColumns()}
      idOf={({ client, name }) => `${client} ${name}`}
      empty={<EmptyState title={said.noEndpoints} text={said.noEndpointsText} />}
    />
  );
}

function useColumns(): readonly Column<Endpoint>[] {
  const said = useTexts(texts);
  return [
    {
      ...{ id: 'name', head: said.endpoint, narrow: 'title' },
      cell: ({ client, name }) => (
        <To to="/webhooks" search={{ client, endpoint: name }}>
          {client} · {name}
        </To>
      ),
    },
    {
      ...{ id: 'state', head: said.state, narrow: 'end' },
      cell: ({ state, pausedUntil }) => (
        <>
          <Status tone={tones[state]}>{said.states[state]}</Status>
          {pausedUntil !== null && (
            <>
              {' '}
              {said.until} <When at={pausedUntil} style="list" />
            </>
          )}
        </>
      ),
    },
    { id: 'url', head: said.address, cell: ({ url }) => <code className={styles.url}>{url}</code> },
    { id: 'waiting', head: said.waiting, align: 'end', cell: ({ waitingCount }) => waitingCount },
    {
      ...{ id: 'success', head: said.lastSuccess, narrow: 'sub' },
      cell: ({ lastSuccessAt }) => (lastSuccessAt === null ? said.never : <When at={lastSuccessAt} style="list" />),
    },
    {
      ...{ id: 'actions', head: '', narrow: 'sub' },
      cell: (endpoint) => (
        <span className={styles.over}>
          <PingDialog endpoint={endpoint} />
          <SpanDialog endpoint={endpoint} />
        </span>
      ),
    },
  ];
}
