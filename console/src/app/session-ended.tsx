import { GatewayError } from '@reglement/client';
import { useEffect, useSyncExternalStore } from 'react';
import { isSignedOut } from '../api/client.ts';
import { endSession, onSessionEnd, sessionHasEnded, signedInAgain } from '../api/session-end.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog/dialog.tsx';
import { announce } from '../parts/toast.tsx';
import { useTexts } from '../texts/language.tsx';
import { askWhoNow } from './session.tsx';
import { onOtherWindow, openSignIn, sayEnded } from './sign-in.ts';
import { shellTexts } from './texts.ts';

const lookEveryMs = 3000;

/** Another window may be wrong, or late: the gateway says whether the session has ended, and who is signed in now. */
async function look(): Promise<void> {
  if (sessionHasEnded()) return;
  try {
    await askWhoNow();
  } catch (error) {
    if (isSignedOut(error)) endSession();
  }
}

/** Stands over the page when the session has ended, until the same person has signed in again. */
export function SessionEnded() {
  const hasEnded = useSyncExternalStore(onSessionEnd, sessionHasEnded);
  const texts = useTexts(shellTexts);
  useEffect(() => onOtherWindow('signed-out', () => void look()), []);
  useEffect(() => onOtherWindow('signed-in', () => void look()), []);
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
  useEffect(() => {
    const look = async (): Promise<void> => {
      try {
        await askWhoNow();
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
  }, [texts]);
  return (
    <>
      <p>{texts.endedText}</p>
      <Button kind="primary" onPress={openSignIn}>
        {texts.signInAgain}
      </Button>
    </>
  );
}
