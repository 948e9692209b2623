import { registerHooks } from 'node:module';

/**
 * `@reglement/client` from its sources in this repository, which need no build. Your own project installs the package, and
 * needs nothing of this.
 */
registerHooks({
  resolve: (specifier, context, next) => {
    const [matched, entry = 'index'] = /^@reglement\/client(?:\/([a-z]+))?$/.exec(specifier) ?? [];
    return next(matched ? new URL(`../clients/typescript/src/${entry}.ts`, import.meta.url).href : specifier, context);
  },
});
