import { runSteps } from '../suite/run-steps.ts';
import { fastSteps } from '../suite/steps.ts';

/** `npm run check`: the fast part of `npm test`, for the working day. */
process.exitCode = await runSteps(fastSteps());
