import type { Connection } from './connection.ts';

/** A value that is each of a union's. */
export type All<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer Whole) => void
  ? Whole
  : never;

/**
 * The functions of all parts as one record. Each part is made from `preparation` when one of its functions is first
 * read. A unit of work uses five functions out of a hundred, and making all of them costs as much as running it.
 */
export function lazyParts<
  Preparation,
  const Parts extends readonly ((preparation: Preparation, connection: Connection) => object)[],
>(preparation: Preparation, parts: Parts): (connection: Connection) => All<ReturnType<Parts[number]>> {
  const partOf = new Map<PropertyKey, number>();
  for (const [place, part] of parts.entries())
    for (const name of Object.keys(part(preparation, nowhere))) partOf.set(name, place);
  type Target = { readonly connection: Connection; readonly made: Record<PropertyKey, unknown>[] };
  const get = ({ connection, made }: Target, name: PropertyKey): unknown => {
    const place = partOf.get(name);
    if (place === undefined) return undefined;
    made[place] ??= parts[place]?.(preparation, connection) as Record<PropertyKey, unknown>;
    return made[place][name];
  };
  const handler: ProxyHandler<Target> = {
    get,
    has: (_target, name) => partOf.has(name),
    ownKeys: () => [...partOf.keys()] as string[],
    getOwnPropertyDescriptor: (target, name) =>
      partOf.has(name) ? { value: get(target, name), enumerable: true, configurable: true } : undefined,
  };
  return (connection) =>
    new Proxy<Target>({ connection, made: [] }, handler) as unknown as All<ReturnType<Parts[number]>>;
}

const refuse = (): never => {
  throw new Error('a part asks for nothing while it is made');
};
const nowhere: Connection = { execute: refuse, insertTogether: refuse };
