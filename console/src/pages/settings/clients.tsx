import { useSome } from '../../api/whole-list.ts';
import { EmptyState } from '../../parts/states.tsx';
import { type Column, ListPanel } from '../../parts/table.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import { configTexts } from './config-texts.ts';
import styles from './settings.module.css';

export type PrintedClient = {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly runModes: readonly string[];
  readonly societes: readonly string[] | null;
  readonly origins: readonly string[] | null;
  readonly targets: readonly string[] | null;
  readonly keyHashes: readonly { readonly hash: string; readonly expiresAt: string | null }[];
  readonly webhooks: readonly { readonly name: string }[];
};

/** Programs that may use the gateway, and what each may do. */
export function Clients({ clients }: { readonly clients: readonly PrintedClient[] }) {
  const said = useTexts(configTexts);
  return (
    <ListPanel
      title={said.clients}
      list={useSome(clients)}
      columns={useColumns()}
      idOf={({ name }) => name}
      empty={<EmptyState title={said.noClients}>{said.noClientsText}</EmptyState>}
    />
  );
}

function useColumns(): readonly Column<PrintedClient>[] {
  const said = useTexts(configTexts);
  const limits = ({ societes, origins, targets }: PrintedClient): string =>
    [
      ...(societes ? [said.societes(societes.join(', '))] : []),
      ...(origins ? [said.origins(origins.join(', '))] : []),
      ...(targets ? [said.targets(targets.join(', '))] : []),
    ].join(' · ');
  return [
    { id: 'name', head: said.client, narrow: 'title', cell: ({ name }) => <strong>{name}</strong> },
    {
      id: 'may',
      head: said.may,
      narrow: 'sub',
      cell: ({ scopes }) => <span className={styles.scopes}>{scopes.join(', ')}</span>,
    },
    { id: 'modes', head: said.modes, narrow: 'end', cell: ({ runModes }) => runModes.join(', ') },
    { id: 'limits', head: said.limits, narrow: 'sub', cell: (client) => limits(client) || said.everything },
    {
      ...{ id: 'keys', head: said.keys },
      cell: ({ keyHashes }) =>
        keyHashes.length === 0
          ? said.noKeys
          : keyHashes.map(({ hash, expiresAt }) => (
              <span key={hash} className={styles.key}>
                <code>{hash}</code> {expiresAt !== null && <When at={expiresAt} style="day" />}
              </span>
            )),
    },
    { id: 'webhooks', head: said.webhooks, cell: ({ webhooks }) => webhooks.map(({ name }) => name).join(', ') },
  ];
}
