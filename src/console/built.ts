import { z } from 'zod';

/** What `npm run build:console` writes into `console/dist`, beside the files themselves. */
export const builtConsole = z.object({
  /** Of everything that the files are made from: while it is the same, nothing is built again. */
  sources: z.string(),
  /** The one page, which names the other files. */
  page: z.string(),
  /** By address (`/payments/$id`), the files that come besides those of the one page. */
  pages: z.array(z.object({ path: z.string(), files: z.array(z.string()) })),
});

export type BuiltConsole = z.infer<typeof builtConsole>;

export const builtFolder = new URL('../../console/dist/', import.meta.url);
export const manifestName = 'manifest.json';

/** What the page says of the deployment, its language and its nonce, is put in its place. */
export const factsPlace = '<html lang="fr">';
