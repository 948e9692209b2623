import type { Dice } from './dice.ts';

/** What a customer's browser does on the page of a simulator. */

export type CardBank = 'PAYBOX' | 'LABANQUEPOSTALE';
export type Form = {
  readonly url: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
};

/** Of the banks' own test pages. */
const cards = {
  PAYBOX: {
    CB: ['1111222233334444', '4236861588423130', '5476852056843079', '4012001037141112'],
    AMEX: ['374907403001005'],
  },
  LABANQUEPOSTALE: {
    CB: ['4970100000000000', '5970100300000000', '4970110000000013', '4970100000000009'],
    AMEX: ['375900000000008'],
  },
} as const;

/** Why an issuer refuses, in the codes of each bank. */
const refusals: Readonly<Record<CardBank, Readonly<Record<string, number>>>> = {
  PAYBOX: { '00151': 46, '00105': 30, '00154': 12, '00159': 7, '00191': 5 },
  LABANQUEPOSTALE: { '51': 46, '05': 30, '54': 12, '59': 7, '91': 5 },
};

export type BankPage = {
  /** The bank's name for the attempt, by which its faults are set. */
  readonly reference: string;
  readonly pay: () => Promise<void>;
  readonly refuse: () => Promise<void>;
  readonly press: (action: 'try-again' | 'cancel') => Promise<void>;
};

/** Posts the signed form. Messages to the gateway have been answered when a button resolves. */
export async function openBankPage(form: Form, bank: CardBank, brand: 'CB' | 'AMEX', dice: Dice): Promise<BankPage> {
  const fields = new URLSearchParams(form.fields.map(({ name, value }) => [name, value]));
  const opened = await post(form.url, fields);
  const location = opened.headers.get('Location');
  if (location === null) throw new Error(`the bank refused the form: ${(await opened.text()).slice(0, 500)}`);
  const session = new URL(location, form.url).href;
  const card = {
    card_number: dice.pick(cards[bank][brand]),
    expiry: '12/39',
    security_code: brand === 'AMEX' ? '1234' : '123',
  };
  const send = async (button: Readonly<Record<string, string>>): Promise<void> => {
    await (await post(session, new URLSearchParams(button))).arrayBuffer();
  };
  return {
    reference: fields.get('PBX_CMD') ?? fields.get('vads_order_id') ?? '',
    pay: async () => {
      await send({ action: 'pay', ...card });
      // Without effect where the bank asked for no code.
      if (challenged.has(card.card_number)) await send({ action: 'authenticate', code: '123456' });
    },
    refuse: () => send({ action: 'refuse', refusal_code: dice.weigh(refusals[bank]), ...card }),
    press: (action) => send({ action }),
  };
}

const challenged: ReadonlySet<string> = new Set(['4012001037141112', '4970100000000009']);

const post = (url: string, body: URLSearchParams): Promise<Response> =>
  fetch(url, { method: 'POST', body, redirect: 'manual' });
