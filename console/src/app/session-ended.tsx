import { GatewayError } from '@reglement/client';
import { useEffect, useSyncExternalStore } from 'react';
import { askAtOnce } from '../api/client.ts';
import { useMe } from '../api/me.tsx';
import { endSession, onSessionEnd, sessionHasEnded, signedInAgain } from '../api/session-end.ts';
import { MeDocument } from '../generated/operations.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog/dialog.tsx';
import { announce } from '../parts/toast.tsx';
import { useTexts } from '../texts/language.tsx';
import { onOtherWindow, openSignIn, sayEnded } from './sign-in.ts';
import { shellTexts } from './texts.ts';

const lookEveryMs = 3000;

/** Another window may be wrong, or late: the gateway says whether the session has ended. */
async function look(): Promise<void> {
  if (sessionHasEnded()) return;
  try {
    await askAtOnce(MeDocument, {});
  } catch (error) {
    if (error instanceof GatewayError && error.status === 401) endSession();
  }
}

/** Stands over the page when the session has ended, until the same person has signed in again. */
export function SessionEnded() {
  const hasEnded = useSyncExternalStore(onSessionEnd, sessionHasEnded);
  const texts = useTexts(shellTexts);
  useEffect(() => onOtherWindow('signed-out', () => void look()), []);
  useEffect(() => {
    if (hasEnded) sayEnded();
  }, [hasEnded]);
  return (
    <Dialog title={texts.endedTitle} isOpen={hasEnded} isForced>
      {() => <SignInAgain />}
    </Dialog>
  );
}

function SignInAgain() {
  const texts = useTexts(shellTexts);
  const { person } = useMe();
  useEffect(() => {
    const look = async (): Promise<void> => {
      try {
        const { me } = await askAtOnce(MeDocument, {});
        // Another person must not send what this one typed.
        if (me.person?.id !== person?.id) return location.reload();
        announce(texts.signedIn);
        signedInAgain();
      } catch (error) {
        if (!(error instanceof GatewayError)) throw error;
      }
    };
    const timer = setInterval(look, lookEveryMs);
    const stop = onOtherWindow('signed-in', () => void look());
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [person, texts]);
  return (
    <>
      <p>{texts.endedText}</p>
      <Button kind="primary" onPress={openSignIn}>
        {texts.signInAgain}
      </Button>
    </>
  );
}
