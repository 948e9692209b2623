import { createPublicKey, generateKeyPair, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** Short by today's measure, and as long as the real platform's: adapters meet signatures of the real length. */
const modulusBits = 1024;

export type PlatformKey = { readonly privateKeyPem: string; readonly publicKeyPem: string };

/** The Paybox platform's RSA key: made on the first start, readable by its owner alone, the same ever after. */
export async function platformKey(folder: string): Promise<PlatformKey> {
  const file = path.join(folder, 'paybox-platform-key.pem');
  const privateKeyPem = (await readIfThere(file)) ?? (await makeKey(folder, file));
  const publicKeyPem = createPublicKey(privateKeyPem).export({ type: 'spki', format: 'pem' }).toString();
  return { privateKeyPem, publicKeyPem };
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Written aside, then linked into place: a crash leaves no half key, and of two processes the first wins. */
async function makeKey(folder: string, file: string): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: modulusBits,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const aside = `${file}.${randomBytes(8).toString('hex')}`;
  await writeFile(aside, privateKey, { mode: 0o600, flag: 'wx' });
  try {
    await link(aside, file);
    return privateKey;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return await readFile(file, 'utf8');
    throw error;
  } finally {
    await rm(aside, { force: true });
  }
}
