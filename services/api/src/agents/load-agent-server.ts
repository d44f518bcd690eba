/** What speaks with agents, loaded where it is asked for. */
export function loadAgentServer(): Promise<typeof import('./agent-server.ts')> {
  return import('./agent-server.ts');
}
