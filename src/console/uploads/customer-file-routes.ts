import { type Request, Router } from 'express';
import { refusalIn } from '../../html/refusals/refusal-in.ts';
import { chosenLanguage, type Language } from '../../kernel/locale/language.ts';
import type { CheckCustomerFile, CustomerFileCheck } from '../../modules/customers/import/check-customer-file.ts';
import { templateColumns } from '../../modules/customers/import/customer-columns.ts';
import { addUpload, type UploadOptions } from './upload-route.ts';

type Options = UploadOptions & { readonly check: CheckCustomerFile };

/**
 * `POST /console/customers/check`: what an import of this file would do. It keeps nothing: the page shows it, and sends
 * the rows by `importCustomers` when the person agrees. `GET …/template.csv` is an empty file to fill in.
 */
export function createCustomerFileRoutes({ check, ...options }: Options): Router {
  const router = Router();
  addUpload(router, options, '/customers/check', async (caller, request, { language }) => {
    const given = { societe: textOf(request, 'idSociete'), country: textOf(request, 'country') };
    return inLanguage(language, await check(caller, { bytes: request, ...given }));
  });
  router.get('/customers/template.csv', ({ query, headers }, response) => {
    const language = chosenLanguage(query.lang, headers['accept-language'], options.languageOf);
    response
      .attachment(language === 'fr' ? 'clients.csv' : 'customers.csv')
      .type('text/csv; charset=utf-8')
      .send(`\uFEFF${templateColumns[language].join(';')}\r\n`);
  });
  return router;
}

function textOf({ query }: Request, name: string): string | undefined {
  const { [name]: value } = query;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

const inLanguage = (language: Language, { refused, ...check }: CustomerFileCheck): CustomerFileCheck => ({
  ...check,
  refused: refused.map(({ reasons, ...line }) => ({
    ...line,
    reasons: reasons.map(({ column, message }) => ({ column, message: refusalIn(language, message) })),
  })),
});
