/** Where a source starts a thread or a process by the place of its file beside it; its first group is the name. */
export const startedSource = /new URL\('\.\/([\w.-]+)\.ts', import\.meta\.url\)/g;
