import { inBothLanguages } from '../kernel/locale/language.ts';
import type { SignInRefusal } from '../modules/people/sign-in/sign-in-refused.ts';

/** What the pages of the console say. A missing text does not compile. */
export const consoleTexts = inBothLanguages({
  signIn: { fr: 'Se connecter', en: 'Sign in' },
  withProvider: { fr: 'Continuer avec le compte de l’entreprise', en: 'Continue with the company’s account' },
  withPasskey: { fr: 'Utiliser une clé d’accès', en: 'Use a passkey' },
  withPassword: { fr: 'Avec un mot de passe', en: 'With a password' },
  or: { fr: 'ou', en: 'or' },
  login: { fr: 'Identifiant', en: 'Login' },
  password: { fr: 'Mot de passe', en: 'Password' },
  code: { fr: 'Code', en: 'Code' },
  codeHint: {
    fr: 'Les six chiffres de votre application, ou un code de secours.',
    en: 'The six digits of your app, or a recovery code.',
  },
  submit: { fr: 'Se connecter', en: 'Sign in' },
  noPasskeyHere: {
    fr: 'Les clés d’accès ne fonctionnent pas avec une adresse IP\u00a0: les navigateurs demandent un nom. Utilisez un mot de passe et un code.',
    en: 'Passkeys do not work at an IP address: browsers want a host name. Use a password and a code.',
  },
  passkeyOld: {
    fr: 'Ce navigateur est trop ancien pour les clés d’accès.',
    en: 'This browser is too old for passkeys.',
  },
  passkeyFailed: { fr: 'Le navigateur n’a pas donné de clé d’accès.', en: 'The browser gave no passkey.' },
  passkeyRefused: { fr: 'Cette clé d’accès n’a pas été acceptée.', en: 'This passkey was not accepted.' },
  refusals: inBothLanguages<Record<SignInRefusal | 'UNREACHABLE' | 'BUSY', string>>({
    WRONG: { fr: 'Identifiant, mot de passe ou code incorrect.', en: 'Login, password or code is wrong.' },
    WAIT: { fr: 'Trop d’essais.', en: 'Too many tries.' },
    LINK: {
      fr: 'Ce lien a déjà servi ou n’est plus valable. Demandez-en un autre à votre administrateur.',
      en: 'This link was used before, or is too old. Ask your administrator for another.',
    },
    PROOF: {
      fr: 'La connexion n’a pas pu être vérifiée. Recommencez.',
      en: 'The sign-in could not be verified. Try again.',
    },
    NOT_ASKED: {
      fr: 'Le service de connexion de l’entreprise n’a pas confirmé qui vous êtes depuis assez peu de temps. Continuez de nouveau\u00a0: il doit vous le demander. Si cela se répète, adressez-vous à votre administrateur.',
      en: 'The company’s sign-in service did not confirm lately that it is you. Continue again: it has to ask you. If this comes again, ask your administrator.',
    },
    STALE: { fr: 'Confirmez d’abord que c’est vous.', en: 'First confirm that it is you.' },
    LAST: {
      fr: 'C’est votre seule façon de vous connecter\u00a0: elle reste.',
      en: 'It is your only way to sign in, so that it stays.',
    },
    NOT_ALLOWED: {
      fr: 'Votre compte n’a pas accès à la console. Adressez-vous à votre administrateur.',
      en: 'Your account has no access to the console. Ask your administrator.',
    },
    UNREACHABLE: {
      fr: 'Le service de connexion de l’entreprise ne répond pas. Réessayez dans quelques minutes.',
      en: 'The company’s sign-in service does not answer. Try again in a few minutes.',
    },
    BUSY: {
      fr: 'Trop de connexions à la fois. Réessayez dans un instant.',
      en: 'Too many sign-ins at once. Try again in a moment.',
    },
    FOREIGN: {
      fr: 'Cette demande ne vient pas de cette page. Rien n’a été fait.',
      en: 'This request does not come from this page. Nothing was done.',
    },
  }),
  wait: { fr: (minutes: number) => `Réessayez dans ${minutes} min.`, en: (minutes) => `Try again in ${minutes} min.` },
  notBuilt: {
    fr: [
      'Console absente',
      'Les fichiers de la console ne sont pas construits. Lancez, là où la passerelle est installée\u00a0:',
    ] satisfies readonly [title: string, detail: string],
    en: ['Console missing', 'The files of the console are not built. Where the gateway is installed, run:'],
  },
  toConsole: { fr: 'La console', en: 'The console' },
  notSetUp: {
    fr: [
      'Console non configurée',
      'Personne ne peut encore se connecter\u00a0: la configuration n’a ni console.oidc ni console.local.',
    ] satisfies readonly [title: string, detail: string],
    en: ['Console not set up', 'No person can sign in yet: the config has neither console.oidc nor console.local.'],
  },
  elsewhere: {
    fr: [
      'La console est ailleurs',
      'La connexion ne fonctionne qu’à l’adresse publique de la passerelle\u00a0:',
    ] satisfies readonly [title: string, detail: string],
    en: ['The console is elsewhere', 'The sign-in works only at the public address of the gateway:'],
  },
  back: { fr: 'Retour à la connexion', en: 'Back to the sign-in' },
  continuing: { fr: 'Un instant…', en: 'One moment…' },
  test: { fr: 'TEST', en: 'TEST' },
  roles: { fr: (names: string) => `Rôles\u00a0: ${names}`, en: (names) => `Roles: ${names}` },
  sessions: { fr: 'Mes sessions', en: 'My sessions' },
  thisSession: { fr: 'celle-ci', en: 'this one' },
  since: { fr: 'Depuis', en: 'Since' },
  lastSeen: { fr: 'Dernière activité', en: 'Last seen' },
  by: inBothLanguages({
    OIDC: { fr: 'compte de l’entreprise', en: 'the company’s account' },
    PASSKEY: { fr: 'clé d’accès', en: 'a passkey' },
    PASSWORD: { fr: 'mot de passe et code', en: 'password and code' },
  }),
  end: { fr: 'Terminer', en: 'End' },
  endOthers: { fr: 'Terminer les autres', en: 'End the others' },
  signOut: { fr: 'Se déconnecter', en: 'Sign out' },
  confirmation: { fr: 'Confirmer que c’est vous', en: 'Confirm that it is you' },
  confirmedUntil: { fr: (time: string) => `C’est confirmé jusqu’à ${time}.`, en: (time) => `Confirmed until ${time}.` },
  notConfirmed: {
    fr: 'Rembourser, valider ou voir un IBAN entier demande une confirmation, qui vaut quelques minutes.',
    en: 'A refund, an approval or a whole IBAN asks for it, for some minutes.',
  },
  confirm: { fr: 'Confirmer', en: 'Confirm' },
  proven: { fr: 'C’est confirmé', en: 'It is confirmed' },
  provenText: {
    fr: 'Fermez cette fenêtre et revenez à la console\u00a0: ce que vous y avez commencé continue.',
    en: 'Close this window and go back to the console: what you began there goes on.',
  },
  passkeys: { fr: 'Mes clés d’accès', en: 'My passkeys' },
  noPasskeys: {
    fr: 'Aucune. Une clé d’accès confirme que c’est vous, par un doigt, un visage ou un code.',
    en: 'None. A passkey confirms that it is you, by a finger, a face or a PIN.',
  },
  addPasskey: { fr: 'Ajouter une clé d’accès', en: 'Add a passkey' },
  remove: { fr: 'Retirer', en: 'Remove' },
  changesStale: {
    fr: 'Pour en ajouter ou en retirer, confirmez que c’est vous\u00a0; à défaut de moyen, reconnectez-vous.',
    en: 'To add or remove one, first confirm that it is you. If there is no way to, sign in again.',
  },
  changePassword: { fr: 'Changer le mot de passe', en: 'Change the password' },
  currentPassword: { fr: 'Mot de passe actuel', en: 'Present password' },
  change: { fr: 'Changer', en: 'Change' },
  changed: {
    fr: 'Le mot de passe est changé. Vos autres sessions sont terminées.',
    en: 'The password is changed. Your other sessions have ended.',
  },
  welcome: { fr: (name: string) => `Bienvenue, ${name}`, en: (name) => `Welcome, ${name}` },
  welcomeDetail: {
    fr: 'Choisissez comment vous vous connecterez. Ce lien ne sert qu’une fois.',
    en: 'Choose how you will sign in. This link serves once.',
  },
  choosePassword: { fr: 'Avec un mot de passe et une application', en: 'With a password and an app' },
  newPassword: { fr: 'Nouveau mot de passe', en: 'New password' },
  newPasswordHint: {
    fr: '12 caractères au moins. Une phrase convient.',
    en: '12 characters at least. A sentence will do.',
  },
  scan: {
    fr: 'Ajoutez ce compte à votre application d’authentification, puis tapez le code qu’elle montre.',
    en: 'Add this account to your authenticator app, then type the code that it shows.',
  },
  secret: { fr: 'Ou tapez cette clé\u00a0:', en: 'Or type this key:' },
  createPasskey: { fr: 'Créer une clé d’accès', en: 'Create a passkey' },
  recovery: { fr: 'Vos codes de secours', en: 'Your recovery codes' },
  recoveryDetail: {
    fr: 'Chacun remplace une fois le code de l’application. Ils ne seront plus affichés\u00a0: imprimez-les ou rangez-les en lieu sûr.',
    en: 'Each replaces the code of the app once. They are not shown again: print them, or keep them in a safe place.',
  },
  recoveryDone: { fr: 'Continuer', en: 'Done: continue' },
  recoveryLeft: {
    fr: (count: number) => `Il vous reste ${count} ${count < 2 ? 'code' : 'codes'} de secours.`,
    en: (count) => `You have ${count} recovery ${count === 1 ? 'code' : 'codes'} left.`,
  },
});

/** Fields that a form of the console may find wrong, and what is wrong with them. */
export const fieldTexts = inBothLanguages<Readonly<Record<'password' | 'code', string>>>({
  password: {
    fr: 'Ce mot de passe est trop court ou facile à deviner.',
    en: 'This password is too short or easy to guess.',
  },
  code: {
    fr: 'Ce n’est pas le code que l’application montre maintenant.',
    en: 'This is not the code that the app shows now.',
  },
});
