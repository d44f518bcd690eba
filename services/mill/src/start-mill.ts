import { allServices, startService, type RunningService, type ServiceStart } from '@newsmill/service';
import { createMill } from './create-mill.ts';

/**
 * Starts services in this process: all of them, or the named ones over servers. Throws NotDistributed, OpenAddress,
 * MillRuns; what was opened before is closed then.
 */
export function startMill({
  services = allServices,
  ...start
}: Omit<ServiceStart, 'services'> & Partial<Pick<ServiceStart, 'services'>>): Promise<RunningService> {
  return startService({ services, ...start }, createMill(services));
}
