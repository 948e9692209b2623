import type { Language } from '../../kernel/locale/language.ts';
import { createTranslation, type Sentences } from './translation.ts';

/** Why a file of a bank is refused as a whole. Names of elements, fields and records are those of the format. */
const ofBankFiles: Sentences = {
  // The file as a whole.
  'the file is empty': 'le fichier est vide',
  'the file is in UTF-16 or binary: UTF-8 or ISO 8859 are read':
    'le fichier est en UTF-16 ou binaire\u00a0: UTF-8 et ISO 8859 sont lus',
  'the bytes are not text in the encoding that the file declares':
    'le contenu n’est pas un texte dans l’encodage que le fichier annonce',
  'the encoding {} is not read': 'l’encodage {} n’est pas lu',
  'the file declares another encoding than it has': 'le fichier annonce un autre encodage que le sien',
  'it is none of the formats that are read: {}': 'ce n’est aucun des formats lus\u00a0: {}',
  'neither a statement nor a status report that is read: {}':
    'ce n’est ni un relevé ni un compte rendu de remise qui est lu\u00a0: {}',
  'a line is longer than {} bytes': 'une ligne dépasse {} octets',
  // Packed files.
  'the packed file is broken or cut off': 'le fichier compressé est abîmé ou incomplet',
  'it unpacks to more than {} bytes': 'décompressé, il dépasse {} octets',
  'it unpacks to more than {} times its size': 'décompressé, il dépasse {} fois sa taille',
  'the archive is larger than {} bytes': 'l’archive dépasse {} octets',
  'the archive holds more than {} files': 'l’archive contient plus de {} fichiers',
  'the archive holds no file': 'l’archive ne contient aucun fichier',
  'the archive holds files of two kinds: {} and {}': 'l’archive contient deux sortes de fichiers\u00a0: {} et {}',
  'the archive is broken or cut off': 'l’archive est abîmée ou incomplète',
  'the archive is broken, or a name in it leads out of its folder':
    'l’archive est abîmée, ou un nom y sort de son dossier',
  'an archive stands in the archive': 'l’archive contient une autre archive',
  'a file in the archive is encrypted': 'un fichier de l’archive est chiffré',
  'a file in the archive is broken': 'un fichier de l’archive est abîmé',
  'a file in the archive cannot be unpacked': 'un fichier de l’archive ne peut pas être décompressé',
  // XML.
  'the file is no XML document': 'le fichier n’est pas un document XML',
  'the XML is broken or cut off': 'le XML est abîmé ou incomplet',
  'something in the file does not end': 'le fichier est incomplet\u00a0: quelque chose n’y est pas fermé',
  'a document type (DOCTYPE) is refused': 'un type de document (DOCTYPE) n’est pas accepté',
  'a name is too long': 'un nom est trop long',
  'a text is too long': 'un texte est trop long',
  'a text stands beside elements': 'un texte se trouve à côté d’éléments',
  'a record is too long': 'un enregistrement est trop long',
  'a record has too many elements': 'un enregistrement a trop d’éléments',
  'an element has too many attributes': 'un élément a trop d’attributs',
  'the value of an attribute is too long': 'la valeur d’un attribut est trop longue',
  'elements stand too deep in each other': 'les éléments sont imbriqués trop profondément',
  'an element of another namespace': 'un élément est d’un autre espace de noms',
  'the envelope holds more than one document': 'l’enveloppe contient plus d’un document',
  'it is not what the schema of the message allows': 'le schéma du message ne le permet pas',
  'the schema cannot be checked: the XML or its encoding is not read':
    'le schéma ne peut pas être contrôlé\u00a0: le XML ou son encodage n’est pas lu',
  'the check against the schema was broken off: {}': 'le contrôle par le schéma a été interrompu\u00a0: {}',
  // What a message must hold.
  '{} is missing': '{} manque',
  '{} is missing before it': '{} manque avant cet élément',
  '{} stands there twice': '{} s’y trouve deux fois',
  'the balance {} stands there twice': 'le solde {} s’y trouve deux fois',
  'it does not stand in {}': 'il n’est pas dans {}',
  'the file holds no {}': 'le fichier ne contient pas de {}',
  'the file holds no statement': 'le fichier ne contient aucun relevé',
  'the file holds more than {} statements': 'le fichier contient plus de {} relevés',
  'the statement stands in the file twice': 'le relevé est deux fois dans le fichier',
  'the statement with this Id stands in the file twice': 'le relevé de cet Id est deux fois dans le fichier',
  'the statement of these days stands in the file twice': 'le relevé de ces jours est deux fois dans le fichier',
  'an entry has more than {} details': 'une écriture a plus de {} détails',
  'a detail has no amount': 'un détail n’a pas de montant',
  'the details do not add up to the entry': 'la somme des détails n’est pas le montant de l’écriture',
  'the opening balance and the booked entries do not make the closing balance':
    'le solde initial et les écritures ne donnent pas le solde final',
  'OrgnlMsgNmId is not pain.008': 'OrgnlMsgNmId n’est pas pain.008',
  // Values.
  'Id/IBAN is not an IBAN': 'Id/IBAN n’est pas un IBAN',
  'the currency is not EUR: {}': 'la devise n’est pas EUR\u00a0: {}',
  'the currency of the account is not EUR': 'la devise du compte n’est pas EUR',
  'the amount is not a decimal number: expected text, found elements':
    'le montant n’est pas un nombre\u00a0: un texte est attendu, des éléments s’y trouvent',
  'the amount is not a decimal number without a minus: expected for instance 1234.56, {}':
    'le montant n’est pas un nombre sans signe moins, comme 1234.56\u00a0: {}',
  'the amount has more than two decimals: expected whole cents, {}': 'le montant a plus de deux décimales\u00a0: {}',
  'the amount is too large: {}': 'le montant est trop grand\u00a0: {}',
  'the date is not a day that exists: expected for instance 2026-11-25, {}':
    'la date n’est pas un jour qui existe, comme 2026-11-25\u00a0: {}',
  'CdtDbtInd is neither CRDT nor DBIT: {}': 'CdtDbtInd n’est ni CRDT ni DBIT\u00a0: {}',
  'Sts is none of BOOK, PDNG, INFO and FUTR: {}': 'Sts n’est ni BOOK, ni PDNG, ni INFO, ni FUTR\u00a0: {}',
  '{} is neither true nor false: {}': '{} n’est ni true ni false\u00a0: {}',
  // CFONB.
  'the kind of record is none of {}: {}': 'le code de l’enregistrement n’est aucun de {}\u00a0: {}',
  'the record has {} characters: expected {}': 'l’enregistrement a {} caractères au lieu de {}',
  'the file is cut off: record {} is missing': 'le fichier est incomplet\u00a0: l’enregistrement {} manque',
  'the statement before it has no record 07': 'le relevé précédent n’a pas d’enregistrement 07',
  'the group before it has no record 39': 'le groupe précédent n’a pas d’enregistrement 39',
  'no record {} stands before it': 'aucun enregistrement {} ne le précède',
  'a statement has more than {} entries': 'un relevé a plus de {} écritures',
  'a group has more than {} records': 'un groupe a plus de {} enregistrements',
  '{} is not that of record {}': '{} n’est pas celui de l’enregistrement {}',
  'the code is not that of record 31': 'le code n’est pas celui de l’enregistrement 31',
  'bank, branch and account are no French account': 'banque, guichet et compte ne font pas un compte français',
  'the day is missing': 'le jour manque',
  '{} is not a day: expected JJMMAA, {}': '{} n’est pas un jour de la forme JJMMAA\u00a0: {}',
  'the amount is not 12 digits: {}': 'le montant n’a pas 12 chiffres\u00a0: {}',
  'the amount is not 13 digits and a signed digit: {}':
    'le montant n’a pas 13 chiffres et un dernier chiffre avec signe\u00a0: {}',
  'the amount is not in whole cents: decimals {}': 'le montant n’est pas en centimes entiers (décimales\u00a0: {})',
  'the currency is neither E nor 2EUR: {}': 'la devise n’est ni E ni 2EUR\u00a0: {}',
  'the total is not the sum of the records 34': 'le total n’est pas la somme des enregistrements 34',
  'the records of this operation are not read: {}': 'les enregistrements de cette opération ne sont pas lus\u00a0: {}',
  'an operation without money has an amount: {}': 'une opération sans argent a un montant\u00a0: {}',
  // MT940.
  'a message has too many fields': 'un message a trop de champs',
  'a field has too many lines': 'un champ a trop de lignes',
  'no field stands before it: expected :20:': 'aucun champ ne le précède\u00a0: :20: est attendu',
  'the account is neither an IBAN nor a RIB': 'le compte n’est ni un IBAN ni un RIB',
  'the balance is not C or D, a day, a currency and an amount':
    'le solde n’est pas C ou D, un jour, une devise et un montant',
  'the amount is not digits with a comma and whole cents: expected 1234,56, {}':
    'le montant n’est pas de la forme 1234,56\u00a0: {}',
  'the date is not a day: expected YYMMDD, {}': 'la date n’est pas un jour de la forme AAMMJJ\u00a0: {}',
  'the booking day is not a day: expected MMDD, {}': 'le jour comptable n’est pas de la forme MMJJ\u00a0: {}',
  'the entry is not a date, a mark, an amount and a kind':
    'l’écriture n’est pas une date, un sens, un montant et un code',
  // The account, and the rights of the sender.
  'the file mixes accounts for TEST and for LIVE': 'le fichier mêle des comptes TEST et LIVE',
  'the account stands in the config for TEST and for LIVE': 'la configuration a ce compte en TEST et en LIVE',
  'the account is of no société of this gateway': 'le compte n’est d’aucune société de cette passerelle',
  'OrgnlMsgId is of no file that we sent': 'OrgnlMsgId n’est d’aucun fichier que nous avons envoyé',
  'the booking date lies too far ahead': 'la date comptable est trop lointaine',
  'its sender may not work for the société': 'qui l’a déposé n’a pas de droits sur la société',
  'its sender may not work with {}': 'qui l’a déposé n’a pas de droits en {}',
  'It was not confirmed in time: its bytes were removed':
    'Il n’a pas été confirmé à temps\u00a0: son contenu a été effacé.',
};

