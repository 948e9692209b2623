import { type Ask, cardNumber, iban, keyOf, keys, mark } from './canary.ts';

export async function plantOnLegacyDoor(ask: Ask): Promise<void> {
  const fields = [
    'PAYBOX',
    'TEST',
    'CB',
    'web',
    '1',
    `${mark}IdClient`,
    `${mark}Legacy`,
    'CB',
    '1250',
    `${mark}.legacy@example.fr`,
  ];
  const pathOf = (change: Record<number, string> = {}, rest = `/${mark}%20Comment`): string =>
    `/payment_initiate/${fields.map((field, index) => encodeURIComponent(change[index] ?? field)).join('/')}${rest}`;
  const json = { ...keyOf('owner'), Accept: 'application/json' };
  for (const path of [
    pathOf(),
    `${pathOf()}?format=xml`,
    `${pathOf()}?format=csv&${mark}=${mark}`,
    `${pathOf()}?callback=${mark}`,
    `${pathOf()}?callback=${mark}(`,
    `${pathOf()}?api_key=${keys.owner}&idempotency_key=${mark}`,
    `${pathOf()}?email=${mark}.second@example.fr`,
    `${pathOf()}?format=${mark}`,
    pathOf({ 0: mark }),
    pathOf({ 3: `${mark}Origin` }),
    pathOf({ 4: `${mark}9` }),
    pathOf({ 8: `${mark}1` }),
    pathOf({ 9: mark }),
    pathOf({}, `/${mark}%E9`),
    pathOf({}, `/carte%20${cardNumber}`),
    pathOf({}, `//${mark}`),
    `/payment_initiate/${mark}`,
    `/payment_status/${mark}`,
    `/payment_status/${mark}%E9?callback=${mark}`,
    `/api/payment_status?reference=${mark}&reference=${mark}`,
    `/json/reply/PaymentInitiate?email=${mark}@example.fr`,
    `/json/reply/${mark}`,
    `/api/${mark}`,
    `/${mark}?${mark}=${mark}`,
    `/${mark}%E9%00`,
  ]) {
    await ask(path, { headers: json });
    await ask(path, { headers: { ...json, Accept: 'text/html' } });
  }
  await ask(pathOf());
  await ask(pathOf(), { headers: { ...json, 'X-API-Key': `rgl_${mark}-unknown`, Authorization: '' } });
  await ask(pathOf(), { method: 'HEAD', headers: json });
  for (const [type, body] of [
    ['application/x-www-form-urlencoded', `email=${mark}.form@example.fr&commentaire=${mark}&${mark}=${iban}`],
    ['application/json', `{"commentaire":"${mark}", "amount": "${mark}`],
    ['application/xml', `<${mark}>${mark}</${mark}`],
    ['text/csv', `commentaire,email\n${mark},"${mark}`],
    [
      `multipart/form-data; boundary=${mark}`,
      `--${mark}\r\nContent-Disposition: form-data; name="${mark}"\r\n\r\n${mark}`,
    ],
    [`text/${mark}`, mark],
    ['application/json', `{"commentaire":"${mark.repeat(10_000)}"}`],
  ]) {
    await ask(pathOf(), { method: 'POST', headers: { ...json, 'Content-Type': type ?? '' }, body: body ?? '' });
  }
}
