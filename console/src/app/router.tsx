import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { type ComponentType, Fragment, type ReactNode } from 'react';
import { parseAddress, writeAddress } from '../api/address.ts';
import { mayUse, type Need, useMe } from '../api/me.tsx';
import { useRunMode } from '../api/run-mode.ts';
import { pages } from '../pages/index.ts';
import type { PageEntry } from '../pages/page-entry.ts';
import { PageHead } from '../parts/page-head.tsx';
import { ErrorState, Skeleton } from '../parts/states.tsx';
import { To } from '../parts/to.tsx';
import { useTexts } from '../texts/language.tsx';
import { isMissingPart, loadOf, MissingPart } from './missing-part.tsx';
import { Shell } from './shell.tsx';
import { shellTexts } from './texts.ts';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const routeOf = ({ path, load, needs }: PageEntry) => {
  const Page = lazyRouteComponent(loadOf(load), 'Page') as ComponentType;
  return createRoute({
    getParentRoute: () => root,
    path,
    component: () => (
      <Guard needs={needs}>
        <Page />
      </Guard>
    ),
  });
};

export const router = createRouter({
  routeTree: root.addChildren(pages.map(routeOf)),
  basepath: '/console',
  parseSearch: parseAddress,
  stringifySearch: writeAddress,
  defaultPreload: 'intent',
  // Another payment is another page: no dialog opened over the one before may write to it.
  defaultRemountDeps: ({ params }) => params,
  scrollRestoration: true,
  defaultPendingComponent: () => <Skeleton lines={8} />,
  defaultErrorComponent: ({ error, reset }) => {
    const fault = error instanceof Error ? error : new Error(String(error));
    return isMissingPart(fault) ? <MissingPart fault={fault} /> : <ErrorState fault={fault} retry={reset} />;
  },
});

function Guard({ needs, children }: { readonly needs: Need | null; readonly children: ReactNode }) {
  const texts = useTexts(shellTexts);
  const me = useMe();
  const mode = useRunMode();
  // Nothing of the other mode stays while this one is loaded.
  if (needs === null || mayUse(me, needs)) return <Fragment key={mode}>{children}</Fragment>;
  return <NoPage title={texts.notAllowed} text={texts.notAllowedText} />;
}

function NotFound() {
  const texts = useTexts(shellTexts);
  return <NoPage title={texts.notFound} text={texts.notFoundText} />;
}

/** With the way back to the first page. */
function NoPage({ title, text }: { readonly title: string; readonly text: string }) {
  const texts = useTexts(shellTexts);
  return (
    <>
      <PageHead title={title} lead={text} />
      <To to="/">{texts.toStart}</To>
    </>
  );
}
