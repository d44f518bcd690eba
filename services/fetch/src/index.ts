export { createHubCallback } from './hubs/answer-hub.ts';
export { BackfillProgress } from './backfill/backfill-progress.ts';
export { type BackfillPorts } from './backfill/backfill-ports.ts';
export { fetchRole, type FetchRoleOptions } from './fetch.role.ts';
export { tellProblems } from './tell-problems.ts';
