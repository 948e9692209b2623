/** `package.test.ts` puts a `require` in place of this for CommonJS. */
export { default as documents } from '@reglement/client/persisted-documents.json' with { type: 'json' };
