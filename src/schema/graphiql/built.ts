import { z } from 'zod';

/** What `npm run build:graphiql` writes into `build/graphiql`, beside the files themselves. */
export const builtGraphiql = z.object({
  /** Of everything that the files are made from: while it is the same, nothing is built again. */
  sources: z.string(),
  /** The page, which names the other files. */
  page: z.string(),
  /** Each is there as it is, and as `.br` and `.gz`. Its name holds the digest of its content. */
  files: z.array(z.object({ name: z.string(), type: z.string() })),
});

export type BuiltGraphiql = z.infer<typeof builtGraphiql>;

export const builtFolder = new URL('../../../build/graphiql/', import.meta.url);
export const manifestName = 'manifest.json';
/** Where the files are served. */
export const assetsPath = '/graphql/assets';
/** What the page says of the deployment is put in its place. */
export const showsPlace = 'data-shows=""';
