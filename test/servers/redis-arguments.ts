/**
 * No persistence, and an error instead of silent eviction: state that vanishes by itself would hide a fault.
 */
export const redisArguments = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
