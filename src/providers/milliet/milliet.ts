import { euros } from '../../kernel/money.ts';
import { creditorReference } from '../../kernel/sepa/creditor-reference.ts';
import type { TransferProvider } from '../../modules/payments/provider.ts';
import { epcQrCodeText, renderQrCode } from './epc-qr-code.ts';

/**
 * The company itself: the customer transfers the amount to its account. The reference identifies the money. The payer's
 * bank compares the name with the account (Verification of Payee).
 */
export function createMilliet(): TransferProvider {
  return {
    target: 'MILLIET',
    flows: { SEPA: 'BANK_TRANSFER', DIRECT_SEPA: 'DIRECT_DEBIT', COMPTABILITE: 'BOOKING' },
    bankTransfer: ({ iban, bic, creditorName }, payment) => {
      const transfer = {
        iban,
        bic,
        creditorName,
        reference: creditorReference(payment.reference),
        amountCents: euros(payment.amountCents).cents,
      };
      const qrCodeText = epcQrCodeText(transfer);
      return {
        ...transfer,
        // Drawn when it is looked at: most answers do not show it, and drawing costs more than all the rest.
        get qrCodeSvg() {
          return renderQrCode(qrCodeText);
        },
      };
    },
  };
}
