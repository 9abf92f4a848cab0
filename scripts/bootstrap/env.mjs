import { delimiter, join } from 'node:path';

/** The environment of an installation. */
export function installEnv() {
  return {
    ...process.env,
    // Keeps pnpm from asking questions that nobody sees.
    CI: 'true',
    // `production` would leave the tools out.
    NODE_ENV: undefined,
    // By default npm and pnpm wait 70 s before they say that the registry does not answer.
    npm_config_fetch_retry_mintimeout: '1000',
    npm_config_fetch_retry_maxtimeout: '4000',
    pnpm_config_fetch_retry_mintimeout: '1000',
    pnpm_config_fetch_retry_maxtimeout: '4000',
  };
}

/**
 * The environment of a command: the installed Node and tools come first, what tools remember stays in node_modules, and
 * none reports about this machine.
 * @param {string} root
 */
export function commandEnv(root) {
  const modules = join(root, 'node_modules');
  return {
    ...process.env,
    PATH: `${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}`,
    XDG_CACHE_HOME: join(modules, '.cache'),
    XDG_DATA_HOME: join(modules, '.cache'),
    DO_NOT_TRACK: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  };
}

/** The environment of a tool whose output is kept and shown later, perhaps in a log: without colours. */
export function plainOutputEnv() {
  return { ...process.env, TERM: 'dumb', NO_COLOR: '1', FORCE_COLOR: undefined };
}
