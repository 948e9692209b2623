import { useEffect, useState } from 'react';
import { ask, lastUse } from '../api/client.ts';
import { useMe } from '../api/me.tsx';
import { sessionHasEnded } from '../api/session-end.ts';
import { useAsk } from '../api/use-ask.ts';
import { MeDocument, SessionsDocument } from '../generated/operations.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog/dialog.tsx';
import { useTexts } from '../texts/language.tsx';
import { words } from '../texts/words.ts';

const texts = words({
  fr: {
    title: 'Votre session va se terminer',
    text: (minutes: number) =>
      `Sans activité, elle se termine dans ${minutes} min. Ce que vous avez saisi reste sur la page.`,
    stay: 'Rester connecté',
  },
  en: {
    title: 'Your session is about to end',
    text: (minutes: number) => `Without activity it ends in ${minutes} min. What you have typed stays on the page.`,
    stay: 'Stay signed in',
  },
});

const warnBeforeMs = 3 * 60_000;
const lookEveryMs = 10_000;

/** Warns before the session ends. It reckons from the last request, because to ask would be a use of the session. */
export function SessionWarning() {
  const { person } = useMe();
  return person === null ? null : <Warning />;
}

function Warning() {
  const said = useTexts(texts);
  const { data, refetch } = useAsk(SessionsDocument, {});
  const { seenAt, endsAt } = data?.sessions.find(({ isThis }) => isThis) ?? {};
  const [leftMs, setLeftMs] = useState<number | null>(null);
  useEffect(() => {
    if (endsAt === undefined || seenAt === undefined) return;
    // Both are of the gateway's clock; the browser's may be wrong.
    const idleMs = Date.parse(endsAt) - Date.parse(seenAt);
    const timer = setInterval(() => {
      const left = lastUse() + idleMs - Date.now();
      setLeftMs(left > 0 && left < warnBeforeMs && !sessionHasEnded() ? left : null);
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [endsAt, seenAt]);
  const stay = async (): Promise<void> => {
    setLeftMs(null);
    await ask(MeDocument, {});
    await refetch();
  };
  return (
    <Dialog title={said.title} isOpen={leftMs !== null} onOpenChange={(isOpen) => !isOpen && void stay()}>
      {() => (
        <>
          <p>{said.text(Math.ceil((leftMs ?? 0) / 60_000))}</p>
          <Button kind="primary" onPress={() => void stay()}>
            {said.stay}
          </Button>
        </>
      )}
    </Dialog>
  );
}
