import { useState } from 'react';
import type { Refusal } from '../../api/refusals.ts';
import { AmendMandateDocument } from '../../generated/operations.ts';
import {
  type Address,
  addressFields,
  addressIn,
  DebtorAddress,
  noAddress,
} from '../../parts/business/debtor-address.tsx';
import { IbanField } from '../../parts/business/iban-field.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog, type Opened } from '../../parts/dialog/dialog.tsx';
import { Field } from '../../parts/fields/field.tsx';
import { whenText } from '../../parts/values/when.tsx';
import { WriteForm } from '../../parts/write-form.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { actionTexts } from './action-texts.ts';
import styles from './mandate.module.css';
import type { Mandate } from './mandate.ts';
import { texts } from './texts.ts';

export function Amend({ mandate }: { readonly mandate: Mandate }) {
  const said = useTexts(actionTexts);
  return (
    <Dialog title={said.amend} isWide trigger={<Button>{said.amend}</Button>}>
      {(opened) => <AmendForm {...opened} mandate={mandate} />}
    </Dialog>
  );
}

const names = ['debtorName', 'iban', 'bic', 'rum', ...addressFields];
const nothing = { debtorName: '', iban: '', bic: '', rum: '' };

function useExplain() {
  const said = useTexts(actionTexts);
  const { language } = useLanguage();
  return (refusal: Refusal) => {
    if (!('approval' in refusal)) return null;
    const { expiresAt } = refusal.approval as { readonly expiresAt: string };
    return <p>{said.needsApproval(whenText(expiresAt, language))}</p>;
  };
}

/** What is given changes; what is left empty stays. */
function AmendForm({ close, intention, mandate }: Opened & { readonly mandate: Mandate }) {
  const said = useTexts(actionTexts);
  const { names: labels } = useTexts(texts);
  const [given, setGiven] = useState(nothing);
  const [address, setAddress] = useState<Address>(noAddress);
  const [takesBicOff, setBicOff] = useState(false);
  const [takesCreditorOfConfig, setTakes] = useState(false);
  const [endsWithNext, setEnds] = useState(mandate.endsWithNext);
  // At opening: another person may change it meanwhile.
  const [endedWithNext] = useState(endsWithNext);
  const field = (name: keyof typeof nothing, label: string) => ({
    ...{ name, label, value: given[name] },
    onChange: (text: string) => setGiven({ ...given, [name]: text }),
  });
  const input = () => ({
    id: mandate.id,
    ...(takesBicOff && { bic: null }),
    ...Object.fromEntries(
      Object.entries(given).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]])),
    ),
    ...(addressIn(address) && { address: addressIn(address) }),
    ...(takesCreditorOfConfig && { takesCreditorOfConfig }),
    ...(endsWithNext !== endedWithNext && { endsWithNext }),
  });
  return (
    <WriteForm
      operation={AmendMandateDocument}
      {...{ intention, names, submit: said.amend, onCancel: close, explain: useExplain() }}
      needsProof={given.iban !== ''}
      variables={() => ({ input: input() })}
      says={({ changed }) => (changed ? said.amended : said.unchanged)}
    >
      <p>{said.amendText}</p>
      <Field {...field('debtorName', labels.debtor)} maxLength={70} isFirst />
      <IbanField {...field('iban', labels.iban)} hint={said.ibanHint(mandate.debtor?.maskedIban ?? '')} />
      <Field {...field('bic', labels.bic)} maxLength={11} />
      {mandate.debtor?.bic && given.bic.trim() === '' && (
        <Check label={said.takesBicOff} isOn={takesBicOff} onChange={setBicOff} />
      )}
      <Field {...field('rum', labels.rum)} maxLength={35} />
      <details>
        <summary>{labels.address}</summary>
        <DebtorAddress address={address} onChange={setAddress} />
      </details>
      <Check label={said.takesCreditor} isOn={takesCreditorOfConfig} onChange={setTakes} />
      <Check label={said.endsWithNext} isOn={endsWithNext} onChange={setEnds} />
    </WriteForm>
  );
}

type CheckProps = { readonly label: string; readonly isOn: boolean; readonly onChange: (isOn: boolean) => void };

const Check = ({ label, isOn, onChange }: CheckProps) => (
  <label className={styles.check}>
    <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
    <span>{label}</span>
  </label>
);
