/** The way from a page to the root of the gateway: `./` from `/docs`, `../` from `/docs/graphql`. */
export function rootFrom(address: string): string {
  const [path = '/'] = address.split('?', 1);
  return '../'.repeat(path.split('/').length - 2) || './';
}

/**
 * Turns the links of a page to this gateway into relative ones, so that they hold under a public URL that has a path of
 * its own. Data is escaped in a page and holds no quote, so only attributes of ours match.
 * @param address of the page, as it was asked for
 */
export const withRelativeLinks = (document: string, address: string): string =>
  document.replaceAll(/ (href|src|action)="\/(?!\/)/g, ` $1="${rootFrom(address)}`);
