/**
 * Published material: the shared test account's key, strings to sign with their digests (the last one from another
 * project's tests, with accents), and messages of real test payments whose signatures the platform's key verifies.
 */

export const testHmacKey = '0123456789ABCDEF'.repeat(8);

const orderOfDocumentation =
  'PBX_SITE=1999888&PBX_RANG=32&PBX_IDENTIFIANT=110647233&PBX_TOTAL=1990&PBX_DEVISE=978&PBX_CMD=order 42/1' +
  '&PBX_PORTEUR=jean.dupont@example.com&PBX_RETOUR=amount:M;ref:R;call:T;auth:A;trans:S;error:E;sign:K' +
  '&PBX_REPONDRE_A=https://shop.example/ipn&PBX_RUF1=POST&PBX_HASH=SHA512&PBX_TIME=2025-03-14T09:26:53+01:00';

export const hmacVectors: readonly (readonly [description: string, signed: string, digest: string])[] = [
  [
    'the order of the documentation',
    orderOfDocumentation,
    '11375C497E9B90CFCE8D7A4A57A7A8BCB6236830F556D2B82768D8E206B9CBD62E2C944A6246776D7E2FBD773FB94DF18E03084B413B273385D3038191794BA4',
  ],
  [
    'SHA-256',
    orderOfDocumentation.replace('SHA512', 'SHA256'),
    '21EA17964316F19EC71AF3066009313A00194BB41BC08FF17DDC673BAB46EC0F',
  ],
  [
    'fields sorted by name',
    orderOfDocumentation.split('&').sort().join('&'),
    'E9A544CDD07A0778E64F9165F7AD2E082A223D81B30EAB1FD20EDF35E14D0BE6FB7D6A5493F52BF35CB53738088C127C2723181711A852A4A2CBE7C0C939F003',
  ],
  [
    'XML documents, signed unescaped',
    'PBX_SITE=1999888&PBX_RANG=32&PBX_IDENTIFIANT=110647233&PBX_TOTAL=1990&PBX_DEVISE=978&PBX_CMD=order 42/2' +
      '&PBX_PORTEUR=zoe@example.com&PBX_RETOUR=amount:M;ref:R;auth:A;error:E;sign:K' +
      '&PBX_SHOPPINGCART=<?xml version="1.0" encoding="utf-8"?><shoppingcart><total><totalQuantity>2</totalQuantity>' +
      '</total></shoppingcart>&PBX_BILLING=<?xml version="1.0" encoding="utf-8"?><Billing><Address>' +
      '<FirstName>Zoe</FirstName><LastName>Lefevre</LastName><Address1>12 rue de la Paix</Address1>' +
      '<Address2></Address2><ZipCode>75002</ZipCode><City>Paris</City><CountryCode>250</CountryCode>' +
      '<CountryCodeMobilePhone>+33</CountryCodeMobilePhone><MobilePhone>0612345678</MobilePhone></Address></Billing>' +
      '&PBX_SOUHAITAUTHENT=01&PBX_HASH=SHA512&PBX_TIME=2025-03-14T09:26:53+01:00',
    'C73C8929C11AECA7BEDB9214E7B2D67F13D0DE2E5866D1C86A23A063C32511B4075ECCAD011F7DF550106B82EF1888EC9EA831BEEADC94A671044A0696A7F77F',
  ],
  [
    'accents and blanks, in UTF-8',
    'PBX_SITE=12345678&PBX_RANG=32&PBX_IDENTIFIANT=12345678&PBX_TOTAL=999&PBX_DEVISE=978&PBX_CMD=appel à Paybox' +
      '&PBX_PORTEUR=test@paybox.com&PBX_RETOUR=Mt:M;Ref:R;Auto:A;Erreur:E&PBX_HASH=SHA512' +
      '&PBX_TIME=2015-06-08T16:21:16+02:00',
    '7E74D8E9A0DBB65AAE51C5C50C2668FD98FC99AEDF18244BB1935F602B6C2E953B61FD84364F34FDB88B049901C0A07F6040AF446BBF5589113F48A733D551D4',
  ],
];

export type RecordedMessage = { readonly data: string; readonly signature: string };

/** The reference holds a space, `%20` on the wire. */
export const messageWithSpace: RecordedMessage = {
  data: 'amount=500&reference=order.test%20123&autorization=XXXXXX&error=00000',
  signature:
    'I7BPIUeM1Rl+7QW1Ew6gYfux4oyQGhA6ra6wKyusxrwQpXocYzu9z9/bgomm/pFYLGfIQs1GrRVN0tDoERzPgKnU0m2yYAyqQNfuRXkOioDC7NtgYKLsPcf4eyzHWOIxe1Wx8L5lOiyBBINvubmWjCt9mjFCtPrSXxR48TWrKmM=',
};

/** Of one payment: the notification covers the returned values alone, the browser's return the shop's own query too. */
export const recordedNotification: RecordedMessage = {
  data: 'M=11400&R=d66b010&T=7584174&A=XXXXXX&B=0&P=CARTE&C=CB&S=4111874&E=00000&D=1502&I=FRA&N=111122&J=44&W=19022014',
  signature:
    '2/GF6ojJoefpN7fb+/ZbEPRmPktR7AYetNIgELGgQxTZt/Wik83TDx6oKZuGbRQxKBhY5dbguTVslfMGEFOyWh5nbHsi6p86QtSKYDdLjIugNix5N5uCfhPzPL6oqxSjwrIhasebWgyavZjPD6cxuh1zxQf5+kI/X0g9cXR6fTM=',
};
export const ownQuery = 'option=com_virtuemart&view=pluginresponse&task=pluginresponsereceived&pm=3&Itemid=103&';
export const recordedReturn: RecordedMessage = {
  data: `${ownQuery}${recordedNotification.data}`,
  signature:
    'cqZXB9L4tdaj88XVxLl1E4S+wpJteN3BoDz9UDrT0dkjp97Fkqugkg3KeITnOZXeKanfLRLXbyTDKLjP+uOxUoHP2bkN6pdapEau2hr7hnRc/ZNYlAhIflsL1FjATvyH0OGqp4TJLcj4X5jxGcVItvkR4Chl6P5qlCEaMRmDZgw=',
};
