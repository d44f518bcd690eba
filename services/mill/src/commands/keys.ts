import { addKey, listKeys, revokeKey, type Scope } from '@newsmill/service-api';
import { durationMs } from '@newsmill/contracts';
import { complain, say } from '../say.ts';
import { withPorts } from './with-ports.ts';

export interface AddKeyOptions {
  readonly scope: Scope;
  /** A duration such as `90d`. */
  readonly expires?: string;
  readonly rateLimit?: number;
}

/** `newsmill keys add NAME`: makes a key and shows it, once. */
export function addApiKey(
  data: string,
  name: string,
  { scope, expires, rateLimit }: AddKeyOptions,
): Promise<number> {
  return withPorts(data, async ({ registry }) => {
    await registry.prepare();
    const now = Date.now();
    const { key, apiKey } = await addKey(
      registry,
      { name, scope, expiresAt: expires === undefined ? undefined : now + durationMs(expires), rateLimit },
      now,
    );
    say(key);
    complain(`This is the key ${apiKey.id} (${scope}); it is shown here and never again.`);
    return 0;
  });
}

const moment = (time: number | undefined) =>
  time === undefined ? 'never' : new Date(time).toISOString().slice(0, 16);

/** `newsmill keys list`: one line for each key, without its secret. */
export function listApiKeys(data: string, { json }: { readonly json: boolean }): Promise<number> {
  return withPorts(data, async ({ registry }) => {
    await registry.prepare();
    const keys = await listKeys(registry);
    for (const key of keys)
      say(
        json
          ? JSON.stringify(key)
          : `${key.id}  ${key.scope.padEnd(5)}  made ${moment(key.createdAt)}  used ${moment(key.lastUsedAt)}  expires ${moment(key.expiresAt)}  ${key.name}`,
      );
    if (keys.length === 0) complain('no keys but that of the first start');
    return 0;
  });
}

/** `newsmill keys revoke ID`: from now on it opens nothing. */
export function revokeApiKey(data: string, id: string): Promise<number> {
  return withPorts(data, async ({ registry }) => {
    await registry.prepare();
    if (await revokeKey(registry, id)) return 0;
    complain(`no key has the id ${id}; see ./newsmill keys list`);
    return 1;
  });
}
