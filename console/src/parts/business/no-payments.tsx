import { useMay } from '../../api/me.tsx';
import { useRunMode } from '../../api/run-mode.ts';
import { useTexts } from '../../texts/language.tsx';
import { words } from '../../texts/words.ts';
import { EmptyState } from '../states.tsx';
import { To } from '../to.tsx';

const texts = words({
  text: {
    fr: (mode: string) =>
      `Un paiement apparaît ici dès qu’une application appelle initiatePayment en ${mode}, ou l’ancienne URL.`,
    en: (mode: string) =>
      `A payment appears here as soon as an application calls initiatePayment in ${mode}, or the legacy URL.`,
  },
  tryOne: { fr: 'Essayer une ancienne URL ou GraphiQL', en: 'Try an old URL or GraphiQL' },
});

/** A list without any payment: how one comes here. */
export function NoPayments({ title }: { readonly title: string }) {
  const said = useTexts(texts);
  const mode = useRunMode();
  const mayTry = useMay('initiate');
  return (
    <EmptyState title={title} text={said.text(mode)}>
      {mayTry && mode === 'TEST' && <To to="/developers">{said.tryOne}</To>}
    </EmptyState>
  );
}
