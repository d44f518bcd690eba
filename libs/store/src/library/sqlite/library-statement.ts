import type { StatementSync } from 'node:sqlite';

/**
 * A statement of the library's file; what only writes is run by `all` too. Without `run`, which also reads
 * the row id of the connection's last insert: FTS5 leaves there the ids of its own table, beyond the
 * integers that a number holds. Node 24 rounds them; from 26 on it throws, after the statement has done its work.
 */
export type LibraryStatement = Omit<StatementSync, 'run'>;
