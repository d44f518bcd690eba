// Which suites take long, and until when one of them is begun.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** Suites that start processes and servers. */
export const isLong = (path) => /\/test\/|\/(?:kafka|redis|elastic|s3|sentinel)|\.browser\./.test(path);

// biome-ignore format: a table, read by its rows
/**
 * Suites of parts that take more than five seconds each: a handful of files, and most of the time of all parts
 * together.
 */
const slow = new Set([
  'access', 'agents', 'alerts', 'all-routes', 'api', 'as-source', 'audit-items', 'backup-mill',
  'bus-transport', 'collect-parts', 'compressed', 'contract', 'create-backfill', 'damage', 'dead-letters',
  'every-change', 'export', 'export-library', 'feeds', 'find-entities', 'foreign-entries',
  'forged-backups', 'further-pages', 'hanging-hosts', 'health-controller', 'hostile-answers',
  'hostile-pages', 'hub-routes', 'limited-server', 'list-sources', 'lying-validators', 'model-adviser',
  'no-network', 'oidc', 'rank-rows', 'reading-thread', 'recorded', 'refused-tries', 'reprocess-library',
  'run-stage', 'safe-html', 'saved-searches', 'search-matcher', 'send-alert', 'serve-library',
  'settled-items', 'source-folder', 'source-folder-mistakes', 'source-quotas', 'sqlite-bus',
  'sqlite-library', 'sqlite-state', 'stamped-feeds', 'take-down', 'told-pages', 'trusted-proxies',
  'verify-archive', 'visit-item', 'worker-pool', 'write-arrivals',
]);

/** Suites that run in whole runs alone: slow ones, and those that need real servers or the built mill. */
export const isLate = (path) =>
  isLong(path) || slow.has(basename(path).replace(/\.test\.tsx?$/, '')) || needsMill(path);

/** Suites that need real servers or the built mill, told by their place or by what they import. */
export const needsMill = (path) =>
  isLong(path) ||
  /\/test\/servers\/|startServers|\/testing\/(?:elastic|moto|redis)|\/newsmill'/.test(
    readFileSync(path, 'utf8'),
  );

/**
 * A whole run ends within 45 minutes whatever the machine: long suites that have not begun by then are left out, and
 * the run says which. Two cores that nobody shares have begun the last of them after 24 minutes.
 */
export const longSuitesMs = 31 * 60_000;

/** Why a suite is left out now; undefined when it is to run. `TEST_LONG_UNTIL` is the end in ms since 1970. */
export function whyLeftOut(path) {
  const until = Number(process.env.TEST_LONG_UNTIL ?? Infinity);
  return isLong(path) && Date.now() > until
    ? 'this machine was too slow to begin it in time; run it alone'
    : undefined;
}
