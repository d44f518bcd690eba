// Bundles the scripts of the console for browsers, each into one small file.
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './setup.mjs';

/** The scripts: that of every page, and that of the pages with charts. */
export const clientScripts = ['console', 'charts'];

/** Code of a script, and the ids of the modules that are in it. */
export async function bundleClient(name) {
  const bundled = await rolldown({
    input: join(root, 'services', 'console', 'src', 'client', `${name}.ts`),
    platform: 'browser',
    transform: { target: 'es2022' },
    logLevel: 'warn',
  });
  const { output } = await bundled.generate({ format: 'es', minify: true });
  await bundled.close();
  const [{ code, moduleIds }] = output;
  return { code, moduleIds };
}
