import { emptyOf, oneOf, textOf, useAddress } from '../../api/address.ts';
import { useWhole } from '../../api/whole-list.ts';
import { RequestLogDocument, type RequestLogQuery } from '../../generated/operations.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/fields/choice.tsx';
import { Choices } from '../../parts/fields/choices.tsx';
import { Field } from '../../parts/fields/field.tsx';
import { Panel } from '../../parts/panel.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { CopyButton, shortId } from '../../parts/values/copy.tsx';
import { Status } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { locales, useLanguage, useTexts } from '../../texts/language.tsx';
import styles from './developers.module.css';
import { requestTexts } from './request-texts.ts';

type Row = RequestLogQuery['requestLog'][number];

/** Beginnings of the routes. */
const routes = {
  all: undefined,
  graphql: '/graphql',
  legacy: '/payment_',
  pay: '/pay/',
  notify: '/notify/',
  console: '/console',
} as const;
type Door = keyof typeof routes;
const doors = Object.keys(routes) as Door[];

const filters = { door: oneOf(doors), client: textOf, failed: oneOf(['true']) };

/** The last requests, to find the one that failed. New ones come when they are asked for. */
export function Requests() {
  const said = useTexts(requestTexts);
  const [{ door, client, failed }, change] = useAddress(filters);
  const route = routes[door ?? 'all'];
  const filter = { ...(route && { route }), ...(client && { client }), ...(failed && { failed: true }) };
  const list = useWhole(RequestLogDocument, filter, ({ requestLog }) => requestLog);
  const clear = (): void => change(emptyOf(filters));
  return (
    <Panel title={said.title} isFlush actions={<Button onPress={list.retry}>{said.refresh}</Button>}>
      <div className={styles.filters}>
        <p className={styles.text}>{said.text}</p>
        <Select
          {...{ label: said.door, name: 'door', value: door ?? 'all' }}
          options={doors.map((id) => ({ id, text: said.doors[id] }))}
          onChange={(id) => change({ door: id === 'all' || id === null ? undefined : id })}
        />
        <Field
          {...{ label: said.client, name: 'ofClient', maxLength: 64, value: client ?? '', autoComplete: 'off' }}
          onChange={(text) => change({ client: text === '' ? undefined : text })}
        />
        <Choices
          {...{ label: said.outcome, names: ['failed'], texts: said.outcomes, chosen: failed ? ['failed'] : [] }}
          onChange={(chosen) => change({ failed: chosen.length > 0 ? 'true' : undefined })}
        />
      </div>
      <Table
        label={said.title}
        list={list}
        columns={useColumns()}
        idOf={({ id }) => id}
        empty={
          <EmptyState title={said.none} text={said.noneText}>
            {Object.keys(filter).length > 0 && <Button onPress={clear}>{said.showAll}</Button>}
          </EmptyState>
        }
      />
    </Panel>
  );
}

/** Others see the requests of their own client alone, which is the console. */
function useColumns(): readonly Column<Row>[] {
  const said = useTexts(requestTexts);
  const { language } = useLanguage();
  const ms = new Intl.NumberFormat(locales[language], { style: 'unit', unit: 'millisecond' });
  return [
    {
      ...{ id: 'route', head: said.route, narrow: 'title' },
      cell: ({ method, route }) => (
        <span className={styles.route}>
          <code>{method}</code> {route === 'none' ? <em>{said.unknownRoute}</em> : <code>{route}</code>}
        </span>
      ),
    },
    { id: 'outcome', head: said.outcome, narrow: 'sub', cell: (row) => <Outcome {...row} /> },
    { id: 'client', head: said.client, narrow: 'sub', cell: ({ client }) => client ?? <em>{said.noClient}</em> },
    {
      ...{ id: 'duration', head: said.duration, narrow: 'end', align: 'end' },
      cell: ({ durationMs }) => ms.format(durationMs),
    },
    { id: 'at', head: said.at, narrow: 'sub', cell: ({ at }) => <When at={at} style="exact" /> },
    {
      ...{ id: 'id', head: said.id, narrow: 'sub' },
      cell: ({ id }) => (
        <span className={styles.id}>
          <code title={id}>{shortId(id)}</code>
          <CopyButton text={id} what={said.theId} />
        </span>
      ),
    },
  ];
}

function Outcome({ status, isAborted }: Row) {
  const said = useTexts(requestTexts);
  if (isAborted)
    return (
      <Status tone="ended">
        {status} {said.aborted}
      </Status>
    );
  const [tone, word] =
    status >= 500
      ? (['bad', said.fault] as const)
      : status >= 400
        ? (['alert', said.refused] as const)
        : (['good', said.ok] as const);
  return (
    <Status tone={tone}>
      {status} {word}
    </Status>
  );
}
