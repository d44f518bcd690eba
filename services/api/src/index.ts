export { ApiModule } from './api-module.ts';
export { apiPorts, type ApiPorts, type AddSourceInput, type AddedSource } from './api-ports.ts';
export { ApiProblem, type ProblemCode, type ProblemDetails, type ProblemEntry } from './api-problem.ts';
export { readSources } from './views/read-sources.ts';
export { openApi } from './openapi.ts';
export { generated } from './gen.ts';
