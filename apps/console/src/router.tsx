import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { parseAddress, stringifyAddress } from './address.ts';
import { readFilters } from './deal-filters.ts';
import { Loading } from './display/loading.tsx';
import { Crash } from './frame/crash.tsx';
import { Frame } from './frame/frame.tsx';
import { NotFound } from './frame/not-found.tsx';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const dashboard = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: readFilters,
  component: lazyRouteComponent(() => import('./dashboard/dashboard-page.tsx'), 'DashboardPage'),
});

/** The pages and their addresses; each page is fetched when it is first opened. */
export const router = createRouter({
  routeTree: root.addChildren([dashboard]),
  parseSearch: parseAddress,
  stringifySearch: stringifyAddress,
  defaultPreload: 'intent',
  defaultErrorComponent: Crash,
  defaultPendingComponent: Loading,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
