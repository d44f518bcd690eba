import { startAlerts } from './alert-mill.contract.ts';

/** The alerts of the folder named by the first argument, as a process that a test can kill. */
await startAlerts(process.argv[2] ?? '');
process.stdout.write('ready\n');
