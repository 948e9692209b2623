import path from 'node:path';
import { defineConfig } from 'vite';

const client = path.resolve(import.meta.dirname, '../clients/typescript/src');

/** `scripts/build-console.ts` builds with this. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  // Nothing of the machine's environment goes into the browser.
  envPrefix: 'CONSOLE_PUBLIC_',
  resolve: {
    alias: [
      { find: /^@reglement\/client$/, replacement: path.join(client, 'index.ts') },
      { find: /^@reglement\/client\/(.*)$/, replacement: path.join(client, '$1.ts') },
    ],
  },
  plugins: [
    {
      // React Aria has its texts in thirty languages; the console has two.
      name: 'two-languages',
      load: {
        filter: { id: /react-(?:aria|aria-components|stately)\/.*\/intl\/.*[a-z]{2}-[A-Z]{2}\.mjs$/ },
        handler: (id) => (/(?:fr-FR|en-US)\.mjs$/.test(id) ? null : 'export default {};'),
      },
    },
  ],
  css: { modules: { generateScopedName: '[local]-[hash:6]' } },
  build: {
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // A data: address of a script or a font would need a wider policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      onLog: (level, log, report) => {
        // `use client` is for servers that render React.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
      output: {
        codeSplitting: {
          // What changes with a release of ours is small; browsers keep the rest.
          groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ }],
        },
      },
    },
  },
});
