import { runSteps } from '../suite/run-steps.ts';
import { allSteps } from '../suite/steps.ts';

/** `npm test`: everything that must be green before a change lands. */
process.exitCode = await runSteps(allSteps(process.cwd()));
