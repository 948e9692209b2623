import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nProvider } from 'react-aria-components';
import { follow } from '../api/changes.ts';
import { Toaster } from '../parts/toast.tsx';
import { LanguageProvider, locales, useLanguage } from '../texts/language.tsx';
import { queries } from './queries.ts';
import { router } from './router.tsx';
import { askWhoEarly, Session } from './session.tsx';
import { SessionEnded } from './session-ended.tsx';
import { SessionWarning } from './session-warning.tsx';

/** The stream of changes begins, and the files of the page come, while the person is asked for, not after that. */
export function beginEarly(): void {
  follow(queries);
  void askWhoEarly();
  void router.load();
}

export function App() {
  return (
    <LanguageProvider>
      <QueryClientProvider client={queries}>
        <Localised />
      </QueryClientProvider>
    </LanguageProvider>
  );
}

function Localised() {
  return (
    <I18nProvider locale={locales[useLanguage().language]}>
      <Session>
        <RouterProvider router={router} />
        <SessionEnded />
        <SessionWarning />
      </Session>
      <Toaster />
    </I18nProvider>
  );
}
