import { words } from './words.ts';

/** The ready roles. One that a config names stays as it is. */
export const roleNames = words<Readonly<Record<string, string>>>({
  fr: { comptabilite: 'comptabilité', tresorerie: 'trésorerie' },
  en: {
    ...{ lecture: 'reading', accueil: 'front desk', comptabilite: 'accounting' },
    ...{ tresorerie: 'treasury', validation: 'approval', exploitation: 'operations' },
  },
});

/** `comptabilité, trésorerie` */
export const rolesText = (roles: readonly string[], names: Readonly<Record<string, string>>): string =>
  roles.map((role) => names[role] ?? role).join(', ');
