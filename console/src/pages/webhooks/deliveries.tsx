import { webhookEventTypes } from '@reglement/client/generated/webhook-types';
import { useEffect, useState } from 'react';
import { emptyOf, hasOne } from '../../api/address.ts';
import { useRunMode } from '../../api/run-mode.ts';
import { useList } from '../../api/use-ask.ts';
import { WebhookDeliveriesDocument, type WebhookDeliveriesQuery } from '../../generated/operations.ts';
import { Chips, chipsOf } from '../../parts/chips.tsx';
import { FilterBar, FilterSelect } from '../../parts/filter-bar.tsx';
import { ChangedRows } from '../../parts/lists/changed-rows.tsx';
import { EmptyState, NoMatch } from '../../parts/states.tsx';
import { type Column, ListPanel } from '../../parts/table.tsx';
import { To } from '../../parts/to.tsx';
import { Status } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import { outcomeOf, webhookOutcomes } from '../../texts/webhook-outcomes.ts';
import type { Endpoint } from './endpoint.ts';
import { ReplaySelected } from './replay-selected.tsx';
import { filterOf, filters, statuses, type WebhooksSearch } from './search.ts';
import { texts } from './texts.ts';
import { toneOfStatus } from './tones.ts';
import styles from './webhooks.module.css';

type Row = WebhookDeliveriesQuery['webhookDeliveries']['edges'][number]['node'];

type Props = {
  readonly search: WebhooksSearch;
  readonly endpoints: readonly Endpoint[];
  readonly onChange: (changes: WebhooksSearch) => void;
};

/** What was sent to whom, newest first; the selected ones can be sent again. */
export function Deliveries({ search, endpoints, onChange }: Props) {
  const said = useTexts(texts);
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const asked = { filter: filterOf(search, useRunMode()), first: 50 };
  const narrowed = JSON.stringify(asked.filter);
  // What is sent again is in sight: other filters, another selection.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the filters are what changes
  useEffect(() => setIds(new Set()), [narrowed]);
  const list = useList(WebhookDeliveriesDocument, asked, ({ webhookDeliveries }) => webhookDeliveries);
  return (
    <>
      <Narrow {...{ search, endpoints, onChange }} />
      <div className={styles.bar}>
        <ChangedRows topic="WEBHOOKS" text={said.changed} />
        {ids.size > 0 && <ReplaySelected ids={[...ids]} onDone={() => setIds(new Set())} />}
      </div>
      <ListPanel
        title={said.deliveries}
        list={list}
        columns={useColumns()}
        idOf={({ id }) => id}
        selection={{ ids, change: setIds }}
        empty={
          hasOne(filters, search) ? (
            <NoMatch {...said} onShowAll={() => onChange(emptyOf(filters))} />
          ) : (
            <EmptyState title={said.none} text={said.noneText} />
          )
        }
      />
    </>
  );
}

function Narrow({ search, endpoints, onChange }: Props) {
  const said = useTexts(texts);
  const { client, endpoint, status, type, payment } = search;
  const placeOf = (one: Pick<Endpoint, 'client' | 'name'>): string => `${one.client} ${one.name}`;
  const chosen = endpoints.find((one) => one.client === client && one.name === endpoint);
  return (
    <>
      <FilterBar label={said.filters}>
        <FilterSelect
          {...{ label: said.endpoint, name: 'endpoint', value: chosen && placeOf(chosen) }}
          options={endpoints.map((one) => ({ id: placeOf(one), text: `${one.client} · ${one.name}` }))}
          onChange={(place) => {
            const found = endpoints.find((one) => placeOf(one) === place);
            onChange({ client: found?.client, endpoint: found?.name });
          }}
        />
        <FilterSelect
          {...{ label: said.status, name: 'status', value: status }}
          options={statuses.map((id) => ({ id, text: said.statuses[id] }))}
          onChange={(one) => onChange({ status: one })}
        />
        <FilterSelect
          {...{ label: said.type, name: 'type', value: type }}
          // An address may hold another one.
          options={[...new Set([...webhookEventTypes, ...(type === undefined ? [] : [type])])].map((id) => ({
            id,
            text: id,
          }))}
          onChange={(one) => onChange({ type: one })}
        />
      </FilterBar>
      <Chips label={said.filters} chips={chipsOf({ payment }, said, onChange)} removeText={said.removeFilter} />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const said = useTexts(texts);
  const outcomes = useTexts(webhookOutcomes);
  return [
    {
      ...{ id: 'type', head: said.type, narrow: 'title' },
      cell: ({ id, type }) => <To to={`/webhooks/${id}`}>{type}</To>,
    },
    {
      ...{ id: 'status', head: said.status, narrow: 'sub' },
      cell: ({ status }) => <Status tone={toneOfStatus[status]}>{said.statuses[status]}</Status>,
    },
    {
      ...{ id: 'endpoint', head: said.endpoint, narrow: 'sub' },
      cell: ({ client, endpoint }) => `${client} · ${endpoint}`,
    },
    { id: 'payment', head: said.payment, narrow: 'sub', cell: ({ payment }) => payment?.reference },
    {
      ...{ id: 'tries', head: said.tries },
      cell: ({ attempts }) => {
        const last = attempts.at(-1);
        return (
          last &&
          `${said.tryNumber(last.number)} · ${outcomes[outcomeOf(last)]}${last.statusCode ? ` ${last.statusCode}` : ''}`
        );
      },
    },
    {
      ...{ id: 'created', head: said.written, narrow: 'end' },
      cell: ({ createdAt }) => <When at={createdAt} style="list" />,
    },
  ];
}
