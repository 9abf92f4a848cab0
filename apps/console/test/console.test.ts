import { afterAll, beforeAll, describe } from 'vitest';
import { testsOfAccess } from './e2e/access.ts';
import { testsOfAccessibility } from './e2e/accessibility.ts';
import { testsOfConnectors } from './e2e/connectors.ts';
import { testsOfDashboard } from './e2e/dashboard.ts';
import { testsOfDeals } from './e2e/deals.ts';
import { testsOfDeletions } from './e2e/deletions.ts';
import { testsOfFirstSync } from './e2e/first-sync.ts';
import { testsOfKeyboard } from './e2e/keyboard.ts';
import { testsOfRuns } from './e2e/runs.ts';
import { testsOfSchedules } from './e2e/schedule.ts';
import { testsOfSynchronisation } from './e2e/synchronise.ts';
import { testsOfTexts } from './e2e/texts.ts';
import { testsOfWeight } from './e2e/weight.ts';
import { openBrowser } from './support/browser.ts';
import { buildConsole, startServer } from './support/server.ts';
import { world } from './support/world.ts';

// One build, one browser and one server for all: starting them takes longer than most of the tests.
beforeAll(async () => {
  await buildConsole();
  [world.browser, world.server] = await Promise.all([openBrowser(), startServer()]);
}, 120_000);
afterAll(async () => {
  await world.browser.close();
  await world.server.stop();
});

describe('the console without a deal, then with some', testsOfDashboard);
describe('setting up a connection', testsOfConnectors);
describe('a schedule', testsOfSchedules);
describe('a synchronisation', testsOfSynchronisation);
describe('deals', testsOfDeals);
describe('the first synchronisation', testsOfFirstSync);
describe('runs', testsOfRuns);
describe('deletions', testsOfDeletions);
describe('accessibility', testsOfAccessibility);
describe('without a mouse', testsOfKeyboard);
describe('texts', testsOfTexts);
describe('weight', testsOfWeight);
describe('access', testsOfAccess);
