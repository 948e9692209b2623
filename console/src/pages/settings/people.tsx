import { useEffect, useRef } from 'react';
import { textOf, useAddress } from '../../api/address.ts';
import { useList } from '../../api/use-ask.ts';
import { useWhole } from '../../api/whole-list.ts';
import { PeopleDocument, type PeopleQuery, type PersonStatus, SessionsDocument } from '../../generated/operations.ts';
import { Button } from '../../parts/button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { type Column, ListPanel } from '../../parts/table.tsx';
import { Status, type Tone } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import { roleNames, rolesText } from '../../texts/roles.ts';
import { EndSessions, SessionList } from './session-list.tsx';
import styles from './settings.module.css';
import { texts } from './texts.ts';

type Person = PeopleQuery['people']['edges'][number]['node'];

const tones: Readonly<Record<PersonStatus, Tone>> = { ACTIVE: 'good', DISABLED: 'ended' };

/** Who may use the console; a person's name opens its sessions. */
export function People() {
  const said = useTexts(texts);
  const [{ person: open }, change] = useAddress({ person: textOf });
  const list = useList(PeopleDocument, { first: 50 }, ({ people }) => people);
  const opened = list.rows?.find(({ id }) => id === open);
  return (
    <>
      <ListPanel
        title={said.people}
        lead={<p className={styles.lead}>{said.peopleText}</p>}
        list={list}
        columns={useColumns((person) => change({ person }))}
        idOf={({ id }) => id}
        openId={open}
        empty={<EmptyState title={said.noPeople}>{said.noPeopleText}</EmptyState>}
      />
      {opened && <PersonSessions key={opened.id} {...opened} close={() => change({ person: undefined })} />}
    </>
  );
}

function useColumns(open: (id: string) => void): readonly Column<Person>[] {
  const said = useTexts(texts);
  const names = useTexts(roleNames);
  return [
    {
      ...{ id: 'name', head: said.name, narrow: 'title' },
      cell: ({ id, name }) => (
        <button type="button" className={styles.opener} onClick={() => open(id)}>
          {name}
        </button>
      ),
    },
    {
      ...{ id: 'login', head: said.login, narrow: 'sub' },
      cell: ({ login, issuer }) => (
        <span className={styles.login}>
          {login} <span className={styles.soft}>{issuer === 'local' ? said.local : issuer}</span>
        </span>
      ),
    },
    { id: 'roles', head: said.roles, narrow: 'sub', cell: ({ roles }) => rolesText(roles, names) },
    {
      ...{ id: 'status', head: said.personStatus, narrow: 'end' },
      cell: ({ status }) => <Status tone={tones[status]}>{said.statuses[status]}</Status>,
    },
    {
      ...{ id: 'signedIn', head: said.signedIn, narrow: 'sub' },
      cell: ({ signedInAt }) => (signedInAt === null ? said.never : <When at={signedInAt} />),
    },
  ];
}

function PersonSessions({ id, name, close }: Person & { readonly close: () => void }) {
  const said = useTexts(texts);
  const place = useRef<HTMLDivElement>(null);
  const list = useWhole(SessionsDocument, { person: id }, ({ sessions }) => sessions);
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const title = said.sessionsOf(name);
  return (
    <div ref={place} tabIndex={-1} className={styles.opened}>
      <Panel
        title={title}
        isFlush
        actions={
          <span className={styles.actions}>
            {(list.rows?.length ?? 0) > 0 && (
              <EndSessions person={id} text={said.endAll}>
                {said.endAllText}
              </EndSessions>
            )}
            <Button isSmall worksOffline onPress={close}>
              {said.closePerson}
            </Button>
          </span>
        }
      >
        <SessionList label={title} list={list} isOthers />
      </Panel>
    </div>
  );
}
