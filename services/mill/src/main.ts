import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { version } from '@newsmill/service';

/**
 * Code as the engine has compiled it: a command starts a fifth sooner, a mill takes a tenth to a quarter less to
 * start (and holds 6 MB more of 265). Where it cannot be written, without.
 */
const compiled = fileURLToPath(new URL('../../../node_modules/.cache/newsmill/compiled', import.meta.url));

// Whoever asks for the version alone waits for nothing else.
if (process.argv.length === 3 && ['--version', '-V'].includes(process.argv[2] ?? ''))
  process.stdout.write(`${version}\n`);
else {
  enableCompileCache(compiled);
  await import('./command-line.ts');
}
