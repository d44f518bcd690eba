import { isLoopback } from '@newsmill/runtime';
import type { Settings } from '@newsmill/settings';
import { OpenAddress } from './open-address.ts';

/** Throws OpenAddress where reads are open at an address that others reach, unless that was said to be meant. */
export function refuseOpenAddress({ host, openReads }: Pick<Settings, 'host' | 'openReads'>): void {
  const isOwn = host === 'localhost' || isLoopback(host);
  if (openReads === true && !isOwn) throw new OpenAddress(host);
}
