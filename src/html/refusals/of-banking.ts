import type { Sentences } from './translation.ts';

/** Of mandates, debits, bank files, exceptions and the books. */
export const ofBanking: Sentences = {
  'There is no such mandate.': 'Ce mandat n’existe pas, ou vos droits ne permettent pas de le voir.',
  'There is no mandate with this id.': 'Ce mandat n’existe pas, ou vos droits ne permettent pas de le voir.',
  'There is no exception with this id.': 'Cette exception n’existe pas, ou vos droits ne permettent pas de la voir.',
  'The debtor of this mandate was erased.': 'Le débiteur de ce mandat est effacé.',
  'The bank named no IBAN.': 'La banque n’a indiqué aucun IBAN.',
  'This client may not work with mandates.': 'Vos droits ne couvrent pas les mandats.',
  'The mandate is EXPIRED: it cannot be amended any more.': 'Le mandat est caduc\u00a0: il ne peut plus être modifié.',
  'The mandate is EXPIRED: it cannot become {} like this.':
    'Le mandat est caduc\u00a0: il ne peut pas devenir ainsi\u00a0: {}.',
  'The mandate is {}: it cannot become {} like this.':
    'État du mandat\u00a0: {}. Il ne peut pas devenir ainsi\u00a0: {}.',
  'The mandate is {}: it cannot be amended any more.': 'État du mandat\u00a0: {}. Il ne peut plus être modifié.',
  'What was asked for is erased: refuse it.': 'Ce qui était demandé est effacé\u00a0: refusez la demande.',
  'The société takes no direct debits any more: its account has no directDebit.':
    'La société ne fait plus de prélèvements. Son compte n’a plus de contrat de prélèvement.',
  'Société {} takes no direct debits for {}: its MILLIET account has no directDebit.':
    'La société {} ne fait pas de prélèvements en {}.',
  "address is missing: the debtor's bank wants it in this country.":
    'L’adresse manque\u00a0: la banque du débiteur la demande pour ce pays.',
  "{} is missing: the debtor's bank wants it in this country.":
    'L’adresse manque\u00a0: la banque du débiteur la demande pour ce pays.',
  "scheme must be one that the société's bank takes: {}.": 'Schémas que la banque de la société accepte\u00a0: {}.',
  'rum was given to another mandate: a reference is never used twice.':
    'Cette RUM est celle d’un autre mandat\u00a0: une référence ne sert jamais deux fois.',
  'The debtor was erased and cannot sign.': 'Le débiteur est effacé et ne peut pas signer.',
  "bankConfirmedOn is missing: a B2B mandate needs the day on which the debtor's bank confirmed it.":
    'Indiquez le jour où la banque du débiteur a confirmé le mandat\u00a0: un mandat B2B le demande.',
  '{} lies in the future.': 'Cette date est dans l’avenir.',
  'signedOn must be less than 36 months ago: a new mandate must be signed.':
    'La signature date de 36 mois ou plus\u00a0: il faut un nouveau mandat.',
  '{} must be an IBAN: a digit is wrong or missing.': 'Ce n’est pas un IBAN\u00a0: un chiffre est faux ou manque.',
  '{} must be the IBAN of an account in SEPA.': 'Ce compte n’est pas dans la zone SEPA.',
  '{} must be a BIC of 8 or 11 characters.': 'Un BIC a 8 ou 11 caractères.',
  '{} must be a date, for instance 2026-12-11.': 'Date attendue, par exemple 2026-12-11.',
  '{} must be a day, for instance 2026-12-31.': 'Date attendue, par exemple 2026-12-31.',
  '{} must have a letter or digit.': 'Mettez au moins une lettre ou un chiffre.',
  'to must not lie before from.': 'La fin est avant le début.',
  'A period is {} days at most.': 'Une période a {} jours au plus.',
  'There is no such batch.': 'Cette remise n’existe pas, ou vos droits ne permettent pas de la voir.',
  'The batch is {}: it cannot be submitted.':
    'État de la remise\u00a0: {e}. Elle ne peut pas être confirmée comme remise à la banque.',
  'The batch is {}: what the bank has is cancelled at the bank.':
    'État de la remise\u00a0: {e}. Ce que la banque a reçu s’annule à la banque.',
  'fileWasNotSent must be true: the file was downloaded, and a bank that has it would still debit.':
    'Le fichier a été téléchargé\u00a0: confirmez qu’il n’a pas été envoyé, sinon la banque prélèverait.',
  'fileWasNotSent must be true: a person decided that a debit of this batch was paid or came back.':
    'Une personne a décidé qu’un prélèvement de cette remise est payé ou revenu\u00a0: confirmez que le fichier n’a pas été envoyé.',
  'The bank has answered to a debit of this batch already: it cannot be cancelled here.':
    'La banque a déjà répondu à un prélèvement de cette remise\u00a0: elle ne s’annule plus ici.',
  'The batch is CANCELLED: its debits wait for another batch, so its file must not go to the bank any more.':
    'La remise est annulée\u00a0: ses prélèvements attendent une autre remise, son fichier ne doit plus aller à la banque.',
  'The bank may have a debit of this batch by a cancelled file: decide first about the exception, or cancel the batch.':
    'La banque a peut-être un de ces prélèvements par un fichier annulé\u00a0: décidez d’abord de l’exception, ou annulez la remise.',
  'Mandates of this batch are not ACTIVE any more: {}. Cancel the batch: the other debits go into the next one.':
    'Des mandats de cette remise ne sont plus actifs\u00a0: {}. Annulez la remise\u00a0: les autres prélèvements iront dans la suivante.',
  'The file does not fit its mandates any more: {}. Hand over or cancel their earlier batches first; where there are none, cancel this batch and make it anew.':
    'Le fichier ne correspond plus à ses mandats\u00a0: {}. Remettez ou annulez d’abord leurs remises antérieures\u00a0; s’il n’y en a pas, annulez cette remise et refaites-la.',
  'The file does not name the first debit FRST, as namesFirst wants now, of these mandates: {}. Hand over or cancel their earlier batches first; where there are none, cancel this batch and make it anew.':
    'Le fichier n’indique pas FRST au premier prélèvement de ces mandats, comme le veut à présent la configuration (namesFirst)\u00a0: {}. Remettez ou annulez d’abord leurs remises antérieures\u00a0; s’il n’y en a pas, annulez cette remise et refaites-la.',
  'No debit of this file is to be collected any more: it must not go to the bank again.':
    'Plus aucun prélèvement de ce fichier n’est à encaisser\u00a0: il ne doit pas retourner à la banque.',
  'The bank is said to have this file, and it does not fit its mandates any more: {}. It can be downloaded once the bank has answered.':
    'Ce fichier est noté comme remis à la banque, et ne correspond plus à ses mandats\u00a0: {}. Il se télécharge quand la banque a répondu.',
  'The bank is said to have this file, and it must not go there any more. It can be downloaded once the bank has answered.':
    'Ce fichier est noté comme remis à la banque, et ne doit plus y aller. Il se télécharge quand la banque a répondu.',
  'The bank takes no debit for {} any more: cancel the batch, and its debits get another day.':
    'La banque n’accepte plus de prélèvement pour le {}\u00a0: annulez la remise, et ses prélèvements auront un autre jour.',
  'cutOff must be {} at the latest: the bank takes no debit more than {} days before.':
    'Au plus tard le {}\u00a0: la banque n’accepte pas un prélèvement plus de {} jours avant.',
  'Another batch of this société is being made. Nothing was changed; ask again later.':
    'Une autre remise de cette société est en préparation. Rien n’a été changé\u00a0: réessayez plus tard.',
  'The file cannot be written: {}': 'Le fichier ne peut pas être écrit ({}).',
  'the payment is {}': 'état du paiement\u00a0: {}',
  'the mandate is EXPIRED': 'le mandat est caduc',
  'the mandate is {}': 'état du mandat\u00a0: {}',
  'the debtor was erased': 'le débiteur est effacé',
  'the mandate was not used for 36 months': 'le mandat n’a pas servi depuis 36 mois',
  "the société's creditor identifier is another one now: amend the mandate":
    'l’ICS de la société a changé\u00a0: modifiez le mandat',
  "the société's name at the bank is another one now: amend the mandate":
    'le nom de la société à la banque a changé\u00a0: modifiez le mandat',
  'the bank may have it by a cancelled file: decide first about the exception':
    'la banque l’a peut-être par un fichier annulé\u00a0: décidez d’abord de l’exception',
  'this is a copy of production: it moves no real money':
    'c’est une copie de la production\u00a0: elle ne déplace pas d’argent réel',
  'another debit under its mandate was held back': 'un autre prélèvement de son mandat attend',
  'the mandate carries one debit only': 'le mandat ne porte qu’un prélèvement',
  'the bank takes none for {} any more: it is announced for {}':
    'la banque n’en accepte plus pour le {}\u00a0: il est annoncé pour le {}',
  'its notice came late for {}: it is announced for {}':
    'son préavis est parti trop tard pour le {}\u00a0: il est annoncé pour le {}',
  'There is no such exception.': 'Cette exception n’existe pas, ou vos droits ne permettent pas de la voir.',
  'There is no such entry.': 'Cette écriture n’existe pas, ou vos droits ne permettent pas de la voir.',
  'No rule placed this entry.': 'Aucune règle n’a classé cette ligne.',
  'payment is missing: whose money it is.': 'Indiquez le paiement auquel revient l’argent.',
  'payment must be left out: it goes with ASSIGNED alone.': 'Le paiement ne s’indique que pour une affectation.',
  'The money cannot be taken back from the payment that it is assigned to.':
    'L’argent ne peut pas être repris au paiement auquel il est affecté.',
  'The exception is {}: there is nothing to decide.': 'État de l’exception\u00a0: {e}. Il n’y a plus rien à décider.',
  'It was decided as {}: the debits of the block are being paid.':
    'Le lot a été déclaré encaissé\u00a0: ses prélèvements sont en cours d’affectation.',
  'Nothing of this exception can be assigned: deal with it and say HANDLED.':
    'Rien de cette exception ne peut être affecté\u00a0: traitez-la, puis choisissez «\u00a0Clore sans affecter\u00a0».',
  'Only the surplus of a transfer can be assigned: deal with this one and say HANDLED.':
    'Seul le surplus d’un virement peut être affecté\u00a0: traitez celui-ci, puis choisissez «\u00a0Clore sans affecter\u00a0».',
  'Nothing of the surplus is left: say HANDLED.':
    'Il ne reste rien du surplus\u00a0: choisissez «\u00a0Clore sans affecter\u00a0».',
  'There is no such payment of this société and run mode.': 'Cette société n’a pas ce paiement dans ce mode.',
  'The payment {}: a part of its amount cannot be assigned to it.':
    'Le paiement {}\u00a0: une partie de son montant ne peut pas lui être affectée.',
  'A surplus of the entry that counted before paid another payment: nothing can be taken back.':
    'Un surplus de la ligne qui a compté auparavant a payé un autre paiement\u00a0: rien ne peut être repris.',
  'The payment {}, or is no transfer: it waits for no surplus.':
    'Le paiement {}, ou ce n’est pas un virement\u00a0: il n’attend pas de surplus.',
  'The bank names another payment: it can be assigned to no other.':
    'La banque nomme un autre paiement\u00a0: l’argent ne peut être affecté qu’à celui-là.',
  'There is no such payment of this account and run mode.': 'Ce compte n’a pas ce paiement dans ce mode.',
  'The payment {} and is for {}: this cannot be applied.':
    'Le paiement {} et son montant est de {}\u00a0: cela ne peut pas lui être affecté.',
  'The debit came back before the bank credited it: assign this transfer once that credit has come.':
    'Le prélèvement est revenu avant que la banque ne l’ait crédité\u00a0: affectez ce virement après ce crédit.',
  'The debit of this payment is in a file that the bank does not have yet: cancel its batch first, or mark it as submitted.':
    'Le prélèvement de ce paiement est dans un fichier que la banque n’a pas encore\u00a0: annulez d’abord la remise, ou confirmez que la banque a le fichier.',
  'The debit of this payment is at the bank in another file too: decide once the bank has credited or refused that.':
    'Le prélèvement de ce paiement est aussi à la banque dans un autre fichier\u00a0: attendez qu’elle l’ait crédité ou rejeté.',
  'The bank reports on another debit: it can be assigned to no other.':
    'La banque parle d’un autre prélèvement\u00a0: cela ne peut être affecté qu’à celui-là.',
  'The payment {}, or is in another file: the report refuses nothing of it.':
    'Le paiement {}, ou il est dans un autre fichier\u00a0: le compte rendu ne le refuse pas.',
  'There is no such debit in the block that waits for its money.':
    'Ce prélèvement n’est pas dans le lot qui attend son argent.',
  'The block is of another account or run mode.': 'Ce lot est d’un autre compte ou d’un autre mode.',
  'There is no entry that counted before.': 'Aucune ligne n’a compté auparavant.',
  'The entry that counted before paid no single payment that you may decide about.':
    'La ligne qui a compté auparavant n’a pas payé un paiement unique dont vous pouvez décider.',
  'The entry that counted before was taken back already.': 'La ligne qui a compté auparavant est déjà reprise.',
  'The payment that it paid {}: nothing can be taken back from it.':
    'Le paiement qu’elle a payé {}\u00a0: rien ne peut lui être repris.',
  'There is no such file.': 'Ce fichier n’existe pas, ou vos droits ne permettent pas de le voir.',
  'The file does not wait for a confirmation: it is {}.': 'Ce fichier n’attend pas de confirmation (état\u00a0: {}).',
  'The client that brought a file cannot decide about it: another one has to.':
    'L’application ou la personne qui a déposé un fichier n’en décide pas\u00a0: une autre doit le faire.',
  'This client may not work with the accounts of this file.': 'Vos droits ne couvrent pas les comptes de ce fichier.',
  'The file is larger than {} bytes: import it without a look at it first.':
    'Ce fichier est trop grand pour être examiné d’abord\u00a0: importez-le sans examen.',
  'The file is larger than {} bytes.': 'Ce fichier dépasse la taille que la passerelle accepte ({} octets).',
  'This société has no account of its own in this run mode.': 'Cette société n’a pas de compte propre dans ce mode.',
  'This entry is reversed already.': 'Cette écriture est déjà contre-passée.',
  'The config does not name the société of this entry.': 'La configuration ne nomme plus la société de cette écriture.',
  'idSociete must be a société of the config.': 'La configuration ne nomme pas cette société.',
  'This would cancel a payment of an origin or target that this client may not use.':
    'Cela annulerait un paiement d’une origine ou d’une cible que vos droits ne couvrent pas.',
  'Its money has left this account: reverse the entry that moved it.':
    'Son argent a quitté ce compte\u00a0: contre-passez l’écriture qui l’a déplacé.',
  'date must not be before the entry, which is of {}.': 'La date ne peut pas précéder celle de l’écriture ({}).',
  'date is that of today where a recorded payment is cancelled with its entry.':
    'La date est celle d’aujourd’hui quand un paiement saisi est annulé avec son écriture.',
  'runMode must be TEST or LIVE: what was done by FORCE_LIVE stands in the books of LIVE.':
    'Le mode est TEST ou LIVE\u00a0: ce qui est fait par FORCE_LIVE est dans les comptes de LIVE.',
  'text has words that are too frequent: add one, or another filter.':
    'Ces mots sont trop fréquents\u00a0: ajoutez-en un, ou un autre filtre.',
  'text may have {} characters.': '{} caractères au plus.',
  'The URL must begin with http(s)://, a host, or a slash, and have {} characters at most.':
    'L’URL commence par http(s)://, un hôte ou une barre oblique, et a {} caractères au plus.',
  'To explain a URL as another client takes the scope operations.':
    'Expliquer une URL pour une autre application demande le droit «\u00a0operations\u00a0».',
  'This client may do what you may not see.':
    'Cette application peut faire ce que vos droits ne permettent pas de voir.',
  'The config has no such client.': 'La configuration n’a pas cette application.',
};
