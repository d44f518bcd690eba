// Health check of a container: `newsmill healthcheck` without loading the whole command, which would cost ten
// times as much each time.
import { askHealth } from '../services/mill/dist/ask-health.js';

process.exitCode = await askHealth(process.argv[2] ?? 'http://127.0.0.1:8080');
