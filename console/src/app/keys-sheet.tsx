import { useState } from 'react';
import { useMay } from '../api/me.tsx';
import type { PageEntry } from '../pages/page-entry.ts';
import { Dialog } from '../parts/dialog/dialog.tsx';
import { keysAreOn, switchKeys } from '../parts/keys.ts';
import { useLanguage, useTexts } from '../texts/language.tsx';
import { words } from '../texts/words.ts';
import styles from './keys-sheet.module.css';

const texts = words({
  title: { fr: 'Raccourcis clavier', en: 'Keys' },
  areOn: { fr: 'Utiliser les raccourcis à une lettre', en: 'One letter keys are on' },
  search: { fr: 'Rechercher', en: 'Search' },
  down: { fr: 'Ligne suivante, ligne précédente', en: 'Next row, row before' },
  enter: { fr: 'Entrée', en: 'Enter' },
  open: { fr: 'Ouvrir la ligne', en: 'Open the row' },
  page: { fr: 'Ouvrir la page', en: 'Open the page' },
  cheque: { fr: 'Saisir un chèque, sur Paiements et Clients', en: 'Record a cheque, on Payments and Customers' },
  assign: {
    fr: 'Affecter à la première proposition, sur Exceptions',
    en: 'Assign to the first suggestion, on Exceptions',
  },
  help: { fr: 'Cette liste', en: 'This list' },
  next: { fr: 'puis', en: 'then' },
  or: { fr: 'ou', en: 'or' },
});

/** The keys, and the switch that turns the letters off. */
export function KeysSheet({ pages, onClose }: { readonly pages: readonly PageEntry[]; readonly onClose: () => void }) {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const [areOn, setOn] = useState(keysAreOn);
  const mayBook = useMay('book');
  const mayDecide = useMay('decide');
  const rows: readonly (readonly [keys: readonly string[], text: string])[] = [
    [['/', said.or, 'Ctrl K'], said.search],
    [['J', 'K'], said.down],
    [[said.enter], said.open],
    ...pages.flatMap(({ nav }) =>
      nav ? [[['G', said.next, nav.key.toUpperCase()], `${said.page} ${nav.label[language]}`] as const] : [],
    ),
    ...(mayBook ? [[['N'], said.cheque] as const] : []),
    ...(mayDecide ? [[['A'], said.assign] as const] : []),
    [['?'], said.help],
  ];
  return (
    <Dialog title={said.title} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      {() => (
        <>
          <label className={styles.switch}>
            <input
              type="checkbox"
              checked={areOn}
              onChange={({ currentTarget: { checked } }) => {
                switchKeys(checked);
                setOn(checked);
              }}
            />
            {said.areOn}
          </label>
          <dl className={styles.keys}>
            {rows.map(([keys, text]) => (
              <div key={text}>
                <dt>
                  {keys.map((key) =>
                    key === said.next || key === said.or ? <span key={key}>{key}</span> : <kbd key={key}>{key}</kbd>,
                  )}
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Dialog>
  );
}
