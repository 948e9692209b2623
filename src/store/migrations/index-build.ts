/** An index as data, so that it can be made within a migration or, on PostgreSQL, while gateways write. */
export type IndexBuild = {
  readonly name: string;
  /** The table, its columns and the condition: `payments (id) where status = 'PAID'`. */
  readonly on: string;
  readonly isUnique?: boolean;
};

/** Leaves an index alone that is there already. */
export const createIndexText = ({ name, on, isUnique = false }: IndexBuild, how: '' | 'concurrently' = ''): string =>
  `create ${isUnique ? 'unique ' : ''}index ${how} if not exists ${name} on ${on}`;
