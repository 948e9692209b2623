export type CustomerRow = {
  readonly id_societe: string;
  readonly id_client: string;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly address: string | null;
  readonly zip_code: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly phone: string | null;
  readonly version: number;
  readonly created_at: number;
  readonly updated_at: number;
  readonly updated_by: string;
};

export const customerColumns = [
  'id_societe',
  'id_client',
  'first_name',
  'last_name',
  'address',
  'zip_code',
  'city',
  'country',
  'phone',
  'version',
  'created_at',
  'updated_at',
  'updated_by',
] as const satisfies readonly (keyof CustomerRow)[];

export type Tables = { readonly customers: CustomerRow };
