import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { parseAddress, stringifyAddress } from './address.ts';
import { readFilters } from './deal-filters.ts';
import { readDealsSearch } from './deals/deals-search.ts';
import { Loading } from './display/loading.tsx';
import { Crash } from './frame/crash.tsx';
import { Frame } from './frame/frame.tsx';
import { NotFound } from './frame/not-found.tsx';
import { readHistorySearch } from './history/history-search.ts';
import { readRunSearch } from './history/run-search.ts';
import { readSynchroniseSearch } from './synchronise/synchronise-search.ts';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const dashboard = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: readFilters,
  component: lazyRouteComponent(() => import('./dashboard/dashboard-page.tsx'), 'DashboardPage'),
});

const deals = createRoute({
  getParentRoute: () => root,
  path: '/deals',
  validateSearch: readDealsSearch,
  component: lazyRouteComponent(() => import('./deals/deals-page.tsx'), 'DealsPage'),
});

const connectors = createRoute({
  getParentRoute: () => root,
  path: '/connecteurs',
  component: lazyRouteComponent(() => import('./connectors/connectors-page.tsx'), 'ConnectorsPage'),
});

const connector = createRoute({
  getParentRoute: () => root,
  path: '/connecteurs/$provider',
  component: lazyRouteComponent(() => import('./connectors/connector-page.tsx'), 'ConnectorPage'),
});

const synchronise = createRoute({
  getParentRoute: () => root,
  path: '/synchroniser',
  validateSearch: readSynchroniseSearch,
  component: lazyRouteComponent(() => import('./synchronise/synchronise-page.tsx'), 'SynchronisePage'),
});

const history = createRoute({
  getParentRoute: () => root,
  path: '/historique',
  validateSearch: readHistorySearch,
  component: lazyRouteComponent(() => import('./history/history-page.tsx'), 'HistoryPage'),
});

const run = createRoute({
  getParentRoute: () => root,
  path: '/historique/$runId',
  validateSearch: readRunSearch,
  component: lazyRouteComponent(() => import('./history/run-page.tsx'), 'RunPage'),
});

/** The pages and their addresses; each page is fetched when it is first opened. */
export const router = createRouter({
  routeTree: root.addChildren([dashboard, deals, connectors, connector, synchronise, history, run]),
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
