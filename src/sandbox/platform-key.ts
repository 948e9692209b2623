import { createPublicKey, generateKeyPair, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { lchown, link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
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
  await makeFolder(folder);
  const aside = `${file}.${randomBytes(8).toString('hex')}`;
  await writeFile(aside, privateKey, { mode: 0o600, flag: 'wx' });
  await giveToOwnerOfFolder(aside);
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

async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await makeFolder(path.dirname(folder));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await giveToOwnerOfFolder(folder);
}

/** What a command of root makes here the gateway has to open, which may be another user. */
async function giveToOwnerOfFolder(made: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(path.dirname(made));
  await lchown(made, uid, gid).catch((error: NodeJS.ErrnoException) => {
    // Root in a container may give nothing away, and then the gateway is root as well.
    if (error.code !== 'EPERM') throw error;
  });
}
