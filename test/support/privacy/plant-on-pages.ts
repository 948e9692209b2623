import { signed } from '../scellius-messages.ts';
import { type Ask, cardNumber, iban, mark, type Payment } from './canary.ts';

export async function plantOnPages(ask: Ask, { paymentUrl, nextAction }: Payment): Promise<void> {
  const { pathname } = new URL(paymentUrl);
  for (const path of [
    pathname,
    `${pathname}?${mark}=${mark}`,
    `${pathname}/return/success?vads_cust_email=${mark}@example.fr&vads_card_number=${cardNumber}`,
    `${pathname}/return/${mark}`,
    `${pathname}/${mark}`,
    `/pay/${mark.repeat(5)}xx`,
    `/pay/${mark}`,
  ]) {
    await ask(path);
  }
  const form = new URLSearchParams(nextAction.fields.map(({ name, value }) => [name, value]));
  const sandboxPath = new URL(nextAction.url).pathname;
  for (const body of [form.toString(), `${form}&${mark}=${mark}`, `${mark}=${mark}`, mark]) {
    await ask(sandboxPath, { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body });
  }
  await ask(`/sandbox/${mark}?${mark}=${mark}`);
}

export async function plantInNotifications(ask: Ask, { reference, nextAction, id }: Payment): Promise<void> {
  const echoed = nextAction.fields.filter(({ name }) => name !== 'signature' && !name.startsWith('vads_url_'));
  const message = (change: Record<string, string>): string => {
    const fields: Record<string, string> = {
      ...Object.fromEntries(echoed.map(({ name, value }) => [name, value])),
      vads_card_brand: 'CB',
      vads_card_number: cardNumber,
      vads_cust_name: `${mark} Name`,
      vads_operation_type: 'DEBIT',
      vads_result: '00',
      vads_auth_result: '00',
      vads_trans_status: 'AUTHORISED',
      vads_trans_uuid: id.slice(4),
      vads_url_check_src: 'PAY',
      ...change,
    };
    return signed(fields);
  };
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const good = message({ vads_sepa_iban: iban });
  for (const body of [
    good.replace('AUTHORISED', 'REFUSED'),
    good.replace('&vads_amount', `&vads_${mark}=1&vads_amount`),
    message({ vads_order_id: `${mark}-1` }),
    message({ vads_site_id: '99999999' }),
    `signature=${mark}&vads_cust_email=${mark}@example.fr`,
    `%E9%00${mark}`,
    `${mark.repeat(20_000)}`,
    good,
    good,
    message({ vads_amount: '999', vads_trans_uuid: 'f'.repeat(32) }),
  ]) {
    await ask('/notify/labanquepostale/1', { method: 'POST', headers: form, body });
  }
  await ask(`/notify/labanquepostale/${mark}`, { method: 'POST', headers: form, body: good });
  for (const query of [
    `Ref=${reference}-1&Mt=1250&email=${mark}@example.fr&Sign=${mark}`,
    mark,
    `Erreur=00000&${mark}=%E9`,
  ]) {
    await ask(`/notify/paybox?${query}`);
    await ask(`/notify/paybox/${mark}`, { method: 'POST', headers: form, body: query });
  }
  await ask('/notify/paybox', { method: 'PUT', headers: form, body: mark });
}
