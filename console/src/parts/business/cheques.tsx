import type { Intention } from '@reglement/client';
import { useState } from 'react';
import { useMe } from '../../api/me.tsx';
import { useRunModeToAsk } from '../../api/run-mode.ts';
import { RecordChequeDocument, type RecordChequeMutation } from '../../generated/operations.ts';
import { debitWords } from '../../texts/debits.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { DateField } from '../fields/date-field.tsx';
import { Field } from '../fields/field.tsx';
import { Fields } from '../fields/fields.tsx';
import { MoneyField } from '../fields/money-field.tsx';
import { To } from '../to.tsx';
import { Money, moneyText } from '../values/money.tsx';
import { todayInParis } from '../values/when.tsx';
import { WriteForm } from '../write-form.tsx';
import { chequeTexts } from './cheque-texts.ts';
import styles from './record-cheque.module.css';
import { SocieteSelect, useFirstSociete } from './societe-select.tsx';

type Recorded = Extract<RecordChequeMutation['initiatePayment'], { __typename: 'InitiatePaymentSuccess' }>['payment'];

export type ChequesProps = {
  readonly idSociete?: string | undefined;
  readonly idClient?: string | undefined;
  readonly close: () => void;
  /** Of the cheque that is typed. */
  readonly intention: Intention;
};

/** What was recorded since the dialog opened stands below the form, with its total. */
export function Cheques({ close, intention, ...given }: ChequesProps) {
  const said = useTexts(chequeTexts);
  const first = useFirstSociete();
  const [recorded, setRecorded] = useState<readonly Recorded[]>([]);
  // These stay for the next cheque.
  const [idSociete, setSociete] = useState<string | null>(given.idSociete ?? first);
  const [date, setDate] = useState<string | null>(todayInParis());
  const total = recorded.reduce((sum, { amount }) => sum + amount.cents, 0);
  return (
    <>
      <p>{said.lead}</p>
      <Cheque
        key={recorded.length}
        {...{ idSociete, setSociete, date, setDate, close, intention }}
        isLater={recorded.length > 0}
        idClient={recorded.length === 0 ? given.idClient : undefined}
        onDone={(payment) => {
          if (!intention.isUnknown) intention.renew();
          setRecorded([payment, ...recorded]);
        }}
      />
      {recorded.length > 0 && (
        <ul className={styles.before} aria-label={said.before}>
          {recorded.map(({ id, reference, idClient, amount }) => (
            <li key={id}>
              <To to={`/payments/${id}`}>{reference}</To>
              <span>{idClient}</span>
              <Money cents={amount.cents} />
            </li>
          ))}
          <li>
            <strong>{said.total}</strong>
            <strong>
              <Money cents={total} />
            </strong>
          </li>
        </ul>
      )}
    </>
  );
}

type ChequeProps = {
  readonly idClient: string | undefined;
  /** Others were recorded before it: there is nothing to cancel any more. */
  readonly isLater: boolean;
  readonly idSociete: string | null;
  readonly setSociete: (id: string | null) => void;
  readonly date: string | null;
  readonly setDate: (day: string | null) => void;
  readonly close: () => void;
  readonly intention: Intention;
  readonly onDone: (payment: Recorded) => void;
};

const names = ['idSociete', 'idClient', 'amount', 'email', 'pieceReference', 'date'];

function useCheque({ idSociete, idClient, date }: ChequeProps) {
  const { origins } = useMe();
  const paymentRunMode = useRunModeToAsk();
  const [texts, setTexts] = useState({ idClient: idClient ?? '', email: '', pieceReference: '' });
  const [cents, setCents] = useState<number | null>(null);
  const { email, pieceReference } = texts;
  const input = () =>
    idSociete === null || cents === null || cents === 0 || date === null
      ? null
      : {
          ...{ paymentTarget: 'MILLIET' as const, paymentType: 'COMPTABILITE' as const, paymentRunMode, idSociete },
          ...{
            idOrigin: origins?.[0] ?? 'compta',
            idClient: texts.idClient.trim(),
            amount: cents,
            email: email.trim(),
          },
          accounting: { means: 'CHEQUE' as const, date, pieceReference: pieceReference.trim() },
        };
  const field = (name: keyof typeof texts, label: string) => ({
    ...{ name, label, value: texts[name], isRequired: true },
    onChange: (text: string) => setTexts({ ...texts, [name]: text }),
  });
  return { field, cents, setCents, input };
}

/** One cheque. */
function Cheque(props: ChequeProps) {
  const said = useTexts(chequeTexts);
  const words = useTexts(debitWords);
  const { language } = useLanguage();
  const { field, cents, setCents, input } = useCheque(props);
  return (
    <WriteForm
      operation={RecordChequeDocument}
      {...{
        intention: props.intention,
        names,
        submit: cents ? said.submitOf(moneyText(cents, language)) : said.submit,
        cancel: props.isLater ? said.close : undefined,
        onCancel: props.close,
      }}
      variables={() => {
        const given = input();
        return given && { input: given };
      }}
      says={({ payment }) => said.recorded(payment.reference)}
      staysOpen
      onDone={({ payment }) => props.onDone(payment)}
    >
      <Fields>
        <Field {...field('idClient', words.idClient)} isFirst maxLength={64} />
        <MoneyField label={said.amount} name="amount" isRequired cents={cents} onChange={setCents} />
        <Field {...field('pieceReference', said.number)} maxLength={35} />
        <Field {...field('email', said.email)} type="email" maxLength={254} />
        <SocieteSelect value={props.idSociete} onChange={props.setSociete} />
        <DateField label={said.date} name="date" isRequired value={props.date} onChange={props.setDate} />
      </Fields>
    </WriteForm>
  );
}
