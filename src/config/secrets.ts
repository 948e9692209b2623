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
      const { value, fault } = resolve(reference, environment);
      if (fault !== null) problems.push(`${path}: the secret ${shown(reference)} cannot be read (${fault}).`);
      else if (value === null)
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

type Resolved = {
  readonly value: string | null;
  /** The system's code for a file that is there and cannot be read: `EACCES`. */
  readonly fault: string | null;
};

/** Blanks around a pasted key are the most common mistake with it. */
function resolve(reference: SecretReference, environment: Environment): Resolved {
  if ('env' in reference) {
    const text = Object.hasOwn(environment, reference.env) ? environment[reference.env] : undefined;
    return { value: text?.trim() || null, fault: null };
  }
  try {
    return { value: readFileSync(reference.file, 'utf8').trim() || null, fault: null };
  } catch (error) {
    const { code = 'no code' } = error as NodeJS.ErrnoException;
    return { value: null, fault: code === 'ENOENT' ? null : code };
  }
}
