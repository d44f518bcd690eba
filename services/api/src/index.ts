export { ApiModule } from './api-module.ts';
export { ApiServiceModule } from './api-service.module.ts';
export { type ProblemCode, type ProblemDetails, type ProblemEntry } from './problems/api-problem.ts';
export { loadAgentServer } from './agents/load-agent-server.ts';
export { millDesk, type ReadPorts } from './agents/mill-desk.ts';
export { remoteDesk } from './agents/remote-desk.ts';
export { type AgentDesk } from './agents/agent-desk.ts';
