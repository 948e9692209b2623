import { useEffect, useState, useSyncExternalStore } from 'react';
import { ask, gatewayAheadMs, lastUse } from '../api/client.ts';
import { useMe } from '../api/me.tsx';
import { onSessionEnd, sessionHasEnded } from '../api/session-end.ts';
import { useAsk } from '../api/use-ask.ts';
import { MeDocument, SessionsDocument } from '../generated/operations.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog/dialog.tsx';
import { commonTexts } from '../texts/common.ts';
import { useTexts } from '../texts/language.tsx';
import { words } from '../texts/words.ts';

const texts = words({
  title: { fr: 'Votre session va se terminer', en: 'Your session is about to end' },
  text: {
    fr: (minutes: number) =>
      `Sans activité, elle se termine dans ${minutes} min. Ce que vous avez saisi reste sur la page.`,
    en: (minutes: number) => `Without activity it ends in ${minutes} min. What you have typed stays on the page.`,
  },
  last: {
    fr: (minutes: number) =>
      `Elle atteint sa durée maximale, et se termine dans ${minutes} min. Vous devrez vous reconnecter\u00a0; ce que vous avez saisi reste sur la page.`,
    en: (minutes: number) =>
      `It has lasted as long as it may, and ends in ${minutes} min. You will have to sign in again; what you have typed stays on the page.`,
  },
  stay: { fr: 'Rester connecté', en: 'Stay signed in' },
});

const warnBeforeMs = 3 * 60_000;
const lookEveryMs = 10_000;

/** Warns before the session ends. It reckons from the last request, because to ask would be a use of the session. */
export function SessionWarning() {
  const { person } = useMe();
  return person === null ? null : <Warning />;
}

/** How long until it ends, and whether it ends even where the person goes on. */
type Left = { readonly ms: number; readonly isLast: boolean };

function Warning() {
  const said = useTexts(texts);
  const { close } = useTexts(commonTexts);
  // After another sign-in it is another session.
  const enabled = !useSyncExternalStore(onSessionEnd, sessionHasEnded);
  const { data, refetch } = useAsk(SessionsDocument, {}, { enabled });
  const { seenAt, endsAt, endsAtLatest } = data?.sessions.find(({ isThis }) => isThis) ?? {};
  const [left, setLeft] = useState<Left | null>(null);
  const [readAbout, setReadAbout] = useState<string>();
  useEffect(() => {
    if (endsAt === undefined || seenAt === undefined || endsAtLatest === undefined) return;
    const lastEnd = Date.parse(endsAtLatest) - gatewayAheadMs();
    const idleMs = Date.parse(endsAt) - Date.parse(seenAt);
    const timer = setInterval(() => {
      // Of a session that is near its last end the longest pause is not known: it is at least as long.
      const idleEnd = endsAt === endsAtLatest ? lastEnd : lastUse() + idleMs;
      const isLast = lastEnd <= idleEnd;
      const ms = Math.min(lastEnd, idleEnd) - Date.now();
      const isNear = ms > 0 && ms < warnBeforeMs && !sessionHasEnded();
      setLeft(isNear && !(isLast && readAbout === endsAtLatest) ? { ms, isLast } : null);
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [endsAt, seenAt, endsAtLatest, readAbout]);
  const stay = async (): Promise<void> => {
    setLeft(null);
    if (left?.isLast) return setReadAbout(endsAtLatest);
    await ask(MeDocument, {});
    await refetch();
  };
  const minutes = Math.ceil((left?.ms ?? 0) / 60_000);
  return (
    <Dialog title={said.title} isOpen={left !== null} onOpenChange={(isOpen) => !isOpen && void stay()}>
      {() => (
        <>
          <p>{left?.isLast ? said.last(minutes) : said.text(minutes)}</p>
          <Button kind="primary" onPress={() => void stay()}>
            {left?.isLast ? close : said.stay}
          </Button>
        </>
      )}
    </Dialog>
  );
}
