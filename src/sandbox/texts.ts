export type Language = 'fr' | 'en';
export type Text = Readonly<Record<Language, string>>;

/** French typography keeps a no-break space before `: ; ! ?` and inside quotes; the sources write a plain one. */
export const text = (fr: string, en: string): Text => ({ fr: fr.replace(/ (?=[:;!?»])|(?<=«) /g, '\u00a0'), en });

/** The words that both banks' pages share. */
export const texts = {
  bannerDetail: text(
    'Ceci n’est pas une banque : ne saisissez jamais une vraie carte ni un vrai compte.',
    'This is not a bank: never type a real card or a real account.',
  ),
  payTo: text('Vous payez', 'You are paying'),
  amount: text('Montant', 'Amount'),
  reference: text('Référence', 'Reference'),
  cardTitle: text('Paiement par carte', 'Card payment'),
  cardNumber: text('Numéro de carte', 'Card number'),
  expiry: text('Date d’expiration (MM/AA)', 'Expiry date (MM/YY)'),
  securityCode: text('Cryptogramme', 'Security code'),
  refusalCode: text('Motif si vous refusez', 'Reason if you refuse'),
  pay: text('Payer', 'Pay'),
  refuse: text('Refuser', 'Refuse'),
  cancel: text('Annuler', 'Cancel'),
  testCards: text('Cartes de test', 'Test cards'),
  testCardsHint: text('Choisissez une carte pour remplir le formulaire.', 'Choose a card to fill in the form.'),
  behaviour: text('Comportement', 'Behaviour'),
  challengeTitle: text('Authentification 3-D Secure', '3-D Secure authentication'),
  challengeHint: text(
    'La banque du porteur demande le code reçu par SMS. Dans cette sandbox, le code est toujours',
    'The cardholder’s bank asks for the code received by text message. In this sandbox the code is always',
  ),
  code: text('Code de confirmation', 'Confirmation code'),
  authenticate: text('Valider', 'Confirm'),
  failAuthentication: text('Échouer l’authentification', 'Fail the authentication'),
  accountTitle: text('Prélèvement SEPA', 'SEPA direct debit'),
  iban: text('IBAN du compte à débiter', 'IBAN of the account to debit'),
  toMandate: text('Continuer vers le mandat', 'Continue to the mandate'),
  mandateTitle: text('Signature du mandat', 'Signing the mandate'),
  mandateText: text(
    'En signant, vous autorisez ce commerçant à envoyer à votre banque l’ordre de débiter une fois votre compte. Le code de signature est toujours',
    'By signing you allow this shop to send your bank the order to debit your account once. The signing code is always',
  ),
  account: text('Compte', 'Account'),
  sign: text('Signer le mandat', 'Sign the mandate'),
  wrongCode: text('Code erroné : recommencez.', 'Wrong code: try again.'),
  refusedTitle: text('Paiement refusé', 'Payment refused'),
  refusedText: text(
    'Votre banque n’a pas accepté ce paiement. Aucun montant n’a été débité.',
    'Your bank did not accept this payment. Nothing was debited.',
  ),
  answerCode: text('Code réponse', 'Answer code'),
  tryAgain: text('Réessayer', 'Try again'),
  backToShop: text('Retour à la boutique', 'Back to the shop'),
  paidTitle: text('Paiement accepté', 'Payment accepted'),
  cancelledTitle: text('Paiement annulé', 'Payment cancelled'),
  expiredTitle: text('La page de paiement a expiré', 'The payment page has timed out'),
  expiredText: text(
    'Le délai de saisie est dépassé. Recommencez depuis la boutique.',
    'The time to fill in the page is over. Start again from the shop.',
  ),
  finishedText: text('Cette demande de paiement est terminée.', 'This payment request is closed.'),
  noReturn: text(
    'La boutique n’a pas donné d’adresse de retour : vous pouvez fermer cette page.',
    'The shop gave no return address: you may close this page.',
  ),
  faultyField: text('Champ en cause', 'Faulty field'),
  errorCode: text('Code erreur', 'Error code'),
  nothingSent: text('Aucune notification n’a été envoyée au commerçant.', 'No notification was sent to the shop.'),
  notNotified: text(
    'Le formulaire demande d’envoyer la notification à une adresse que le simulateur n’appelle pas : il n’appelle que cette machine et la passerelle. Aucune notification ne partira.',
    'The form asks for the notification at an address that the sandbox does not call: it calls this machine and the gateway only. No notification will be sent.',
  ),
  unknownSessionTitle: text('Session inconnue', 'Unknown session'),
  unknownSessionText: text(
    'Cette session de paiement n’existe pas sur cette plate-forme.',
    'This payment session does not exist on this platform.',
  ),
  badBodyTitle: text('Requête illisible', 'Unreadable request'),
  badBodyText: text(
    'Le corps doit être un formulaire application/x-www-form-urlencoded en UTF-8, de 64 Ko au plus.',
    'The body must be an application/x-www-form-urlencoded form in UTF-8, 64 KB at most.',
  ),
  alreadyPaidTitle: text('Paiement déjà effectué', 'Payment already made'),
  alreadyPaidText: text('Cette référence a déjà été payée (00015).', 'This reference has already been paid (00015).'),
  notATestCard: text(
    'Ce numéro n’est pas une carte de test de cette plate-forme. Ne saisissez jamais une vraie carte ici.',
    'This number is not a test card of this platform. Never type a real card here.',
  ),
  cardNotAccepted: text(
    'Cette carte n’est pas acceptée pour ce paiement.',
    'This card is not accepted for this payment.',
  ),
  badExpiry: text('Date d’expiration invalide ou dépassée.', 'The expiry date is invalid or over.'),
  badSecurityCode: text('Cryptogramme invalide.', 'The security code is invalid.'),
  badIban: text('IBAN invalide.', 'The IBAN is invalid.'),
  indexTitle: text('Les banques de la sandbox', 'The sandbox banks'),
  indexText: text(
    'Deux simulateurs des plates-formes Paybox et Scellius (Lyra). Ils vérifient les formulaires signés, montrent une page de paiement et envoient des notifications signées, comme les vraies ; aucun argent ne bouge.',
    'Two simulators of the Paybox and Scellius (Lyra) platforms. They verify signed forms, show a payment page and send signed notifications, as the real ones do; no money moves.',
  ),
  houseBankText: text(
    'À côté d’eux, la banque qui tient les comptes de la société : prélèvements, virements reçus, relevés.',
    'Beside them the bank that keeps the company’s accounts: direct debits, transfers received, statements.',
  ),
  houseBankLink: text('Entrer dans la banque', 'Enter the bank'),
  sessions: text('Dernières sessions', 'Latest sessions'),
  transactions: text('Dernières transactions', 'Latest transactions'),
  none: text('Rien pour l’instant.', 'Nothing yet.'),
  time: text('Heure (UTC)', 'Time (UTC)'),
  bank: text('Banque', 'Bank'),
  shop: text('Boutique', 'Shop'),
  state: text('État', 'State'),
  number: text('Numéro', 'Number'),
  means: text('Moyen', 'Means'),
  notification: text('Notification', 'Notification'),
  operations: text('Dernières opérations des boutiques', 'Latest operations of the shops'),
  operation: text('Opération', 'Operation'),
  payment: text('Paiement', 'Payment'),
  faultTitle: text('Pannes', 'Faults'),
  faultHint: text(
    'Une panne frappe la prochaine notification ou réponse qui lui correspond, une fois ou toujours ; sans banque ni référence, tous les paiements.',
    'A fault strikes the next notification or answer that fits it, once or always; without bank and reference, every payment.',
  ),
  fault: text('Panne', 'Fault'),
  moment: text('Avant ou après l’effet', 'Before or after the effect'),
  delay: text('Délai (ms)', 'Delay (ms)'),
  lasting: text('Durable', 'Lasting'),
  addFault: text('Ajouter la panne', 'Add the fault'),
  clearFaults: text('Effacer les pannes', 'Clear the faults'),
  heldHint: text(
    'Notifications retenues (retardées, désordonnées) :',
    'Notifications that are held (late, out of order):',
  ),
  releaseHeld: text('Envoyer ce qui est retenu', 'Send what is held'),
  nightHint: text(
    'La nuit remet en banque ce qui est capturé : avant, un paiement s’annule ; après, il se rembourse.',
    'The night collects what was captured: before it a payment is cancelled, after it it is refunded.',
  ),
  letNightCome: text('Faire passer la nuit', 'Let the night come'),
} as const satisfies Record<string, Text>;

/** `1250` → `12,50 €` or `€12.50`. The digits go through the formatter as text, so that no float rounds them. */
export function formatEuros(cents: number, language: Language): string {
  const digits = String(cents).padStart(3, '0');
  const decimal = `${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`;
  return new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { style: 'currency', currency: 'EUR' }).format(
    decimal,
  );
}
