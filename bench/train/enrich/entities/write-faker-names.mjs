// Writes the given and family names of every locale of @faker-js/faker (MIT) as JSON, for write_gazetteer.py.
// Usage: write-faker-names.mjs NODE_MODULES FOLDER
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const modules = path.resolve(process.argv[2]);
const { allLocales } = await import(pathToFileURL(path.join(modules, '@faker-js/faker/dist/index.js')));
const folder = path.resolve(process.argv[3]);
mkdirSync(folder, { recursive: true });
const flat = (value) =>
  Array.isArray(value)
    ? value.flatMap(flat)
    : typeof value === 'string'
      ? [value]
      : value !== null && typeof value === 'object' && 'value' in value
        ? [value.value]
        : value !== null && typeof value === 'object'
          ? Object.values(value).flatMap(flat)
          : [];
for (const [locale, content] of Object.entries(allLocales)) {
  const person = content.person ?? {};
  const first = ['first_name', 'male_first_name', 'female_first_name'].flatMap((key) =>
    flat(person[key] ?? []),
  );
  const last = ['last_name', 'male_last_name', 'female_last_name'].flatMap((key) => flat(person[key] ?? []));
  writeFileSync(
    path.join(folder, `${locale}.json`),
    JSON.stringify({ first: [...new Set(first)], last: [...new Set(last)] }),
  );
}
