// Health check of a container: `newsmill healthcheck` without loading the whole command, which would cost ten times as much each time.
import { healthcheck } from '../services/mill/dist/commands/healthcheck.js';

process.exitCode = await healthcheck(process.argv[2] ?? 'http://127.0.0.1:8080');
