/**
 * Where files of direct debits are handed over, and how large they may be: more than other requests. Apart from the
 * simulator, which production does not load.
 */
export const houseBankUpload = { path: '/house-bank/files', maximumBytes: 16 * 1024 * 1024 } as const;
