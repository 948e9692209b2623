import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../../api/me.tsx';
import { isProven, knowsPasskeys, proveAtProvider, proveByCode, proveByPasskey } from '../../api/proof.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../button.tsx';
import styles from '../dialog/dialog.module.css';
import { Field } from '../fields/field.tsx';
import { proofTexts } from './texts.ts';

const lookEveryMs = 2000;

/** Asks the person for a fresh proof, within the form that needs one. */
export function Proof({ onDone }: { readonly onDone: () => void }) {
  const said = useTexts(proofTexts);
  const { proofs } = useMe();
  const queries = useQueryClient();
  const [state, setState] = useState<'READY' | 'BUSY' | 'REFUSED' | 'AWAY'>('READY');
  // What is sent is what the form says when the proof is given, not when it was begun.
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  const finish = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['me'] });
    done.current();
  };
  const prove = (by: () => Promise<void>): void => {
    setState('BUSY');
    by().then(finish, () => setState('REFUSED'));
  };
  useProvider(state === 'AWAY', () => void finish());
  const hasPasskey = proofs.includes('PASSKEY') && knowsPasskeys();
  const isBusy = state === 'BUSY';
  const section = useRef<HTMLElement>(null);
  // A press that sends nothing yet leads to what is asked for.
  useEffect(() => (section.current?.querySelector<HTMLElement>('input, button') ?? section.current)?.focus(), []);
  return (
    <section ref={section} tabIndex={-1} className={`${styles.said} ${styles.proof}`} aria-label={said.title}>
      <p>
        <strong>{said.title}</strong>
      </p>
      <div>
        <p>{said.why}</p>
        <div role="status">{state === 'AWAY' && <p>{said.away}</p>}</div>
      </div>
      {hasPasskey && (
        <Button kind="primary" isPending={isBusy} onPress={() => prove(proveByPasskey)}>
          {said.byPasskey}
        </Button>
      )}
      {proofs.includes('PASSWORD') && <Code isBusy={isBusy} onCode={(code) => prove(() => proveByCode(code))} />}
      {proofs.includes('OIDC') && (
        <Button
          onPress={() => {
            proveAtProvider();
            setState('AWAY');
          }}
        >
          {said.byProvider}
        </Button>
      )}
      {proofs.length === 0 && <p>{said.none}</p>}
      {state === 'REFUSED' && (
        <p role="alert" className={styles.bad}>
          {said.refused}
        </p>
      )}
    </section>
  );
}

/** Looks whether the provider's window has brought the proof. */
function useProvider(isAway: boolean, onProven: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins when the person leaves
  useEffect(() => {
    if (!isAway) return;
    let isOver = false;
    const end = (): void => {
      isOver = true;
      clearInterval(timer);
    };
    const timer = setInterval(() => {
      isProven().then(
        (isThere) => {
          if (!isThere || isOver) return;
          // What waits for the proof goes out once, also where another look is on its way.
          end();
          onProven();
        },
        () => undefined,
      );
    }, lookEveryMs);
    return end;
  }, [isAway]);
}

function Code({ isBusy, onCode }: { readonly isBusy: boolean; readonly onCode: (code: string) => void }) {
  const said = useTexts(proofTexts);
  const [code, setCode] = useState('');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter would send the form around it
    <div
      className={styles.code}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        onCode(code);
      }}
    >
      <Field
        label={said.code}
        name="proof"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        value={code}
        onChange={setCode}
      />
      <Button kind="primary" isPending={isBusy} onPress={() => onCode(code)}>
        {said.byCode}
      </Button>
    </div>
  );
}
