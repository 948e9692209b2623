import { useParams } from '@tanstack/react-router';
import { useMay } from '../../api/me.tsx';
import { useAsk } from '../../api/use-ask.ts';
import { useGo } from '../../api/use-go.ts';
import { CustomerDocument, type CustomerQuery, RemoveCustomerDocument } from '../../generated/operations.ts';
import { fullName } from '../../parts/business/customer-name.tsx';
import { RecordCheque } from '../../parts/business/record-cheque.tsx';
import { Button } from '../../parts/button.tsx';
import { ConfirmDialog } from '../../parts/dialog/confirm-dialog.tsx';
import { Columns } from '../../parts/object-page.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Facts, Panel } from '../../parts/panel.tsx';
import { EmptyState, Pending } from '../../parts/states.tsx';
import { To } from '../../parts/to.tsx';
import { phoneText } from '../../parts/values/phone.ts';
import { When } from '../../parts/values/when.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import styles from './customers.module.css';
import { countryName } from './details-text.ts';
import { EditCustomer } from './edit.tsx';
import { Mandates, Payments } from './lists.tsx';
import { texts } from './texts.ts';

type Customer = NonNullable<CustomerQuery['customer']>;

/** What the directory says of a customer, with its payments and mandates; those are there without an entry, too. */
export function CustomerPage() {
  const said = useTexts(texts);
  const params = useParams({ strict: false }) as { readonly idSociete?: string; readonly idClient?: string };
  const { idSociete = '', idClient = '' } = params;
  const key = { idSociete, idClient };
  const asked = useAsk(CustomerDocument, key);
  const { data } = asked;
  const mayRead = useMay('read');
  const mayMandates = useMay('mandates');
  const customer = data?.customer ?? undefined;
  const name = fullName(customer);
  return (
    <>
      <PageHead
        title={`${said.customer} ${idClient}`}
        {...(name !== null && { lead: <strong>{name}</strong> })}
        actions={
          data && (
            <div className={styles.actions}>
              <RecordCheque {...key} />
              <EditCustomer customer={customer} known={key} />
              {customer && <Remove {...key} />}
            </div>
          )
        }
      />
      <Pending asked={asked} lines={8} />
      {data && (
        <Columns facts={customer ? <Entry customer={customer} /> : <NoEntry />}>
          {mayRead && <Payments {...key} />}
          {mayMandates && <Mandates {...key} />}
        </Columns>
      )}
    </>
  );
}

function NoEntry() {
  const said = useTexts(texts);
  return (
    <Panel title={said.about}>
      <EmptyState title={said.unknown} text={said.unknownText}>
        <To to="/customers">{said.toList}</To>
      </EmptyState>
    </Panel>
  );
}

function Entry({ customer }: { readonly customer: Customer }) {
  const said = useTexts(texts);
  const { language } = useLanguage();
  const { names } = said;
  const { updatedByPerson, updatedBy } = customer;
  return (
    <Panel title={said.about}>
      <Facts
        of={[
          [said.societe, customer.idSociete],
          [names.firstName, customer.firstName],
          [names.lastName, customer.lastName],
          [names.address, customer.address],
          [names.zipCode, customer.zipCode],
          [names.city, customer.city],
          [said.country, customer.country && countryName(customer.country, language)],
          [names.phone, customer.phone && phoneText(customer.phone)],
          [said.entered, <When key="entered" at={customer.createdAt} />],
          [
            said.updated,
            <span key="updated">
              <When at={customer.updatedAt} />, {said.by(updatedByPerson?.name ?? updatedBy)}
            </span>,
          ],
        ]}
      />
    </Panel>
  );
}

function Remove(key: Pick<Customer, 'idSociete' | 'idClient'>) {
  const said = useTexts(texts);
  const go = useGo();
  return (
    <ConfirmDialog
      title={said.remove}
      trigger={<Button kind="danger">{said.remove}</Button>}
      isDangerous
      operation={RemoveCustomerDocument}
      variables={() => ({ input: key })}
      says={said.removed}
      onDone={() => go('/customers')}
    >
      <p>{said.removeText}</p>
    </ConfirmDialog>
  );
}
