export { ApiModule } from './api-module.ts';
export {
  apiPorts,
  type ApiPorts,
  type AddSourceInput,
  type AddedSource,
  type SourceFiles,
  type StoredSource,
  type Takedowns,
} from './api-ports.ts';
export { TakedownReceipt } from './shapes/takedown.ts';
export { scopes, type Scope } from './access.ts';
export { addKey, listKeys, revokeKey, type ApiKey, type NewKey } from './api-keys.ts';
export {
  addSavedSearch,
  alertRecords,
  filterOf,
  removeSavedSearch,
  replaceSavedSearch,
  rotateSecret,
  type SavedAnswer,
  type SavedSearchPorts,
} from './saved-searches.ts';
export { toldNames } from './told-names.ts';
export { ApiProblem, type ProblemCode, type ProblemDetails, type ProblemEntry } from './api-problem.ts';
export { openSourceFiles } from './source-files.ts';
export { exportChanges, exportFormats, type ExportOptions } from './export-changes.ts';
export { ExportQuery } from './shapes/export-query.ts';
export { exportFilter } from './views/export-filter.ts';
export { readSources } from './views/read-sources.ts';
export { openApi } from './openapi.ts';
export { generated } from './gen.ts';
export { createAgentServer } from './agents/agent-server.ts';
export { millDesk, type ReadPorts } from './agents/mill-desk.ts';
export { remoteDesk } from './agents/remote-desk.ts';
export { type AgentDesk } from './agents/agent-desk.ts';
