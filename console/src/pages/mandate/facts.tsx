import { CustomerLink } from '../../parts/business/customer-name.tsx';
import { ShownIban } from '../../parts/business/shown-iban.tsx';
import { Facts, Panel } from '../../parts/panel.tsx';
import { Copy, CopyLong } from '../../parts/values/copy.tsx';
import { When } from '../../parts/values/when.tsx';
import { debitWords } from '../../texts/debits.ts';
import { useTexts } from '../../texts/language.tsx';
import type { Mandate } from './mandate.ts';
import { texts } from './texts.ts';

export function MandateFacts({ mandate }: { readonly mandate: Mandate }) {
  const said = useTexts(texts);
  const words = useTexts(debitWords);
  const { names } = said;
  const { debtor, signature, idSociete, idClient, bankConfirmedOn, lastCollectedOn, lapsesOn } = mandate;
  const day = (at: string | null) => (at === null ? null : <When at={at} />);
  return (
    <Panel title={said.about}>
      <Facts
        of={[
          [names.rum, <Copy key="rum" text={mandate.rum} what={said.rum} />],
          [names.debtor, debtor?.name ?? said.erased],
          [names.iban, debtor && <ShownIban key={mandate.id} id={mandate.id} masked={debtor.maskedIban} />],
          [names.bic, debtor?.bic],
          [names.address, debtor?.address && <Address address={debtor.address} />],
          [names.customer, <CustomerLink key="customer" {...{ idSociete, idClient }} customer={null} />],
          [names.societe, idSociete],
          [names.creditor, mandate.creditorName],
          [names.ics, mandate.ics],
          [names.scheme, words.scheme[mandate.scheme]],
          [names.type, words.mandateType[mandate.type]],
          [names.signed, signature && <Signed {...signature} />],
          [names.method, signature && (signature.method === 'PAPER' ? said.onPaper : signature.method)],
          [
            names.digest,
            signature?.evidenceDigest && <CopyLong key="digest" text={signature.evidenceDigest} what={names.digest} />,
          ],
          [names.confirmed, day(bankConfirmedOn)],
          [names.last, day(lastCollectedOn)],
          [names.lapses, day(lapsesOn)],
          [names.created, <When key="created" at={mandate.createdAt} />],
        ]}
      />
    </Panel>
  );
}

const Signed = ({ signedOn, place }: { readonly signedOn: string; readonly place: string | null }) => (
  <>
    <When at={signedOn} />
    {place !== null && `, ${place}`}
  </>
);

function Address({ address }: { readonly address: NonNullable<NonNullable<Mandate['debtor']>['address']> }) {
  const { buildingNumber, street, postalCode, town, country } = address;
  const lines = [[buildingNumber, street], [postalCode, town], [country === 'FR' ? null : country]].map((line) =>
    line.filter(Boolean).join(' '),
  );
  return lines.filter((line) => line !== '').map((line) => <div key={line}>{line}</div>);
}
