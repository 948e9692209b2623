import type { Sentences } from './translation.ts';

/** What is wrong with a field. The page shows it beside the field, so that the French does not name it. */
export const ofInputs: Sentences = {
  'The input cannot be used.': 'La demande ne peut pas être utilisée.',
  '{} is missing or of the wrong kind.': 'Cette valeur manque, ou n’est pas de la bonne nature.',
  '{} must be one of {}.': 'Valeurs possibles\u00a0: {2}.',
  '{} holds names that are not known.': 'La demande contient des noms inconnus.',
  '{} is not valid Unicode text.': 'Ce texte contient des caractères illisibles\u00a0: retirez-les.',
  '{} must be 1 to 64 letters, digits, blanks or . _ : - and begin with a letter or a digit.':
    'De 1 à 64 lettres, chiffres, espaces ou . _ : -, en commençant par une lettre ou un chiffre.',
  '{} must not be a card number.': 'Un numéro de carte n’est pas accepté ici.',
  '{} must not hold a card number.': 'Un numéro de carte n’est pas accepté ici.',
  '{} must not begin with console/, which names a person of the console.':
    'Ce nom désigne une personne de la console\u00a0: choisissez-en un autre.',
  '{} must be {} characters at most.': '{2} caractères au plus.',
  '{} must not hold control characters.': 'Ce texte contient des caractères de contrôle\u00a0: retirez-les.',
  '{} must come after from.': 'La fin est avant le début.',
  '{} is not an e-mail address.': 'Ce n’est pas une adresse e-mail.',
  '{} must be an absolute web address of {} characters at most, without user name.':
    'Adresse web complète attendue, de {2} caractères au plus, sans nom d’utilisateur.',
  '{} must be TEST or LIVE: what was done by FORCE_LIVE is LIVE.':
    'TEST ou LIVE\u00a0: ce qui est fait par FORCE_LIVE est LIVE.',
  'be TEST or LIVE: what was done by FORCE_LIVE is LIVE': 'TEST ou LIVE',
  '{} must not be empty.': 'Ce champ ne peut pas être vide.',
  '{} must be an international phone number, for instance +33612345678.':
    'Numéro de téléphone international attendu, par exemple +33612345678.',
  '{} must be an ISO 3166-1 alpha-2 country code, for instance FR.':
    'Code de pays à deux lettres attendu, par exemple FR.',
};

/** Of the directory of customers and of its files. */
export const ofCustomers: Sentences = {
  'This client may not use this idSociete.': 'Vos droits ne couvrent pas cette société.',
  'idSociete is not a société of this gateway: {}.': 'Sociétés de cette passerelle\u00a0: {}.',
  'idSociete is no société of the config.': 'Cette société n’existe pas, ou vos droits ne la couvrent pas.',
  'idSociete is another than {}.': 'La société n’est pas {}.',
  'nothing is said of the customer.': 'La ligne ne dit rien du client.',
  'this customer stands on line {} before.': 'Ce client est déjà à la ligne {}.',
  'has {} cells, and the first line names {} columns.': '{} cellules, alors que la première ligne nomme {} colonnes.',
  'There is no such customer.': 'Ce client n’est pas dans l’annuaire.',
  'The entry is at version {} now.': 'La fiche en est à la version {}.',
  'version is not the present one. {}': 'La fiche a changé entre-temps.',
  'The entry would say nothing of the customer: give a field, or remove the entry.':
    'La fiche ne dirait plus rien du client\u00a0: remplissez un champ, ou retirez le client.',
  'The entry has changed since the file was checked. Nothing was written.':
    'La fiche a changé depuis l’examen du fichier. Rien n’a été écrit.',
  'customers must be 1 to {} at once.': 'De 1 à {} clients à la fois.',
  'The file is empty.': 'Le fichier est vide.',
  'The file has more than {} lines: cut it into parts.': 'Le fichier a plus de {} lignes\u00a0: découpez-le.',
  'The file is not CSV in UTF-8 or Windows-1252 (it holds null bytes, as UTF-16 or a workbook does).':
    'Ce n’est pas un fichier CSV en UTF-8 ou Windows-1252, mais un classeur ou de l’UTF-16. Enregistrez-le en CSV.',
  'line {} cannot be read: {}': 'La ligne {} ne peut pas être lue\u00a0: {}.',
  'line {} is not UTF-8, and line {} is: the file mixes two encodings':
    'La ligne {} n’est pas en UTF-8, et la ligne {} l’est\u00a0: le fichier mélange deux codages.',
  'The first line names {} twice.': 'La première ligne nomme deux fois la colonne {}.',
  "The first line must name the columns: none of them is the customer's number (client).":
    'La première ligne doit nommer les colonnes\u00a0: aucune n’est le numéro du client («\u00a0client\u00a0»).',
  'The first line names no column société: add one, or {}.':
    'Aucune colonne «\u00a0société\u00a0» dans la première ligne\u00a0: ajoutez-la, ou {}.',
  'The first line names nothing to say of a customer. It may name: {}.':
    'La première ligne ne nomme rien à dire d’un client. Elle peut nommer\u00a0: {}.',
};
