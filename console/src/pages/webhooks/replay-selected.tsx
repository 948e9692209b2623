import { useEffect, useRef, useState } from 'react';
import { ask } from '../../api/client.ts';
import { isRefusal } from '../../api/refusals.ts';
import { useAskAgain } from '../../api/use-ask.ts';
import { ReplayWebhookDeliveryDocument } from '../../generated/operations.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog/dialog.tsx';
import { useHasLeft } from '../../parts/hooks/use-has-left.ts';
import { FaultText } from '../../parts/states.tsx';
import { announce } from '../../parts/toast.tsx';
import { Status } from '../../parts/values/status.tsx';
import { commonTexts } from '../../texts/common.ts';
import { useTexts } from '../../texts/language.tsx';
import styles from './webhooks.module.css';
import { writeTexts } from './write-texts.ts';

type Result = { readonly id: string; readonly refused: string | null; readonly fault: Error | null };
type Props = { readonly ids: readonly string[]; readonly onDone: () => void };

const most = 200;

/** Sends the selected webhooks again, one by one, and says of each whether it goes out. */
export function ReplaySelected({ ids, onDone }: Props) {
  const said = useTexts(writeTexts);
  const title = said.selected(ids.length);
  return (
    <Dialog
      title={title}
      trigger={
        <Button kind="primary" isSmall reason={ids.length > most ? said.tooMany(most) : null}>
          {title}
        </Button>
      }
    >
      {({ close }) => <Sending ids={ids} onClose={close} onDone={onDone} />}
    </Dialog>
  );
}

async function replay(id: string): Promise<Result> {
  try {
    const { replayWebhookDelivery: result } = await ask(ReplayWebhookDeliveryDocument, { input: { id } });
    return { id, refused: isRefusal(result) ? result.message : null, fault: null };
  } catch (fault) {
    return { id, refused: null, fault: fault as Error };
  }
}

function Sending({ ids: selected, onClose, onDone }: Props & { readonly onClose: () => void }) {
  const said = useTexts(writeTexts);
  const { close, cancel, colon } = useTexts(commonTexts);
  const askAgain = useAskAgain();
  // The rows that are meant are those of the press, whatever the list does below.
  const [ids] = useState(selected);
  const [results, setResults] = useState<readonly Result[] | null>(null);
  const isOver = results?.length === ids.length;
  const hasLeft = useHasLeft();
  const hasStarted = useRef(false);
  // It goes on where the dialog is left: a second press must not send the same ones again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it is left
  useEffect(() => () => void (hasStarted.current && onDone()), []);
  const start = async (): Promise<void> => {
    hasStarted.current = true;
    const done: Result[] = [];
    setResults(done);
    for (const id of ids) {
      done.push(await replay(id));
      setResults([...done]);
    }
    const sent = done.filter(({ refused, fault }) => refused === null && fault === null).length;
    if (hasLeft.current) announce(`${said.replay}${colon}${said.progress(sent, ids.length)}`);
    await askAgain();
  };
  return (
    <>
      {results === null ? <p>{said.replayText}</p> : <Results results={results} count={ids.length} />}
      <div className={styles.buttons}>
        <Button onPress={onClose} worksOffline>
          {results === null ? cancel : close}
        </Button>
        {!isOver && (
          <Button kind="primary" isPending={results !== null} onPress={() => void start()}>
            {said.replay}
          </Button>
        )}
      </div>
    </>
  );
}

function Results({ results, count }: { readonly results: readonly Result[]; readonly count: number }) {
  const said = useTexts(writeTexts);
  return (
    <>
      <p role="status">
        <progress className={styles.progress} aria-label={said.progressLabel} max={count} value={results.length} />{' '}
        {said.progress(results.length, count)}
      </p>
      <ul className={styles.results} aria-label={said.results}>
        {results.map(({ id, refused, fault }) => (
          <li key={id}>
            <code>{id}</code>{' '}
            {fault ? (
              <FaultText fault={fault} />
            ) : (
              <Status tone={refused ? 'bad' : 'good'}>{refused ?? said.ok}</Status>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
