import { createClient, InitiatePaymentDocument, type InitiatePaymentInput, Intention, match } from '@reglement/client';
import { followPayment } from '@reglement/client/follow';
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

const gateway = createClient({ url: 'http://127.0.0.1:4000' });
const refused = ({ message }: { readonly message: string }): string => message;

function Checkout({ input }: { readonly input: InitiatePaymentInput }) {
  const intention = useRef(new Intention());
  const [text, setText] = useState('À régler');

  async function follow(id: string): Promise<void> {
    for await (const { status } of followPayment(gateway, id)) setText(status);
  }

  async function pay(): Promise<void> {
    const { initiatePayment } = await gateway.execute(
      InitiatePaymentDocument,
      { input },
      { intention: intention.current },
    );
    setText(
      match(initiatePayment, {
        InitiatePaymentSuccess: ({ payment }) => {
          void follow(payment.id);
          return payment.reference;
        },
        InvalidInputError: refused,
        UnsupportedPaymentError: refused,
        NotAllowedError: refused,
        IdempotencyConflictError: refused,
        PayerDataMissingError: refused,
        MandateRequiredError: refused,
        ProviderUnavailableError: refused,
      }),
    );
  }

  return (
    <button type="button" onClick={() => void pay()}>
      {text}
    </button>
  );
}

const input: InitiatePaymentInput = {
  paymentTarget: 'PAYBOX',
  paymentRunMode: 'TEST',
  paymentType: 'CB',
  idOrigin: 'web',
  idSociete: '1',
  idClient: '2263',
  idCommande: '0',
  amount: 1250,
  email: 'client@example.fr',
};
const root = document.getElementById('root');
if (root) createRoot(root).render(<Checkout input={input} />);
