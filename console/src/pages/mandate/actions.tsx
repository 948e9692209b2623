import { type ReactNode, useState } from 'react';
import {
  ActivateMandateDocument,
  ResumeMandateDocument,
  RevokeMandateDocument,
  SignMandateDocument,
  SuspendMandateDocument,
} from '../../generated/operations.ts';
import { Button } from '../../parts/button.tsx';
import { ConfirmDialog } from '../../parts/dialog/confirm-dialog.tsx';
import { Dialog, type Opened } from '../../parts/dialog/dialog.tsx';
import { Meanwhile, useNameOf } from '../../parts/dialog/meanwhile.ts';
import { Select } from '../../parts/fields/choice.tsx';
import { DateField } from '../../parts/fields/date-field.tsx';
import { Field } from '../../parts/fields/field.tsx';
import { useToday } from '../../parts/hooks/use-today.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { WriteForm } from '../../parts/write-form.tsx';
import { debitWords } from '../../texts/debits.ts';
import { useTexts } from '../../texts/language.tsx';
import { actionTexts, reasons } from './action-texts.ts';
import { Amend } from './amend.tsx';
import styles from './mandate.module.css';
import type { Mandate } from './mandate.ts';

type Status = Mandate['status'];

const alive: readonly Status[] = ['DRAFT', 'SIGNED', 'ACTIVE', 'SUSPENDED'];

type Props = {
  readonly mandate: Mandate;
  /** The status whose buttons are shown: that of before, while a dialog is open. */
  readonly shown: Status;
};

/** What can be done with a mandate in its state. */
export function Actions({ mandate, shown }: Props) {
  const { id, debtor, formUrl } = mandate;
  const said = useTexts(actionTexts);
  const meanwhile = useMeanwhile(mandate);
  const during = (some: readonly Status[], action: ReactNode): ReactNode =>
    some.includes(shown) && <Meanwhile value={some.includes(mandate.status) ? null : meanwhile}>{action}</Meanwhile>;
  return (
    <div className={`${styles.actions} no-print`}>
      {debtor !== null && during(['DRAFT'], <Sign id={id} />)}
      {during(['SIGNED'], <Activate id={id} />)}
      {during(['SUSPENDED'], <Resume id={id} />)}
      {alive.includes(shown) && (
        <LinkButton href={formUrl} isOutside>
          {said.print}
        </LinkButton>
      )}
      {debtor !== null && during(alive, <Amend mandate={mandate} />)}
      {during(['ACTIVE'], <Stop id={id} kind="suspend" />)}
      {during([...alive, 'COMPLETED'], <Stop id={id} kind="revoke" />)}
    </div>
  );
}

/** Which status it has now, and who gave it that. */
function useMeanwhile({ status, events }: Mandate): string {
  const said = useTexts(actionTexts);
  const { mandateStatus } = useTexts(debitWords);
  const nameOf = useNameOf();
  const last = events.edges.findLast(({ node }) => node.type === 'STATUS_CHANGED')?.node;
  const by = last && last.by !== 'clock' && last.by !== 'bank' ? nameOf(last.by, last.byPerson) : null;
  return said.meanwhile(mandateStatus[status], by);
}

type Of = Pick<Mandate, 'id'>;

function Sign({ id }: Of) {
  const said = useTexts(actionTexts);
  return (
    <Dialog title={said.sign} trigger={<Button kind="primary">{said.sign}</Button>}>
      {(opened) => <SignForm {...opened} id={id} />}
    </Dialog>
  );
}

function SignForm({ close, intention, id }: Opened & Of) {
  const said = useTexts(actionTexts);
  const today = useToday();
  const [signedOn, setSignedOn] = useState<string | null>(today);
  const [place, setPlace] = useState('');
  const [method, setMethod] = useState(said.paper);
  return (
    <WriteForm
      operation={SignMandateDocument}
      {...{ intention, names: ['signedOn', 'place', 'method'], submit: said.sign, onCancel: close }}
      variables={() =>
        signedOn === null ? null : { input: { id, signedOn, place: place.trim() || null, method: method.trim() } }
      }
      says={said.signed}
    >
      <p>{said.signText}</p>
      <DateField
        {...{ label: said.signedOn, name: 'signedOn', value: signedOn, to: today, onChange: setSignedOn }}
        isRequired
        isFirst
      />
      <Field
        {...{ label: said.place, name: 'place', value: place, onChange: setPlace, maxLength: 70 }}
        isRequired={false}
      />
      <Field
        {...{ label: said.method, name: 'method', hint: said.methodHint, value: method, onChange: setMethod }}
        isRequired
        maxLength={35}
      />
    </WriteForm>
  );
}

function Activate({ id }: Of) {
  const said = useTexts(actionTexts);
  const today = useToday();
  const [bankConfirmedOn, setDay] = useState<string | null>(today);
  return (
    <ConfirmDialog
      title={said.activate}
      trigger={<Button kind="primary">{said.activate}</Button>}
      names={['bankConfirmedOn']}
      operation={ActivateMandateDocument}
      variables={() => (bankConfirmedOn === null ? null : { input: { id, bankConfirmedOn } })}
      says={said.activated}
    >
      <p>{said.activateText}</p>
      <DateField
        {...{ label: said.confirmedOn, name: 'bankConfirmedOn', value: bankConfirmedOn, onChange: setDay }}
        to={today}
        isRequired
        isFirst
      />
    </ConfirmDialog>
  );
}

function Resume({ id }: Of) {
  const said = useTexts(actionTexts);
  return (
    <ConfirmDialog
      title={said.resume}
      trigger={<Button kind="primary">{said.resume}</Button>}
      operation={ResumeMandateDocument}
      variables={() => ({ input: { id } })}
      says={said.resumed}
    >
      <p>{said.resumeText}</p>
    </ConfirmDialog>
  );
}

type Kind = 'suspend' | 'revoke';

function Stop({ id, kind }: Of & { readonly kind: Kind }) {
  const said = useTexts(actionTexts);
  return (
    <Dialog title={said[kind]} trigger={<Button kind={kind === 'revoke' ? 'danger' : 'quiet'}>{said[kind]}</Button>}>
      {(opened) => <StopForm {...opened} {...{ id, kind }} />}
    </Dialog>
  );
}

function StopForm({ close, intention, id, kind }: Opened & Of & { readonly kind: Kind }) {
  const said = useTexts(actionTexts);
  const [reason, setReason] = useState<(typeof reasons)[number] | null>(reasons[0]);
  const form = {
    ...{ intention, names: ['reason'], submit: said[kind], isDangerous: kind === 'revoke', onCancel: close },
    variables: () => ({ input: { id, reason } }),
    says: kind === 'revoke' ? said.revoked : said.suspended,
    children: (
      <>
        <p>{kind === 'revoke' ? said.revokeText : said.suspendText}</p>
        <Select
          {...{ label: said.reason, name: 'reason', value: reason, onChange: setReason }}
          options={reasons.map((code) => ({ id: code, text: said.reasons[code] }))}
        />
      </>
    ),
  };
  return kind === 'revoke' ? (
    <WriteForm operation={RevokeMandateDocument} {...form} />
  ) : (
    <WriteForm operation={SuspendMandateDocument} {...form} />
  );
}
