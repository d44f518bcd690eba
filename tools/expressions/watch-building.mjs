// Loads modules and says which regular expressions they build meanwhile, as JSON.
import { isAbsolute, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from '../setup.mjs';

const seen = [];
/** The line that called: the first frame of another file. */
function caller() {
  const frame =
    new Error().stack
      ?.split('\n')
      .find((line) => line.includes('file://') && !line.includes('watch-building.mjs')) ?? '';
  const [, url = '', line = '0'] = /(file:\/\/[^)\s]+?):(\d+):\d+/.exec(frame) ?? [];
  return { path: url === '' ? '' : relative(root, fileURLToPath(url)), line: Number(line) };
}
const note = (made) => {
  seen.push({ ...caller(), source: made.source, flags: made.flags });
  return made;
};
const plain = RegExp;
globalThis.RegExp = new Proxy(plain, {
  construct: (target, args) => note(new target(...args)),
  apply: (target, _self, args) => note(target(...args)),
});
for (const path of process.argv.slice(2))
  await import(pathToFileURL(isAbsolute(path) ? path : join(root, path)).href);
globalThis.RegExp = plain;
process.stdout.write(JSON.stringify(seen));
