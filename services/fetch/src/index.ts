export { fetchSource } from './fetch.source.ts';
export { fetchRole } from './fetch.role.ts';
export { openSourceFolder, type SourceFolder } from './source-folder.ts';
export { syncChannels } from './sync-channels.ts';
