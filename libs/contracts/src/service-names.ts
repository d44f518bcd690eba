/** The services that a process can run, each as its own process in the distributed form. */
export const serviceNames = ['fetch', 'clean', 'enrich', 'index', 'api'] as const;
export type ServiceName = (typeof serviceNames)[number];
