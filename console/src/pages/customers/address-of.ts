/** The address of a customer's page; a number may hold any sign. */
export const addressOf = ({ idSociete, idClient }: { readonly idSociete: string; readonly idClient: string }): string =>
  `/customers/${encodeURIComponent(idSociete)}/${encodeURIComponent(idClient)}`;
