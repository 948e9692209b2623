import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { askAtOnce, isSignedOut } from '../api/client.ts';
import { type Me, MeProvider } from '../api/me.tsx';
import { untilSignedIn } from '../api/session-end.ts';
import { MeDocument, type MeQuery } from '../generated/operations.ts';
import { ErrorState, Skeleton } from '../parts/states.tsx';
import { queries } from './queries.ts';
import styles from './shell.module.css';
import { leaveForSignIn, returnFromSignIn } from './sign-in.ts';

let known: Me | null = null;

/**
 * Keeps who is signed in. Nothing may go out that was typed as another person, or before a restore of the database: then it
 * loads the page again, and so never returns.
 */
async function keep({ me, restoreToCompare }: MeQuery): Promise<Me> {
  const isOther = known !== null && me.person?.id !== known.person?.id;
  // Also where it was compared in the meantime, and for those who see no warning.
  const isRestored = known !== null && me.databaseRestoredAt !== known.databaseRestoredAt;
  if (isOther || isRestored) {
    location.reload();
    return new Promise(() => undefined);
  }
  known = { ...me, restoreToCompare };
  return known;
}

/** Who is signed in. The first time without a session leads to the sign-in; later ones open it over the page. */
async function askWho(): Promise<Me> {
  for (;;) {
    try {
      const answer = await askAtOnce(MeDocument, {});
      if (known === null) returnFromSignIn();
      return await keep(answer);
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      if (known === null) return leaveForSignIn();
      await untilSignedIn();
    }
  }
}

const who = { queryKey: ['me'], queryFn: askWho, staleTime: 60_000 } as const;

/** Asked before the first frame is drawn, because every page waits for it. */
export const askWhoEarly = (): Promise<void> => queries.prefetchQuery(who);

/** Asks once, also while the page waits for a sign-in. */
export async function askWhoNow(): Promise<void> {
  queries.setQueryData(who.queryKey, await keep(await askAtOnce(MeDocument, {})));
}

export function Session({ children }: { readonly children: ReactNode }) {
  const { data, error, refetch } = useQuery(who);
  if (data) return <MeProvider value={data}>{children}</MeProvider>;
  // The frame is there at once, where the page will be.
  return (
    <div className={styles.shell}>
      <header className={styles.bar}>
        <span className={styles.brand}>Règlement</span>
      </header>
      <div className={styles.side} />
      <main className={styles.main}>
        {error ? <ErrorState fault={error} retry={() => void refetch()} /> : <Skeleton lines={8} />}
      </main>
    </div>
  );
}
