import { registerHooks } from 'node:module';
import { loadSource } from '../../../../tools/load-source.mjs';

/** The alerts of the folder named by the first argument, as a process that a test can kill; from the sources. */
registerHooks({ load: loadSource });
const { startAlerts } = await import('./alert-mill.contract.ts');
await startAlerts(process.argv[2] ?? '');
process.stdout.write('ready\n');
