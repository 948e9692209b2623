import { readFileSync } from 'node:fs';
import { Secret } from '../kernel/merchant.ts';
import type { SecretReader, SecretReference } from './schema/values.ts';
import { nearestName } from './suggestions.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export function createSecretReader(environment: Environment): SecretReader {
  const problems: string[] = [];
  const meant = (reference: SecretReference): string => {
    const name = 'env' in reference ? nearestName(reference.env, Object.keys(environment)) : null;
    return name === null || !('env' in reference) || name === reference.env ? '' : ` Did you mean {"env":"${name}"}?`;
  };
  return {
    problems,
    read: (reference, path, rule) => {
      const value = resolve(reference, environment);
      if (value === null)
        problems.push(`${path}: the secret ${shown(reference)} is not there or empty.${meant(reference)}`);
      else if (rule && !rule.pattern.test(value)) problems.push(`${path}: the secret ${rule.message}.`);
      return new Secret(value ?? '');
    },
  };
}

/** The name of a variable, or a path. What does not look like one may be the secret itself, pasted by mistake. */
function shown(reference: SecretReference): string {
  if ('env' in reference)
    return JSON.stringify(/^[A-Z][A-Z0-9_]{0,63}$/.test(reference.env) ? reference : { env: '…' });
  return JSON.stringify(
    /^(?:\.{0,2}|[A-Za-z]:)[/\\][\p{L}\p{N}_ .@/\\-]{1,200}$/u.test(reference.file) ? reference : { file: '…' },
  );
}

/** Blanks around a pasted key are the most common mistake with it. */
function resolve(reference: SecretReference, environment: Environment): string | null {
  if ('env' in reference) {
    return Object.hasOwn(environment, reference.env) ? environment[reference.env]?.trim() || null : null;
  }
  try {
    return readFileSync(reference.file, 'utf8').trim() || null;
  } catch {
    return null;
  }
}
