import { useEffect, useState } from 'react';
import { ask } from '../../api/client.ts';
import { isProven } from '../../api/proof.ts';
import { isRefusal } from '../../api/refusals.ts';
import { ShowIbanDocument } from '../../generated/operations.ts';
import { useTexts } from '../../texts/language.tsx';
import { words } from '../../texts/words.ts';
import { Button } from '../button.tsx';
import { ProofDialog } from '../proof/proof-dialog.tsx';
import { FaultText } from '../states.tsx';
import { CopyButton } from '../values/copy.tsx';
import styles from '../values/values.module.css';

const texts = words({
  show: { fr: 'Afficher l’IBAN entier', en: 'Show the whole IBAN' },
  hide: { fr: 'Masquer l’IBAN', en: 'Hide the IBAN' },
  iban: { fr: 'l’IBAN', en: 'the IBAN' },
  shown: { fr: 'L’IBAN entier est affiché une minute.', en: 'The whole IBAN is shown for a minute.' },
  showShort: { fr: 'Afficher', en: 'Show' },
  hideShort: { fr: 'Masquer', en: 'Hide' },
});

const shownMs = 60_000;

type Props = {
  /** Of the mandate, or of the exception. */
  readonly id: string;
  readonly masked: string;
};

/**
 * A masked IBAN, and a button that shows the whole one for a minute. It is asked for at each press and kept by this part
 * alone: neither in the answers that the console keeps, nor in the address.
 */
export function ShownIban({ id, masked }: Props) {
  const said = useTexts(texts);
  const { iban, fault, refusal, asksProof, isPending, show, hide, leaveProof } = useShownIban(id);
  return (
    <>
      <span className={`${styles.copyable} ${styles.over}`}>
        <span>{iban === null ? masked : <code>{iban.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>}</span>
        {iban !== null && <CopyButton text={iban} what={said.iban} />}
        <Button
          kind="plain"
          isSmall
          isPending={isPending}
          worksOffline={iban !== null}
          label={iban === null ? `${said.show}, ${masked}` : said.hide}
          onPress={iban === null ? show : hide}
        >
          {iban === null ? said.showShort : said.hideShort}
        </Button>
      </span>
      <span role="status" className="visually-hidden">
        {iban !== null && said.shown}
      </span>
      {fault && (
        <span role="alert">
          <FaultText fault={fault} />
        </span>
      )}
      {refusal !== null && <span role="alert">{refusal}</span>}
      <ProofDialog title={said.show} isOpen={asksProof} onDone={show} onLeave={leaveProof} />
    </>
  );
}

function useShownIban(id: string) {
  const [iban, setIban] = useState<string | null>(null);
  const [fault, setFault] = useState<Error | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [asksProof, setAsksProof] = useState(false);
  const [isPending, setPending] = useState(false);
  useHiding(iban !== null, () => setIban(null));
  const load = async (): Promise<void> => {
    const { showIban } = await ask(ShowIbanDocument, { input: { id } });
    if (!isRefusal(showIban)) setIban(showIban.iban);
    else if (showIban.code === 'NOT_ALLOWED' && !(await isProven().catch(() => true))) setAsksProof(true);
    else setRefusal(showIban.message);
  };
  const show = (): void => {
    setFault(null);
    setRefusal(null);
    setAsksProof(false);
    setPending(true);
    load()
      .catch(setFault)
      .finally(() => setPending(false));
  };
  const hide = (): void => setIban(null);
  return { iban, fault, refusal, asksProof, isPending, show, hide, leaveProof: () => setAsksProof(false) };
}

/** After a minute, and when the page is left for another window. */
function useHiding(isShown: boolean, hide: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the minute begins when it is shown
  useEffect(() => {
    if (!isShown) return;
    const timer = setTimeout(hide, shownMs);
    const onChange = (): void => {
      if (document.visibilityState === 'hidden') hide();
    };
    document.addEventListener('visibilitychange', onChange);
    window.addEventListener('pagehide', hide);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onChange);
      window.removeEventListener('pagehide', hide);
    };
  }, [isShown]);
}