function field(name: string): string {
  return `le champ «\u00a0${name}\u00a0»`;
}

const values = new Map(
  Object.entries({
    ...{ bank: field('banque'), branch: field('guichet'), account: field('compte'), currency: field('devise') },
    ...{ 'found nothing': 'rien n’est indiqué', 'it ended without a result': 'il a fini sans résultat' },
  }),
);

/** `found "12?"` → `«\u00a012?\u00a0» est indiqué` */
const valueIn = (value: string): string =>
  values.get(value) ??
  value
    .replace(/^found "(.*)"$/s, '«\u00a0$1\u00a0» est indiqué')
    .replace(/^it took longer than (\S+) seconds$/, 'plus de $1 secondes')
    .replace(/^it needed more than (\S+) MB of memory$/, 'plus de $1\u00a0Mo de mémoire')
    .replaceAll(': or :', ': ou :');

const inFrench = createTranslation(ofBankFiles, valueIn);

/** One that another version of the gateway wrote. */
const inFrenchOrQuoted = (message: string): string =>
  inFrench(message) ?? `«\u00a0${message}\u00a0» (texte d’une autre version de la passerelle)`;

const rejected = 'Rejected: ';

/** Why a file is refused, with its place: `Line 12, Stmt/Ntry/Amt: …`. */
export function bankFileRefusalIn(language: Language, message: string): string {
  if (language !== 'fr') return message;
  // A person's own words stay as they are.
  if (message.startsWith(rejected)) return `Rejeté par une personne\u00a0: ${message.slice(rejected.length)}`;
  const [, line, place, placed] = /^Line (\d+)(?:, (.+?))?: (.*)$/s.exec(message) ?? [];
  if (line === undefined) return inFrenchOrQuoted(message);
  const where = place === undefined ? '' : `, ${place.replace(/^record /, 'enregistrement ')}`;
  return `Ligne ${line}${where}\u00a0: ${inFrenchOrQuoted(placed ?? '')}`;
}
