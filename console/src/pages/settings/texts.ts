import type { PersonStatus, SignInMethod } from '../../generated/operations.ts';
import { words } from '../../texts/words.ts';

type Texts = Readonly<
  Record<
    | 'title'
    | 'lead'
    | 'gateway'
    | 'ready'
    | 'notReady'
    | 'state'
    | 'reason'
    | 'version'
    | 'digest'
    | 'theDigest'
    | 'digestText'
    | 'remarks'
    | 'mySessions'
    | 'openConsole'
    | 'proofs'
    | 'thisSession'
    | 'device'
    | 'method'
    | 'began'
    | 'seen'
    | 'ends'
    | 'end'
    | 'endTitle'
    | 'endText'
    | 'ended'
    | 'endOthers'
    | 'endOthersText'
    | 'endAll'
    | 'endAllText'
    | 'people'
    | 'peopleText'
    | 'noPeople'
    | 'noPeopleText'
    | 'name'
    | 'login'
    | 'roles'
    | 'personStatus'
    | 'signedIn'
    | 'never'
    | 'local'
    | 'closePerson'
    | 'noSessions',
    string
  >
> & {
  readonly methods: Readonly<Record<SignInMethod, string>>;
  readonly statuses: Readonly<Record<PersonStatus, string>>;
  readonly sessionsOf: (name: string) => string;
  readonly endedCount: (count: number) => string;
};

export const texts = words<Texts>({
  fr: {
    title: 'Réglages',
    lead: 'La passerelle, les accès et la configuration. Elle se change dans son fichier, pas ici.',
    gateway: 'Passerelle',
    ready: 'Prête',
    notReady: 'N’accepte pas de requêtes',
    state: 'État',
    reason: 'Motif',
    version: 'Version',
    digest: 'Empreinte de la configuration',
    theDigest: 'l’empreinte',
    digestText: 'Deux passerelles qui diffèrent ici n’ont pas la même configuration.',
    remarks: 'À vérifier dans la configuration',
    mySessions: 'Mes sessions',
    openConsole: 'Cette console est ouverte\u00a0: elle fonctionne sans connexion, et donc sans sessions.',
    proofs: 'Clés d’accès et mot de passe',
    thisSession: 'celle-ci',
    device: 'Appareil',
    method: 'Connexion par',
    began: 'Début',
    seen: 'Dernière activité',
    ends: 'Fin prévue',
    end: 'Terminer',
    endTitle: 'Terminer la session',
    endText: 'Ce navigateur devra se connecter à nouveau.',
    ended: 'La session est terminée.',
    endOthers: 'Terminer les autres',
    endOthersText: 'Tous vos autres navigateurs devront se connecter à nouveau.',
    endAll: 'Terminer toutes ses sessions',
    endAllText: 'Tous les navigateurs de cette personne devront se connecter à nouveau.',
    people: 'Personnes',
    peopleText:
      'Une invitation se fait par la commande «\u00a0gateway console invite\u00a0», ou chez le fournisseur d’identité.',
    noPeople: 'Personne n’a encore accès à la console',
    noPeopleText: 'Invitez une personne par la commande «\u00a0gateway console invite\u00a0».',
    name: 'Nom',
    login: 'Identifiant',
    roles: 'Rôles',
    personStatus: 'Accès',
    signedIn: 'Dernière connexion',
    never: 'jamais',
    local: 'compte local',
    closePerson: 'Fermer',
    noSessions: 'Aucune session ouverte.',
    methods: { OIDC: 'fournisseur d’identité', PASSKEY: 'clé d’accès', PASSWORD: 'mot de passe et code' },
    statuses: { ACTIVE: 'Actif', DISABLED: 'Désactivé' },
    sessionsOf: (name) => `Sessions de ${name}`,
    endedCount: (count) => (count < 2 ? `${count} session est terminée.` : `${count} sessions sont terminées.`),
  },
  en: {
    title: 'Settings',
    lead: 'The gateway, who has access, and the config. It is changed in its file, not here.',
    gateway: 'Gateway',
    ready: 'Ready',
    notReady: 'Takes no requests',
    state: 'State',
    reason: 'Reason',
    version: 'Version',
    digest: 'Digest of the config',
    theDigest: 'the digest',
    digestText: 'Two gateways that differ here have different configs.',
    remarks: 'To check in the config',
    mySessions: 'My sessions',
    openConsole: 'This console is open: it works without a sign-in, and so without sessions.',
    proofs: 'Passkeys and password',
    thisSession: 'this one',
    device: 'Device',
    method: 'Signed in by',
    began: 'Began',
    seen: 'Last active',
    ends: 'Ends',
    end: 'End',
    endTitle: 'End the session',
    endText: 'This browser has to sign in again.',
    ended: 'The session has ended.',
    endOthers: 'End the others',
    endOthersText: 'All your other browsers have to sign in again.',
    endAll: 'End all its sessions',
    endAllText: 'All browsers of this person have to sign in again.',
    people: 'People',
    peopleText: 'The command “gateway console invite” invites a person, or the identity provider does.',
    noPeople: 'No person has access to the console yet',
    noPeopleText: 'Invite a person by the command “gateway console invite”.',
    name: 'Name',
    login: 'Login',
    roles: 'Roles',
    personStatus: 'Access',
    signedIn: 'Last sign-in',
    never: 'never',
    local: 'local account',
    closePerson: 'Close',
    noSessions: 'No session is open.',
    methods: { OIDC: 'identity provider', PASSKEY: 'passkey', PASSWORD: 'password and code' },
    statuses: { ACTIVE: 'Active', DISABLED: 'Disabled' },
    sessionsOf: (name) => `Sessions of ${name}`,
    endedCount: (count) => (count === 1 ? '1 session has ended.' : `${count} sessions have ended.`),
  },
});
