import { useState } from 'react';
import { useRunModeToAsk } from '../../api/run-mode.ts';
import { useGo } from '../../api/use-go.ts';
import { CreateMandateDocument, type MandateScheme, type MandateType } from '../../generated/operations.ts';
import {
  type Address,
  addressFields,
  addressIn,
  DebtorAddress,
  noAddress,
} from '../../parts/business/debtor-address.tsx';
import { IbanField } from '../../parts/business/iban-field.tsx';
import { SocieteSelect, useFirstSociete } from '../../parts/business/societe-select.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog, type Opened } from '../../parts/dialog/dialog.tsx';
import { Select } from '../../parts/fields/choice.tsx';
import { Field } from '../../parts/fields/field.tsx';
import { Fields } from '../../parts/fields/fields.tsx';
import { WriteForm } from '../../parts/write-form.tsx';
import { debitWords } from '../../texts/debits.ts';
import { useTexts } from '../../texts/language.tsx';
import styles from './mandates.module.css';
import { newTexts } from './new-texts.ts';

export function NewMandate({ isPrimary = false }: { readonly isPrimary?: boolean }) {
  const said = useTexts(newTexts);
  return (
    <Dialog title={said.title} isWide trigger={<Button kind={isPrimary ? 'primary' : 'quiet'}>{said.button}</Button>}>
      {(opened) => <NewMandateForm {...opened} />}
    </Dialog>
  );
}

const names = ['idSociete', 'idClient', 'scheme', 'type', 'rum', 'name', 'iban', 'bic', ...addressFields];
const none = { idClient: '', name: '', iban: '', bic: '', rum: '' };
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function useDraft() {
  const [idSociete, setSociete] = useState(useFirstSociete());
  const [scheme, setScheme] = useState<MandateScheme>('CORE');
  const [type, setType] = useState<MandateType>('RECURRENT');
  const [address, setAddress] = useState<Address>(noAddress);
  const [texts, setTexts] = useState(none);
  const runMode = useRunModeToAsk();
  const input = () =>
    idSociete === null
      ? null
      : {
          ...{ idSociete, runMode, scheme, type, idClient: texts.idClient.trim(), rum: orNull(texts.rum) },
          debtor: { name: texts.name.trim(), iban: texts.iban, bic: orNull(texts.bic), address: addressIn(address) },
        };
  return { idSociete, setSociete, scheme, setScheme, type, setType, address, setAddress, texts, setTexts, input };
}

function NewMandateForm({ close, intention }: Opened) {
  const said = useTexts(newTexts);
  const go = useGo();
  const draft = useDraft();
  return (
    <WriteForm
      operation={CreateMandateDocument}
      {...{ intention, names, submit: said.submit, onCancel: close }}
      variables={() => {
        const input = draft.input();
        return input && { input };
      }}
      says={({ mandate }) => said.done(mandate.rum)}
      onDone={({ mandate }) => go(`/mandates/${mandate.id}`)}
    >
      <Draft draft={draft} />
    </WriteForm>
  );
}

function Draft({ draft }: { readonly draft: ReturnType<typeof useDraft> }) {
  const said = useTexts(newTexts);
  const words = useTexts(debitWords);
  const { texts, setTexts } = draft;
  const field = (name: keyof typeof none, label: string) => ({
    ...{ name, label, value: texts[name] },
    onChange: (text: string) => setTexts({ ...texts, [name]: text }),
  });
  return (
    <>
      <Fields>
        <SocieteSelect value={draft.idSociete} onChange={draft.setSociete} />
        <Field {...field('idClient', words.idClient)} isRequired isFirst maxLength={64} />
      </Fields>
      <Fields>
        <Field {...field('name', said.name)} hint={said.nameHint} isRequired maxLength={70} />
        <IbanField {...field('iban', said.iban)} isRequired />
      </Fields>
      <Fields>
        <Select
          {...{ label: said.scheme, name: 'scheme', value: draft.scheme, hint: said.schemeHint, isRequired: true }}
          options={(['CORE', 'B2B'] as const).map((id) => ({ id, text: words.scheme[id] }))}
          onChange={(scheme) => scheme && draft.setScheme(scheme)}
        />
        <Select
          {...{ label: said.type, name: 'type', value: draft.type, isRequired: true }}
          options={(['RECURRENT', 'ONE_OFF'] as const).map((id) => ({ id, text: words.mandateType[id] }))}
          onChange={(type) => type && draft.setType(type)}
        />
      </Fields>
      <details className={styles.more}>
        <summary>{said.more}</summary>
        <Fields>
          <Field {...field('bic', said.bic)} maxLength={11} />
          <Field {...field('rum', said.rum)} hint={said.rumHint} maxLength={35} />
        </Fields>
        <DebtorAddress address={draft.address} onChange={draft.setAddress} />
      </details>
    </>
  );
}
