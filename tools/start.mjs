// `npm start [-- --port N --data DIR --sources DIR]`: sets up what is missing, then runs the embedded mill.
import { join } from 'node:path';
import { runChild } from './run-child.mjs';
import { memoryEnvironment, memoryFlags, ownNode, orExplain, root, setUp } from './setup.mjs';

await orExplain(async () => {
  await setUp();
  process.exitCode = await runChild(
    ownNode,
    [...memoryFlags, join(root, 'services', 'mill', 'dist', 'main.js'), 'run', ...process.argv.slice(2)],
    { env: { ...memoryEnvironment, ...process.env } },
  );
});
