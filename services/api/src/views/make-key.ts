import { addKey, listKeys, mostKeys, type AddKeyBody, type ApiKey, type MillPorts } from '@newsmill/operate';
import { ApiProblem } from '../problems/api-problem.ts';

/** Makes a key, whose text only this answer has. Refuses a time that has passed, and one key too many. */
export async function makeKey(
  { registry, now }: Pick<MillPorts, 'registry' | 'now'>,
  { name, scope, expires, rateLimit }: AddKeyBody,
): Promise<ApiKey & { readonly key: string }> {
  const at = now();
  const expiresAt = expires === undefined ? undefined : Date.parse(expires);
  if (expiresAt !== undefined && expiresAt <= at)
    throw new ApiProblem('bad-body', 'expires: a time to come', [
      { pointer: '#/expires', detail: 'a time to come' },
    ]);
  if ((await listKeys(registry)).length >= mostKeys)
    throw new ApiProblem('too-many-keys', `There are ${mostKeys} keys already.`);
  const { key, apiKey } = await addKey(registry, { name, scope, expiresAt, rateLimit }, at);
  return { ...apiKey, key };
}
