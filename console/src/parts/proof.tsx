import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../api/me.tsx';
import { isProven, knowsPasskeys, proveAtProvider, proveByCode, proveByPasskey } from '../api/proof.ts';
import { useTexts } from '../texts/language.tsx';
import { words } from '../texts/words.ts';
import { Button } from './button.tsx';
import styles from './dialog.module.css';
import { Field } from './fields/field.tsx';

const texts = words({
  fr: {
    title: 'Confirmez que c’est vous',
    why: 'Cette action le demande. La confirmation vaut quelques minutes.',
    byPasskey: 'Avec une clé d’accès',
    byProvider: 'Avec le compte de l’entreprise',
    code: 'Code de votre application',
    byCode: 'Confirmer',
    refused: 'Ce n’était pas accepté. Réessayez.',
    none: 'Vous n’avez pas de moyen de confirmer ici. Reconnectez-vous, ou ajoutez une clé d’accès dans « Mes sessions ».',
  },
  en: {
    title: 'Confirm that it is you',
    why: 'This action asks for it. A confirmation counts for some minutes.',
    byPasskey: 'Use a passkey',
    byProvider: 'With the company’s account',
    code: 'Code of your app',
    byCode: 'Confirm',
    refused: 'That was not accepted. Try again.',
    none: 'You have no way to confirm here. Sign in again, or add a passkey in “My sessions”.',
  },
});

const lookEveryMs = 2000;

/** Asks the person for a fresh proof, within the form that needs one. */
export function Proof({ onDone }: { readonly onDone: () => void }) {
  const said = useTexts(texts);
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
  return (
    <section className={`${styles.said} ${styles.proof}`} aria-label={said.title}>
      <p>
        <strong>{said.title}</strong>
      </p>
      <p>{said.why}</p>
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
    const timer = setInterval(() => {
      isProven().then(
        (isThere) => isThere && onProven(),
        () => undefined,
      );
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [isAway]);
}

function Code({ isBusy, onCode }: { readonly isBusy: boolean; readonly onCode: (code: string) => void }) {
  const said = useTexts(texts);
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
