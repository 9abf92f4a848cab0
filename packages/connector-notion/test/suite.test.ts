import { connectorSuite } from '@passerelle/connector/suite';
import { NOTION_LIMITS } from '../src/client/budget.ts';
import { notion } from '../src/index.ts';
import { startNotion } from './support/emulated-notion.ts';

connectorSuite({ definition: notion, rateLimits: NOTION_LIMITS, start: (options) => startNotion(options) });
