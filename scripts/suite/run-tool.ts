import { plainOutputEnv } from '../bootstrap/env.mjs';
import { spawnForwarding } from '../bootstrap/spawn-forwarding.mjs';

/** A command line: the tool's name in node_modules/.bin, then its arguments. */
export type CommandLine = readonly [tool: string, ...args: string[]];

/** How a captured tool ended, with all it printed, both streams in the order they came. */
export interface ToolResult {
  exitCode: number;
  /** Whether a signal asked us to stop meanwhile. */
  stopped: boolean;
  output: string;
}

/** Runs a tool on our own terminal and gives its exit code; signals sent to us reach it. */
export async function inheritTool([tool, ...args]: CommandLine): Promise<number> {
  const { exitCode } = await spawnForwarding(tool, args, { stdio: 'inherit' });
  return exitCode;
}

/** Runs a tool without input and keeps what it prints; signals sent to us reach it. */
export async function captureTool([tool, ...args]: CommandLine): Promise<ToolResult> {
  let output = '';
  const ending = await spawnForwarding(
    tool,
    args,
    { stdio: ['ignore', 'pipe', 'pipe'], env: plainOutputEnv() },
    (text) => {
      output += text;
    },
  );
  return { ...ending, output };
}
