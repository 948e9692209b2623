import type { Sentences } from './translation.ts';

/** Of payments, their operations and approvals. */
export const ofPayments: Sentences = {
  'There is no such payment.': 'Ce paiement n’existe pas, ou vos droits ne permettent pas de le voir.',
  'There is no such operation.': 'Cette opération n’existe pas.',
  'There is no such notification.': 'Ce message n’existe pas.',
  'There is no such approval.': 'Cette validation n’existe pas.',
  'There is no such view.': 'Cette vue n’existe pas.',
  'There is no such webhook.': 'Ce webhook n’existe pas.',
  'This client may not {}: that takes the scope {}.':
    'Vos droits ne le permettent pas\u00a0: il faut le droit «\u00a0{2}\u00a0».',
  'You may not {}: that takes a role of the console with the right {}.':
    'Vos droits ne le permettent pas\u00a0: il faut un rôle avec le droit «\u00a0{2}\u00a0».',
  'You may not {}: that takes the {}.': 'Vos droits ne le permettent pas.',
  'To {}, prove again who you are: the last proof is too old.':
    'Confirmez de nouveau que c’est vous\u00a0: la dernière confirmation est trop ancienne.',
  'This client may not do that: it takes the scope {}.':
    'Vos droits ne le permettent pas\u00a0: il faut le droit «\u00a0{}\u00a0».',
  'This client may not do that: it takes the scope {} or {}.':
    'Vos droits ne le permettent pas\u00a0: il faut le droit «\u00a0{}\u00a0» ou «\u00a0{}\u00a0».',
  'This client may not touch {} payments.': 'Vos droits ne couvrent pas les paiements {}.',
  'This client may not ask for {}.': 'Vos droits ne couvrent pas le mode {}.',
  'LIVE runs as TEST on this deployment, and this client does not hold TEST.':
    'Ici, le mode LIVE est traité en TEST, et vos droits ne couvrent pas le mode TEST.',
  'This client may not see what is {}.': 'Vos droits ne couvrent pas le mode {}.',
  'You may not see what is {}.': 'Vos droits ne couvrent pas le mode {}.',
  'This payment is of another client: that takes the scope allPayments.':
    'Ce paiement est celui d’une autre application\u00a0: il faut le droit «\u00a0allPayments\u00a0».',
  'This client may not initiate payments.': 'Vos droits ne permettent pas de créer un paiement.',
  'This client may not use this {}.': 'Vos droits ne couvrent pas cette valeur.',
  'This client may not use the target {}.': 'Vos droits ne couvrent pas la cible {}.',
  'This client may not book payments: that takes the scope book.':
    'Vos droits ne permettent pas de saisir un paiement.',
  'This client is known by its network alone. In LIVE this needs a key, or the setting keylessMoney of the client.':
    'En LIVE, cela demande une clé.',
  'In LIVE this needs a key where a page of another site asks for it. keylessMoney.pageOrigins of the client names the pages that may.':
    'En LIVE, cela demande une clé.',
  'This idempotency key was used before for another request.':
    'Cette demande a déjà été faite autrement. Fermez, puis recommencez.',
  'The payment {}: only one that is authorised can be captured.':
    'Le paiement {}\u00a0: seul un paiement autorisé peut être encaissé.',
  'The payment {}.': 'Le paiement {}.',
  'It is in a file for the bank: cancel the file, unless the bank has it.':
    'Il est dans un fichier pour la banque\u00a0: annulez le fichier, si la banque ne l’a pas.',
  'The bank has it and has not decided yet.': 'La banque l’a reçu et n’a pas encore décidé.',
  'The money has moved.': 'L’argent a déjà été versé.',
  'The money is on our own account: give it back by a transfer.':
    'L’argent est sur notre propre compte\u00a0: remboursez par virement.',
  'Everything was given back.': 'Tout a été remboursé.',
  'The customer has nothing to do.': 'Le client n’a rien à faire.',
  'The bank may still say that an earlier attempt was paid.':
    'La banque peut encore annoncer qu’une tentative précédente a été payée.',
  'There is no bank to ask: this payment is on our own account.':
    'Il n’y a pas de banque à interroger\u00a0: ce paiement est sur notre propre compte.',
  'The contract with this bank has no way to ask about payments.':
    'Le contrat avec cette banque ne permet pas de l’interroger.',
  'The contract with this bank has no way to do that.': 'Le contrat avec cette banque ne permet pas cette opération.',
  'Another operation of this payment is not settled yet.':
    'Une autre opération de ce paiement n’est pas encore réglée.',
  'Another operation of this payment waits for a person who looks and decides.':
    'Une autre opération de ce paiement attend qu’une personne vérifie et décide.',
  'The bank has named no transaction that holds this money: refresh the payment, or do it in the back office of the bank.':
    'La banque n’a indiqué aucune transaction qui détient cet argent\u00a0: interrogez la banque, ou passez par son back-office.',
  'The payment has become {} in the meantime.': 'Entre-temps, l’état du paiement est devenu\u00a0: {}.',
  'This refund would make what was given back more than what was paid.':
    'Ce remboursement porterait le total rendu au-delà de ce qui a été payé.',
  'An operation of this payment is in doubt: first decide about it.':
    'Une opération de ce paiement est en doute\u00a0: décidez d’abord de celle-ci.',
  'A payment in {} cannot be decided to be {}.': 'État du paiement\u00a0: {}. Il ne peut pas devenir\u00a0: {}.',
  'Accounting has reversed the entry of this money: reverse that reversal first.':
    'La comptabilité a contre-passé l’écriture de cet argent\u00a0: contre-passez d’abord cette contre-passation.',
  'This operation is on its way to the bank.': 'Cette opération est en route vers la banque.',
  'Nothing was changed at the bank: {}.': 'Rien n’a été changé chez la banque ({}).',
  'The operation is {}.': 'État de l’opération\u00a0: {e}. Il n’y a plus rien à décider.',
  'You asked for this refund: that it was never done, another person says.':
    'Vous avez demandé ce remboursement\u00a0: une autre personne doit dire qu’il n’a pas eu lieu.',
  'amount is more than can still be given back: {} cents.': 'Le montant dépasse ce qui peut encore être remboursé.',
  'This key stands for {} EUR, which is more than can still be given back: {} EUR. Ask under another key.':
    'La demande est de {}\u00a0€, et il reste {}\u00a0€ à rembourser. Fermez, puis recommencez.',
  '{} EUR of this payment wait for the approval of a second person: {} EUR are left.':
    'Un remboursement de {}\u00a0€ sur ce paiement attend la validation d’une deuxième personne\u00a0: il reste {}\u00a0€.',
  'To cancel this payment gives back more than your limit: ask by refundPayment, which a second person can approve.':
    'Annuler ce paiement rembourserait plus que votre limite\u00a0: demandez un remboursement, qu’une deuxième personne peut valider.',
  'This client may give back {} EUR a day (refundCeilingCents), and {} EUR of it are left today: {} EUR are too much.':
    'La limite est de {}\u00a0€ par jour, et il en reste {}\u00a0€ aujourd’hui\u00a0: {}\u00a0€, c’est trop.',
  'Another change of it waits for a second person already.':
    'Une autre modification attend déjà une deuxième personne.',
  'It has expired, or was decided or withdrawn meanwhile.':
    'La demande n’attend plus\u00a0: elle a expiré, ou elle a été validée, refusée ou retirée entre-temps.',
  'It has changed since this was asked for: refuse it, and ask again.':
    'Cela a changé depuis la demande\u00a0: refusez-la, puis redemandez.',
  'Other refunds leave {} EUR, less than this was asked for: refuse it.':
    'D’autres remboursements ne laissent que {}\u00a0€, moins que la demande\u00a0: refusez-la.',
  'The approval of this refund is {}. Ask under another key.':
    'La validation de ce remboursement est dans l’état\u00a0: {}. Fermez, puis recommencez.',
  'The approval of this refund has expired. Ask under another key.':
    'La validation de ce remboursement a expiré. Fermez, puis recommencez.',
  'This refund is above your limit by now. Ask under another key.':
    'Ce remboursement dépasse désormais votre limite. Fermez, puis recommencez.',
  'Only the one who asked withdraws it.': 'Seule la personne qui a fait la demande peut la retirer.',
  'A second person decides, not the one who asked.': 'Une deuxième personne décide, pas celle qui a demandé.',
  'This approval is {}.': 'État de la validation\u00a0: {e}. Il n’y a plus rien à décider.',
  'The one who asked may not do this any more: refuse it.':
    'La personne qui a demandé n’en a plus le droit\u00a0: refusez la demande.',
  'This refund is above your limit.': 'Ce remboursement dépasse votre limite.',
  'Another account of a mandate takes two people.': 'Changer le compte d’un mandat demande deux personnes.',
  'To decide that a payment is paid takes two people.': 'Décider qu’un paiement est payé demande deux personnes.',
  'It waits for a second person, for seven days.': 'La demande attend une deuxième personne, pendant sept jours.',
  'The bank gave no clear answer. It is asked what it did; look at the payment before you ask for anything again.':
    'La banque n’a pas répondu clairement. La passerelle l’interroge\u00a0: regardez le paiement avant de recommencer.',
  'The bank cannot say what it did, and is not asked any more. A person has to look and decide.':
    'La banque ne dit pas ce qu’elle a fait, et n’est plus interrogée. Une personne doit vérifier et décider.',
  'The bank did not say how the payment ended. Nothing was changed; ask again later.':
    'La banque n’a pas dit où en est le paiement. Rien n’a été changé\u00a0: réessayez plus tard.',
  'This société has no account there.': 'Cette société n’a pas de compte dans cette banque.',
  'Société {} has no {} account for {}.': 'La société {} n’a pas de compte {} en {}.',
  'The payment page of {} does not answer at the moment. Nothing was recorded.':
    'La page de paiement de {} ne répond pas en ce moment. Rien n’a été enregistré.',
  'The content of this notification was erased or changed: it cannot be read again.':
    'Le contenu de ce message a été effacé ou changé\u00a0: il ne peut pas être relu.',
  '{} is closed: the first open day is {}.': 'Cette période est close\u00a0: le premier jour ouvert est le {2}.',
  '{} is too far ahead: the last day is {}.': 'Cette date est trop lointaine\u00a0: le dernier jour est le {2}.',
  'accounting.means CASH is for {} EUR at most.': 'En espèces, {}\u00a0€ au plus.',
  'The bank wants details of the payer that are missing, or that its form cannot hold: {}.':
    'La banque demande des informations sur le payeur qui manquent, ou que son formulaire ne peut pas contenir\u00a0: {}.',
  'It is being sent right now.': 'Il est en cours d’envoi.',
  'The config has no such endpoint for this client.': 'La configuration n’a pas ce récepteur pour cette application.',
  'You have {} views, and there can be no more: remove one.':
    'Vous avez {} vues, et il ne peut pas y en avoir plus\u00a0: supprimez-en une.',
  'Only its owner changes a view.': 'Seule la personne qui a fait la vue peut la modifier.',
  'Only its owner removes a view.': 'Seule la personne qui a fait la vue peut la supprimer.',
  'Only people of the console have views.': 'Seules les personnes de la console ont des vues.',
  'runMode must be TEST or LIVE.': 'Le mode est TEST ou LIVE.',
};
