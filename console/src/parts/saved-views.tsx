import { useState } from 'react';
import { parseAddress, type RawSearch, writeAddress } from '../api/address.ts';
import { useAsk } from '../api/use-ask.ts';
import {
  type ConsolePage,
  CreateSavedViewDocument,
  RemoveSavedViewDocument,
  SavedViewsDocument,
  type SavedViewsQuery,
} from '../generated/operations.ts';
import { useTexts } from '../texts/language.tsx';
import { words } from '../texts/words.ts';
import { Button } from './button.tsx';
import styles from './chips.module.css';
import { ConfirmDialog } from './dialog/confirm-dialog.tsx';
import { Dialog, type Opened } from './dialog/dialog.tsx';
import { Field } from './fields/field.tsx';
import { focusOnList } from './focus-on-list.ts';
import { Awaited } from './states.tsx';
import { To } from './to.tsx';
import { WriteForm } from './write-form.tsx';

const texts = words({
  views: { fr: 'Vues', en: 'Views' },
  save: { fr: 'Enregistrer cette vue', en: 'Save this view' },
  name: { fr: 'Nom', en: 'Name' },
  share: { fr: 'Partager avec ceux qui voient les mêmes sociétés', en: 'Share with those who see the same sociétés' },
  saved: { fr: 'La vue est enregistrée.', en: 'The view is saved.' },
  remove: { fr: (name: string) => `Supprimer la vue ${name}`, en: (name: string) => `Remove the view ${name}` },
  removeText: { fr: 'Ses filtres ne sont plus proposés ici.', en: 'Its filters are no longer offered here.' },
  removeShared: {
    fr: 'Elle est partagée\u00a0: les autres ne la verront plus non plus.',
    en: 'It is shared: the others will not see it any more either.',
  },
  removed: {
    fr: (name: string) => `La vue ${name} est supprimée.`,
    en: (name: string) => `The view ${name} is removed.`,
  },
  by: { fr: (owner: string) => `partagée par ${owner}`, en: (owner: string) => `shared by ${owner}` },
});

type Props = {
  readonly page: ConsolePage;
  /** The path of the page. */
  readonly to: string;
  /** The filters and the sort as they stand, without what is not set. */
  readonly search: RawSearch;
};

/** Filters under a name, of the person and those that others share, and the way to keep those that stand. */
export function SavedViews({ page, to, search }: Props) {
  const said = useTexts(texts);
  const { data, isFetched } = useAsk(SavedViewsDocument, { page });
  const views = data?.savedViews ?? [];
  const address = writeAddress(search);
  const isKept = address === '' || views.some((view) => view.search === address);
  if (!isFetched) return <Awaited />;
  if (views.length === 0 && isKept) return null;
  return (
    <nav className={styles.views} aria-label={said.views}>
      {views.length > 0 && (
        <ul className={styles.chips}>
          {views.map((view) => (
            <View key={view.id} {...{ view, to }} isOpen={view.search === address} />
          ))}
        </ul>
      )}
      {!isKept && (
        <Dialog title={said.save} trigger={<Button isSmall>{said.save}</Button>}>
          {(opened) => <SaveForm {...opened} page={page} address={address} />}
        </Dialog>
      )}
    </nav>
  );
}

type ViewProps = {
  readonly view: SavedViewsQuery['savedViews'][number];
  readonly to: string;
  readonly isOpen: boolean;
};

function View({ view: { id, name, search, isShared, isMine, owner }, to, isOpen }: ViewProps) {
  const said = useTexts(texts);
  return (
    <li {...(isOpen && { 'aria-current': true })} {...(!isMine && owner && { title: said.by(owner.name) })}>
      <To to={to} search={parseAddress(search)} className={styles.view}>
        {name}
      </To>
      {isMine && (
        <ConfirmDialog
          title={said.remove(name)}
          trigger={
            <Button kind="plain" label={said.remove(name)}>
              ✕
            </Button>
          }
          isDangerous
          operation={RemoveSavedViewDocument}
          variables={() => ({ id })}
          says={said.removed(name)}
          // After the dialog has given the focus back to its button, which goes away.
          onDone={() => setTimeout(focusOnList, 50)}
        >
          <p>{isShared ? said.removeShared : said.removeText}</p>
        </ConfirmDialog>
      )}
    </li>
  );
}

type SaveProps = Opened & { readonly page: ConsolePage; readonly address: string };

function SaveForm({ close, intention, page, address }: SaveProps) {
  const said = useTexts(texts);
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  return (
    <WriteForm
      operation={CreateSavedViewDocument}
      {...{ intention, names: ['name'], submit: said.save, onCancel: close }}
      variables={() => (name.trim() === '' ? null : { input: { name: name.trim(), page, search: address, isShared } })}
      says={said.saved}
    >
      <Field label={said.name} name="name" isRequired isFirst maxLength={60} value={name} onChange={setName} />
      <label className={styles.share}>
        <input type="checkbox" checked={isShared} onChange={({ currentTarget: { checked } }) => setShared(checked)} />
        {said.share}
      </label>
    </WriteForm>
  );
}
