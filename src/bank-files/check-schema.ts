import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { BankFileError, type CheckSchema } from '../domain/bank-file.ts';

/**
 * Checks files against the schemas of ISO 20022 in a folder (`camt.053.001.08.xsd`, …); one whose schema is not there
 * passes. The whole document is in memory for it. A document type was refused before.
 * @param folder as the config names it
 */
export const createSchemaCheck =
  (folder: string): CheckSchema =>
  async (version, bytes) => {
    const file = path.join(folder, `${version}.xsd`);
    if (!/^[a-z0-9.]+$/.test(version) || !existsSync(file)) return null;
    // Loaded on first use: most processes never need it.
    const { XmlDocument, XmlParseError, XmlValidateError, XsdValidator } = await import('libxml2-wasm');
    using schema = XmlDocument.fromBuffer(await readFile(file));
    using validator = XsdValidator.fromDoc(schema);
    try {
      using document = XmlDocument.fromBuffer(bytes);
      validator.validate(document);
      return null;
    } catch (error) {
      if (error instanceof XmlParseError) {
        // Its parser knows fewer encodings than ours, and is stricter in places.
        return new BankFileError('the schema cannot be checked: the XML or its encoding is not read', {
          line: error.details[0]?.line ?? 1,
          path: '',
        });
      }
      if (!(error instanceof XmlValidateError)) throw error;
      const [first] = error.details;
      return new BankFileError('it is not what the schema of the message allows', {
        line: first?.line ?? 1,
        path: elementOf(first?.message ?? ''),
      });
    }
  };

/** The name alone: the validator's sentence holds the value, which may be somebody's. */
const elementOf = (message: string): string => /^Element '(?:\{[^}]*\})?([A-Za-z0-9]+)'/.exec(message)?.[1] ?? '';
