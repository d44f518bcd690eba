import { openSqliteFile } from '../sqlite/sqlite-file.ts';

/*
 * Entry of a process that writes into the file named on the command line without a pause, and tells the number of each
 * line that was acknowledged.
 */
const [, , path = '', from = '0'] = process.argv;
const file = openSqliteFile(path, { groupMs: 0, logPages: 30 });
file.execute('CREATE TABLE IF NOT EXISTS line (id INTEGER PRIMARY KEY, text TEXT)');
process.on('disconnect', () => process.exit(0));
for (let id = Number(from) + 1; ; id += 1) {
  const text = `${id} `.repeat(2_000);
  await file.write(() => file.statement('INSERT INTO line (id, text) VALUES (?, ?)').run(id, text));
  process.send?.(id);
}
