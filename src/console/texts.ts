import type { Language } from '../html/texts.ts';
import type { SignInMethod } from '../modules/people/session.ts';
import type { SignInRefusal } from '../modules/people/sign-in/sign-in-refused.ts';

/** What the pages of the console say. A missing text does not compile. */
type ConsoleTexts = {
  readonly title: string;
  readonly signIn: string;
  readonly withProvider: string;
  readonly withPasskey: string;
  readonly withPassword: string;
  readonly or: string;
  readonly login: string;
  readonly password: string;
  readonly code: string;
  readonly codeHint: string;
  readonly submit: string;
  readonly noPasskeyHere: string;
  readonly passkeyOld: string;
  readonly passkeyFailed: string;
  readonly passkeyRefused: string;
  readonly refusals: Readonly<Record<SignInRefusal | 'UNREACHABLE' | 'BUSY' | 'FOREIGN', string>>;
  readonly wait: (minutes: number) => string;
  readonly notBuilt: readonly [title: string, detail: string];
  readonly toConsole: string;
  readonly notSetUp: readonly [title: string, detail: string];
  readonly elsewhere: readonly [title: string, detail: string];
  readonly back: string;
  readonly continuing: string;
  readonly test: string;
  readonly roles: (names: string) => string;
  readonly sessions: string;
  readonly thisSession: string;
  readonly since: string;
  readonly lastSeen: string;
  readonly by: Readonly<Record<SignInMethod, string>>;
  readonly end: string;
  readonly endOthers: string;
  readonly signOut: string;
  readonly confirmation: string;
  readonly confirmedUntil: (time: string) => string;
  readonly notConfirmed: string;
  readonly confirm: string;
  readonly proven: string;
  readonly provenText: string;
  readonly passkeys: string;
  readonly noPasskeys: string;
  readonly addPasskey: string;
  readonly remove: string;
  readonly changesStale: string;
  readonly changePassword: string;
  readonly currentPassword: string;
  readonly change: string;
  readonly changed: string;
  readonly welcome: (name: string) => string;
  readonly welcomeDetail: string;
  readonly choosePassword: string;
  readonly newPassword: string;
  readonly newPasswordHint: string;
  readonly scan: string;
  readonly secret: string;
  readonly createPasskey: string;
  readonly recovery: string;
  readonly recoveryDetail: string;
  readonly recoveryDone: string;
  readonly recoveryLeft: (count: number) => string;
};

