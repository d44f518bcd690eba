export { createHubCallback, type HubCallback, type PushedContent } from './answer-hub.ts';
export { BackfillProgress, createBackfill, type BackfillPorts } from './backfill-warc.ts';
export { fetchSource } from './fetch.source.ts';
export { fetchRole } from './fetch.role.ts';
export { openSourceFolder, type SourceFolder } from './source-folder.ts';
export { syncChannels } from './sync-channels.ts';
