import { useMe } from '../../api/me.tsx';
import { useWhole } from '../../api/whole-list.ts';
import { SessionsDocument } from '../../generated/operations.ts';
import { Panel } from '../../parts/panel.tsx';
import { useTexts } from '../../texts/language.tsx';
import { EndSessions, SessionList } from './session-list.tsx';
import styles from './settings.module.css';
import { texts } from './texts.ts';

export function OwnSessions() {
  const said = useTexts(texts);
  const { person } = useMe();
  if (person) return <Signed />;
  return (
    <Panel title={said.mySessions}>
      <p className={styles.text}>{said.openConsole}</p>
    </Panel>
  );
}

function Signed() {
  const said = useTexts(texts);
  const list = useWhole(SessionsDocument, {}, ({ sessions }) => sessions);
  const hasOthers = list.rows?.some(({ isThis }) => !isThis) ?? false;
  return (
    <Panel
      title={said.mySessions}
      isFlush
      actions={
        <span className={styles.actions}>
          <a href="/console/sessions">{said.proofs}</a>
          {hasOthers && (
            <EndSessions person={null} text={said.endOthers}>
              {said.endOthersText}
            </EndSessions>
          )}
        </span>
      }
    >
      <SessionList label={said.mySessions} list={list} isOthers={false} />
    </Panel>
  );
}
