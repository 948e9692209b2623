import assert from 'node:assert/strict';
import { renderSVG } from 'uqr';
import { centsToDecimal } from '../../kernel/money.ts';
import type { BankTransfer } from '../../modules/payments/provider.ts';

/** SEPA's most in one transfer: 999999999.99 EUR. */
const maximumCents = 99_999_999_999;

/** The capacity of version 13 at error correction M. */
const maximumBytes = 331;

/**
 * The text of a credit transfer's QR code (EPC069-12, version 002, UTF-8). An amount that no single SEPA transfer can
 * have is left out, as the standard allows: the payer decides how to split it.
 */
export function epcQrCodeText({
  bic,
  creditorName,
  iban,
  amountCents,
  reference,
}: Omit<BankTransfer, 'qrCodeSvg'>): string {
  assert(
    /^[^\p{Cc}\p{Z}](?:[^\p{Cc}]{0,68}[^\p{Cc}\p{Z}])?$/u.test(creditorName),
    'a creditor has a name of 1 to 70 characters',
  );
  assert(/^(?:[A-Z0-9]{8}(?:[A-Z0-9]{3})?)?$/.test(bic), 'a BIC has 8 or 11 letters and digits, or is left out');
  assert(/^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/.test(iban), 'an IBAN is written without blanks');
  const amount = amountCents <= maximumCents ? `EUR${centsToDecimal(amountCents)}` : '';
  const purpose = '';
  const text = ['BCD', '002', '1', 'SCT', bic, creditorName, iban, amount, purpose, reference].join('\n');
  assert(Buffer.byteLength(text) <= maximumBytes, `an EPC QR code has ${maximumBytes} bytes at most`);
  return text;
}

/** Error correction M and version 13 at most, as EPC069-12 requires; a quiet zone of four modules, for every reader. */
export function renderQrCode(text: string): string {
  return renderSVG(text, { ecc: 'M', maxVersion: 13, border: 4, pixelSize: 1 });
}
