import { loadSettings } from './env.ts';
import { keepMemoryLow } from './keep-memory-low.ts';
import { type Server, startServer } from './server.ts';
import { startFault } from './start-fault.ts';
import { welcome } from './welcome.ts';

keepMemoryLow();
try {
  const settings = loadSettings();
  const server = await startServer(settings);
  console.log(welcome(settings, server));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(server));
} catch (error) {
  const fault = startFault(error);
  console.error(fault === null ? error : `Passerelle ne peut pas démarrer. ${fault}`);
  process.exitCode = 1;
}

/** A second signal ends the process at once: its listener is gone after the first. */
async function stop(server: Server): Promise<void> {
  console.log('Arrêt : le lot en cours se termine, puis tout se ferme.');
  await server.stop();
  process.exitCode = 0;
}
