import type { ReactNode } from 'react';
import type { List } from '../../api/use-ask.ts';
import { EndSessionDocument, EndSessionsDocument, type SessionsQuery } from '../../generated/operations.ts';
import { Button } from '../../parts/button.tsx';
import { ConfirmDialog } from '../../parts/dialog/confirm-dialog.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { Status } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { commonTexts } from '../../texts/common.ts';
import { useTexts } from '../../texts/language.tsx';
import styles from './settings.module.css';
import { texts } from './texts.ts';

type Session = SessionsQuery['sessions'][number];

/** Browsers that are signed in, each with a button that ends its session. */
export function SessionList({
  label,
  list,
  isOthers,
}: {
  readonly label: string;
  readonly list: List<Session>;
  /** They are another person's: that takes a fresh proof. */
  readonly isOthers: boolean;
}) {
  const said = useTexts(texts);
  const columns: readonly Column<Session>[] = [
    {
      ...{ id: 'device', head: said.device, narrow: 'title' },
      cell: ({ device, isThis }) => (
        <span className={styles.device}>
          {device}
          {isThis && <Status tone="good">{said.thisSession}</Status>}
        </span>
      ),
    },
    { id: 'method', head: said.method, narrow: 'sub', cell: ({ method }) => said.methods[method] },
    { id: 'began', head: said.began, cell: ({ createdAt }) => <When at={createdAt} /> },
    { id: 'seen', head: said.seen, narrow: 'sub', cell: ({ seenAt }) => <When at={seenAt} /> },
    { id: 'ends', head: said.ends, cell: ({ endsAt }) => <When at={endsAt} /> },
    {
      ...{ id: 'end', head: '', narrow: 'end', align: 'end' },
      cell: ({ id, device, isThis }) => !isThis && <EndSession {...{ id, device, isOthers }} />,
    },
  ];
  return (
    <Table
      label={label}
      list={list}
      columns={columns}
      idOf={({ id }) => id}
      empty={<EmptyState title={said.noSessions} />}
    />
  );
}

function EndSession({ id, device, isOthers }: Pick<Session, 'id' | 'device'> & { readonly isOthers: boolean }) {
  const said = useTexts(texts);
  const { colon } = useTexts(commonTexts);
  const trigger = (
    <Button isSmall label={`${said.end}${colon}${device}`}>
      {said.end}
    </Button>
  );
  return (
    <ConfirmDialog
      title={said.endTitle}
      trigger={trigger}
      operation={EndSessionDocument}
      needsProof={isOthers}
      isDangerous
      variables={() => ({ id })}
      submit={said.end}
      says={said.ended}
    >
      <p>
        <strong>{device}</strong>
      </p>
      <p>{said.endText}</p>
    </ConfirmDialog>
  );
}

type EndAllProps = {
  /** Null: one's own, but for this one. */
  readonly person: string | null;
  readonly text: string;
  readonly children: ReactNode;
};

/** Ends all sessions of a person, or the other ones of one's own. */
export function EndSessions({ person, text, children }: EndAllProps) {
  const said = useTexts(texts);
  return (
    <ConfirmDialog
      title={text}
      trigger={<Button isSmall>{text}</Button>}
      operation={EndSessionsDocument}
      needsProof={person !== null}
      isDangerous
      variables={() => ({ person, keepThis: person === null })}
      says={({ ended }) => said.endedCount(ended)}
    >
      <p>{children}</p>
    </ConfirmDialog>
  );
}
