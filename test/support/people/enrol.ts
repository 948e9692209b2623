import { TOTP } from 'otpauth';
import type { TestGateway } from '../gateway.ts';
import { invite, sendForm } from './console.ts';

export const password = 'un vélo bleu dans la cour';

/** Opens the one-time link, sets a password and an app, and answers how to make codes. */
export async function enrol(gateway: TestGateway, login: string) {
  const { token, person } = await invite(gateway, login);
  const page = await (await gateway.get(`/console/link/${token}`)).text();
  const [, sealed = ''] = /name="sealed" value="([^"]+)"/.exec(page) ?? [];
  const [, secret = ''] = /class="key">([A-Z2-7]+)</.exec(page) ?? [];
  const codeAt = (at: number): string => new TOTP({ secret }).generate({ timestamp: at });
  const form = { password, sealed, code: codeAt(gateway.now()) };
  const done = await sendForm(gateway, `/console/link/${token}`, form);
  const text = await done.text();
  const codes = [...text.matchAll(/<li>([0-9A-Z-]{27})<\/li>/g)].map(([, code]) => code ?? '');
  return { token, person, form, done, codes, code: () => codeAt(gateway.now()) };
}