export const consoleTexts: Readonly<Record<Language, ConsoleTexts>> = {
  fr: {
    title: 'Console',
    signIn: 'Se connecter',
    withProvider: 'Continuer avec le compte de l’entreprise',
    withPasskey: 'Utiliser une clé d’accès',
    withPassword: 'Avec un mot de passe',
    or: 'ou',
    login: 'Identifiant',
    password: 'Mot de passe',
    code: 'Code',
    codeHint: 'Les six chiffres de votre application, ou un code de secours.',
    submit: 'Se connecter',
    noPasskeyHere:
      'Les clés d’accès ne fonctionnent pas avec une adresse IP\u00a0: les navigateurs demandent un nom. Utilisez un mot de passe et un code.',
    passkeyOld: 'Ce navigateur est trop ancien pour les clés d’accès.',
    passkeyFailed: 'Le navigateur n’a pas donné de clé d’accès.',
    passkeyRefused: 'Cette clé d’accès n’a pas été acceptée.',
    refusals: {
      WRONG: 'Identifiant, mot de passe ou code incorrect.',
      WAIT: 'Trop d’essais.',
      LINK: 'Ce lien a déjà servi ou n’est plus valable. Demandez-en un autre à votre administrateur.',
      PROOF: 'La connexion n’a pas pu être vérifiée. Recommencez.',
      STALE: 'Confirmez d’abord que c’est vous.',
      LAST: 'C’est votre seule façon de vous connecter\u00a0: elle reste.',
      NOT_ALLOWED: 'Votre compte n’a pas accès à la console. Adressez-vous à votre administrateur.',
      UNREACHABLE: 'Le service de connexion de l’entreprise ne répond pas. Réessayez dans quelques minutes.',
      BUSY: 'Trop de connexions à la fois. Réessayez dans un instant.',
      FOREIGN: 'Cette demande ne vient pas de cette page. Rien n’a été fait.',
    },
    wait: (minutes) => `Réessayez dans ${minutes} min.`,
    notBuilt: [
      'Console absente',
      'Les fichiers de la console ne sont pas construits. Lancez, là où la passerelle est installée\u00a0:',
    ],
    toConsole: 'La console',
    notSetUp: [
      'Console non configurée',
      'Personne ne peut encore se connecter\u00a0: la configuration n’a ni console.oidc ni console.local.',
    ],
    elsewhere: [
      'La console est ailleurs',
      'La connexion ne fonctionne qu’à l’adresse publique de la passerelle\u00a0:',
    ],
    back: 'Retour à la connexion',
    continuing: 'Un instant…',
    test: 'TEST',
    roles: (names) => `Rôles\u00a0: ${names}`,
    sessions: 'Mes sessions',
    thisSession: 'celle-ci',
    since: 'Depuis',
    lastSeen: 'Dernière activité',
    by: { OIDC: 'compte de l’entreprise', PASSKEY: 'clé d’accès', PASSWORD: 'mot de passe et code' },
    end: 'Terminer',
    endOthers: 'Terminer les autres',
    signOut: 'Se déconnecter',
    confirmation: 'Confirmer que c’est vous',
    confirmedUntil: (time) => `C’est confirmé jusqu’à ${time}.`,
    notConfirmed: 'Rembourser, valider ou voir un IBAN entier demande une confirmation, qui vaut quelques minutes.',
    confirm: 'Confirmer',
    proven: 'C’est confirmé',
    provenText: 'Fermez cette fenêtre et revenez à la console\u00a0: ce que vous y avez commencé continue.',
    passkeys: 'Mes clés d’accès',
    noPasskeys: 'Aucune. Une clé d’accès confirme que c’est vous, par un doigt, un visage ou un code.',
    addPasskey: 'Ajouter une clé d’accès',
    remove: 'Retirer',
    changesStale: 'Pour en ajouter ou en retirer, confirmez que c’est vous\u00a0; à défaut de moyen, reconnectez-vous.',
    changePassword: 'Changer le mot de passe',
    currentPassword: 'Mot de passe actuel',
    change: 'Changer',
    changed: 'Le mot de passe est changé. Vos autres sessions sont terminées.',
    welcome: (name) => `Bienvenue, ${name}`,
    welcomeDetail: 'Choisissez comment vous vous connecterez. Ce lien ne sert qu’une fois.',
    choosePassword: 'Avec un mot de passe et une application',
    newPassword: 'Nouveau mot de passe',
    newPasswordHint: '12 caractères au moins. Une phrase convient.',
    scan: 'Ajoutez ce compte à votre application d’authentification, puis tapez le code qu’elle montre.',
    secret: 'Ou tapez cette clé\u00a0:',
    createPasskey: 'Créer une clé d’accès',
    recovery: 'Vos codes de secours',
    recoveryDetail:
      'Chacun remplace une fois le code de l’application. Ils ne seront plus affichés\u00a0: imprimez-les ou rangez-les en lieu sûr.',
    recoveryDone: 'Continuer',
    recoveryLeft: (count) => `Il vous reste ${count} ${count < 2 ? 'code' : 'codes'} de secours.`,
  },
  en: {
    title: 'Console',
    signIn: 'Sign in',
    withProvider: 'Continue with the company’s account',
    withPasskey: 'Use a passkey',
    withPassword: 'With a password',
    or: 'or',
    login: 'Login',
    password: 'Password',
    code: 'Code',
    codeHint: 'The six digits of your app, or a recovery code.',
    submit: 'Sign in',
    noPasskeyHere: 'Passkeys do not work at an IP address: browsers want a host name. Use a password and a code.',
    passkeyOld: 'This browser is too old for passkeys.',
    passkeyFailed: 'The browser gave no passkey.',
    passkeyRefused: 'This passkey was not accepted.',
    refusals: {
      WRONG: 'Login, password or code is wrong.',
      WAIT: 'Too many tries.',
      LINK: 'This link was used before, or is too old. Ask your administrator for another.',
      PROOF: 'The sign-in could not be verified. Try again.',
      STALE: 'First confirm that it is you.',
      LAST: 'It is your only way to sign in, so that it stays.',
      NOT_ALLOWED: 'Your account has no access to the console. Ask your administrator.',
      UNREACHABLE: 'The company’s sign-in service does not answer. Try again in a few minutes.',
      BUSY: 'Too many sign-ins at once. Try again in a moment.',
      FOREIGN: 'This request does not come from this page. Nothing was done.',
    },
    wait: (minutes) => `Try again in ${minutes} min.`,
    notBuilt: ['Console missing', 'The files of the console are not built. Where the gateway is installed, run:'],
    toConsole: 'The console',
    notSetUp: [
      'Console not set up',
      'No person can sign in yet: the config has neither console.oidc nor console.local.',
    ],
    elsewhere: ['The console is elsewhere', 'The sign-in works only at the public address of the gateway:'],
    back: 'Back to the sign-in',
    continuing: 'One moment…',
    test: 'TEST',
    roles: (names) => `Roles: ${names}`,
    sessions: 'My sessions',
    thisSession: 'this one',
    since: 'Since',
    lastSeen: 'Last seen',
    by: { OIDC: 'the company’s account', PASSKEY: 'a passkey', PASSWORD: 'password and code' },
    end: 'End',
    endOthers: 'End the others',
    signOut: 'Sign out',
    confirmation: 'Confirm that it is you',
    confirmedUntil: (time) => `Confirmed until ${time}.`,
    notConfirmed: 'A refund, an approval or a whole IBAN asks for it, for some minutes.',
    confirm: 'Confirm',
    proven: 'It is confirmed',
    provenText: 'Close this window and go back to the console: what you began there goes on.',
    passkeys: 'My passkeys',
    noPasskeys: 'None. A passkey confirms that it is you, by a finger, a face or a PIN.',
    addPasskey: 'Add a passkey',
    remove: 'Remove',
    changesStale: 'To add or remove one, first confirm that it is you. If there is no way to, sign in again.',
    changePassword: 'Change the password',
    currentPassword: 'Present password',
    change: 'Change',
    changed: 'The password is changed. Your other sessions have ended.',
    welcome: (name) => `Welcome, ${name}`,
    welcomeDetail: 'Choose how you will sign in. This link serves once.',
    choosePassword: 'With a password and an app',
    newPassword: 'New password',
    newPasswordHint: '12 characters at least. A sentence will do.',
    scan: 'Add this account to your authenticator app, then type the code that it shows.',
    secret: 'Or type this key:',
    createPasskey: 'Create a passkey',
    recovery: 'Your recovery codes',
    recoveryDetail:
      'Each replaces the code of the app once. They are not shown again: print them, or keep them in a safe place.',
    recoveryDone: 'Done: continue',
    recoveryLeft: (count) => `You have ${count} recovery ${count === 1 ? 'code' : 'codes'} left.`,
  },
};

/** Fields that a form of the console may find wrong, and what is wrong with them. */
export const fieldTexts: Readonly<Record<Language, Readonly<Record<'password' | 'code', string>>>> = {
  fr: {
    password: 'Ce mot de passe est trop court ou facile à deviner.',
    code: 'Ce n’est pas le code que l’application montre maintenant.',
  },
  en: {
    password: 'This password is too short or easy to guess.',
    code: 'This is not the code that the app shows now.',
  },
};
