import { isLoopback, unguessable } from '@newsmill/runtime';
import { settings, type Settings } from '@newsmill/settings';
import type { AdminKey } from './admin-key.ts';

/** A key or token that can be guessed. */
interface ShortSecret {
  /** The setting that says it. */
  readonly setting: string;
  readonly characters: number;
  readonly reason: string;
}

const reason = `shorter than ${unguessable}, so it can be guessed and wrong ones are slowed: behind a proxy that NEWSMILL_TRUSTED_PROXIES does not name, those of others make its owner wait too; set a longer one (openssl rand -hex 32)`;

/**
 * Keys and tokens that were chosen short, where others reach the mill: by its address, or through a proxy, which asks
 * by a name of its own. `key`: the admin key that holds, also where it
 * stands in a file.
 */
export function shortSecrets(
  given: Pick<
    Settings,
    'adminKey' | 'allowedHosts' | 'host' | 'metricsHost' | 'metricsPort' | 'metricsToken' | 'trustedProxies'
  >,
  key?: Pick<AdminKey, 'key' | 'path'>,
): readonly ShortSecret[] {
  const { host, allowedHosts, metricsHost = host, metricsPort, trustedProxies } = given;
  const hosts = [host, ...(metricsPort === undefined ? [] : [metricsHost])];
  const isAlone =
    hosts.every((one) => one === 'localhost' || isLoopback(one)) &&
    allowedHosts.length === 0 &&
    trustedProxies.length === 0;
  if (isAlone) return [];
  return [
    { setting: key?.path ?? settings.adminKey.env, secret: key?.key ?? given.adminKey },
    { setting: settings.metricsToken.env, secret: given.metricsToken },
  ].flatMap(({ setting, secret }) =>
    secret === undefined || secret.length >= unguessable
      ? []
      : [{ setting, characters: secret.length, reason }],
  );
}
