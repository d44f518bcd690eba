// `node tools/check.mjs WORD`: one check, which Nx runs as the target of that name (package.json). It prints what is
// wrong, a line each. `sizes` lists the longest files, for whoever wants to split one.
const places = {
  rules: 'check-rules',
  card: 'check-card',
  names: 'check-parts',
  packages: 'check-parts',
  sizes: 'check-parts',
  expressions: 'check-expressions',
  generated: 'gen',
  fields: 'check-fields',
  documents: 'check-documents',
  dependencies: 'check-house',
  commands: 'check-house',
  supply: 'check-supply',
  containers: 'check-compose',
};

const [word] = process.argv.slice(2);
const problems = await (await import(`./${places[word]}.mjs`))[word]();
for (const problem of problems) process.stdout.write(`${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
