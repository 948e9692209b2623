import { useState } from 'react';
import { useGo } from '../../api/use-go.ts';
import { type CustomerQuery, UpsertCustomerDocument } from '../../generated/operations.ts';
import { addressOf } from '../../parts/business/customer-name.tsx';
import { SocieteSelect, useFirstSociete } from '../../parts/business/societe-select.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog, type Opened } from '../../parts/dialog/dialog.tsx';
import { Field } from '../../parts/fields/field.tsx';
import { Fields } from '../../parts/fields/fields.tsx';
import { WriteForm } from '../../parts/write-form.tsx';
import { debitWords } from '../../texts/debits.ts';
import { useTexts } from '../../texts/language.tsx';
import { texts } from './texts.ts';

type Customer = NonNullable<CustomerQuery['customer']>;
type Key = Pick<Customer, 'idSociete' | 'idClient'>;
type Props = {
  /** Left out: a new one. */
  readonly customer?: Customer | undefined;
  /** Of one that is not in the directory yet. */
  readonly known?: Key | undefined;
  readonly isPrimary?: boolean;
};

const details = ['firstName', 'lastName', 'address', 'zipCode', 'city', 'country', 'phone'] as const;
type Details = Readonly<Record<(typeof details)[number], string>>;

/** Enters a customer, or changes what the directory says. */
export function EditCustomer({ isPrimary = false, ...given }: Props) {
  const said = useTexts(texts);
  const text = given.customer ? said.edit : said.add;
  return (
    <Dialog title={text} isWide trigger={<Button kind={isPrimary ? 'primary' : 'quiet'}>{text}</Button>}>
      {(opened) => <EditForm {...opened} {...given} />}
    </Dialog>
  );
}

const detailsOf = (customer: Customer | undefined): Details =>
  Object.fromEntries(
    details.map((name) => [name, customer?.[name] ?? (name === 'country' && !customer ? 'FR' : '')]),
  ) as Details;

function EditForm({ close, intention, customer, known }: Opened & Omit<Props, 'isPrimary'>) {
  const said = useTexts(texts);
  const words = useTexts(debitWords);
  const go = useGo();
  const first = useFirstSociete();
  const key = customer ?? known;
  const [idSociete, setSociete] = useState<string | null>(key?.idSociete ?? first);
  const [idClient, setClient] = useState(key?.idClient ?? '');
  const [given, setGiven] = useState(detailsOf(customer));
  // Of what stands in the fields: what another person wrote since then must not be overwritten.
  const [version] = useState(customer?.version);
  const input = () => {
    if (idSociete === null) return null;
    // An empty field is taken out of the entry.
    const written = Object.fromEntries(details.map((name) => [name, given[name].trim() || null]));
    return { ...written, idSociete, idClient: idClient.trim(), ...(version !== undefined && { version }) };
  };
  return (
    <WriteForm
      operation={UpsertCustomerDocument}
      {...{ intention, names: ['idSociete', 'idClient', ...details], submit: said.save, onCancel: close }}
      variables={() => {
        const written = input();
        return written && { input: written };
      }}
      explain={({ path }) => (path?.includes('version') ? <p>{said.isStale}</p> : null)}
      says={({ change }) => said.changes[change]}
      onDone={({ customer: saved }) => !key && go(addressOf(saved))}
    >
      {!key && (
        <Fields>
          <SocieteSelect value={idSociete} onChange={setSociete} />
          <Field
            {...{ label: words.idClient, name: 'idClient', value: idClient, onChange: setClient, maxLength: 64 }}
            isRequired
            isFirst
          />
        </Fields>
      )}
      <Fields>
        {details.map((name) => (
          <Field
            key={name}
            {...{ name, label: said.names[name], value: given[name], maxLength: name === 'country' ? 2 : 100 }}
            {...(name === 'phone' && { hint: said.phoneHint, type: 'tel' as const })}
            isFirst={key !== undefined && name === 'firstName'}
            onChange={(text) => setGiven({ ...given, [name]: text })}
          />
        ))}
      </Fields>
    </WriteForm>
  );
}
