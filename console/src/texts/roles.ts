import { words } from './words.ts';

/** The ready roles. One that a config names stays as it is. */
export const roleNames = words<Readonly<Record<string, string>>>({
  lecture: { fr: 'lecture', en: 'reading' },
  accueil: { fr: 'accueil', en: 'front desk' },
  comptabilite: { fr: 'comptabilité', en: 'accounting' },
  tresorerie: { fr: 'trésorerie', en: 'treasury' },
  validation: { fr: 'validation', en: 'approval' },
  exploitation: { fr: 'exploitation', en: 'operations' },
});

/** `comptabilité, trésorerie` */
export const rolesText = (roles: readonly string[], names: Readonly<Record<string, string>>): string =>
  roles.map((role) => names[role] ?? role).join(', ');
