export { ApiModule } from './api-module.ts';
export { apiPorts, type ApiPorts, type AddSourceInput, type AddedSource, type SourceFiles, type StoredSource } from './api-ports.ts';
export { scopes, type Scope } from './access.ts';
export { addKey, listKeys, revokeKey, type ApiKey, type NewKey } from './api-keys.ts';
export { ApiProblem, type ProblemCode, type ProblemDetails, type ProblemEntry } from './api-problem.ts';
export { openSourceFiles } from './source-files.ts';
export { readSources } from './views/read-sources.ts';
export { openApi } from './openapi.ts';
export { generated } from './gen.ts';
