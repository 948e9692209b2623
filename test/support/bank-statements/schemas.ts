import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';

/** The folder with the schemas of ISO 20022, which are not handed on with this program: `pain.008.001.08.xsd`, … */
const folder = process.env.XSD_DIR;

/** For the name of a test: says plainly what it checks with. */
export const checkedWith = folder
  ? 'the schemas of ISO 20022'
  : 'its own rules alone, for XSD_DIR does not name a folder with the schemas of ISO 20022';

/** What the schema of this message says against it; nothing where `XSD_DIR` is not set. */
export function schemaFaults(message: string, xml: Buffer | string): readonly string[] {
  if (folder === undefined) return [];
  const file = path.join(folder, `${message}.xsd`);
  if (!existsSync(file)) throw new Error(`XSD_DIR has no ${message}.xsd`);
  using schema = XmlDocument.fromBuffer(readFileSync(file));
  using validator = XsdValidator.fromDoc(schema);
  using document = XmlDocument.fromBuffer(Buffer.from(xml));
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    return [String(error)];
  }
}
