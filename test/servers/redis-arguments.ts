/**
 * No persistence, and an error instead of silent eviction: state that vanishes by itself would hide a fault. Who
 * reaches it needs no password, as in the published image.
 */
export const redisArguments = [
  ...['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'],
  ...['--protected-mode', 'no'],
];
