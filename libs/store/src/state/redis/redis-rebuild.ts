import { seriesTiers } from '@newsmill/contracts';
import { StateEvicts, type StateKeeper } from '../state.ts';
import type { RedisConnection } from './redis-connection.ts';
import { bandBuckets } from './lua/fingerprints.ts';
import { unguardedScript } from './redis-script.ts';
import { replyNumber } from './reply.ts';

/*
 * whole    string  there while the state is whole; with it goes the right to answer rebuild  hash    owner:
 * who rebuilds; until: how long the others wait for that one, by the clock of the server
 */
const emptyLua = `
-- Names of so many keys are joined, and told by the hundred: a format and a call for each is most of the work.
local function unlinkSettled()
  local pairsOfDigits = {}
  for number = 0, 255 do pairsOfDigits[number + 1] = string.format('%02x', number) end
  for _, first in ipairs(pairsOfDigits) do
    local names = {}
    for i, second in ipairs(pairsOfDigits) do names[i] = ns .. 'settled:' .. first .. second end
    call('UNLINK', unpack(names))
  end
end
-- Settled items and bands lie in many keys, which others beside them speak of where those are not lost too.
local function empty(isLost)
  for _, start in ipairs(call('ZRANGE', ns .. 'hours', 0, -1)) do call('UNLINK', ns .. 'count:' .. start) end
  if isLost or (tonumber(call('HGET', ns .. 'meta', 'settled')) or 0) ~= 0 then unlinkSettled() end
  if isLost or call('HLEN', ns .. 'prints') > 0 then
    for number = 0, ${bandBuckets - 1} do call('UNLINK', ns .. 'print:band:' .. number) end
  end
  local names = {'meta', 'items', 'hosts', 'pauses', 'due', 'queue', 'ready:c', 'ready:p', 'waiting', 'held', 'counts', 'channels', 'failing',
    'entries', 'expiry', 'claims', 'owners', 'prints', 'print:ids', 'print:bands', 'print:expiry', 'sites', 'site:seen', 'outcomes', 'outcome:names', 'fates', 'seen', 'hours', 'processes', 'beats', ${seriesTiers.map(({ stepMs }) => `'series:${stepMs}'`).join(', ')}, 'rebuild', 'whole'}
  for _, name in ipairs(names) do call('UNLINK', ns .. name) end
end
`;

const conditionScript = unguardedScript(`return call('EXISTS', ns .. 'whole')`);

const clearScript = unguardedScript(
  emptyLua,
  `
empty(false)
call('SET', ns .. 'whole', '1')
`,
);

/** 0: no; 1: renewed; 2: taken on. */
const beginScript = unguardedScript(
  emptyLua,
  `
local owner, lease = take(), takeNumber()
if call('EXISTS', ns .. 'whole') == 1 then return 0 end
local time = call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local holder, ends = unpack(call('HMGET', ns .. 'rebuild', 'owner', 'until'))
if holder and holder ~= owner and tonumber(ends) > now then return 0 end
if holder ~= owner then empty(true) end
call('HSET', ns .. 'rebuild', 'owner', owner, 'until', now + lease)
return holder == owner and 1 or 2
`,
);

const endScript = unguardedScript(`
local owner, quiet, isSound = take(), take(), take()
if call('EXISTS', ns .. 'whole') == 1 or call('HGET', ns .. 'rebuild', 'owner') ~= owner then return 0 end
call('DEL', ns .. 'rebuild')
if isSound == '0' then return 0 end
call('HSET', ns .. 'meta', 'quiet', quiet)
call('SET', ns .. 'whole', '1')
return 1
`);

/** The part of the state that knows whether it is whole, and who makes it so. */
export class RedisRebuild {
  readonly #redis: RedisConnection;
  /** How often each owner has taken on the rebuilding since it last ended one. */
  readonly #takings = new Map<string, number>();
  #isChecked = false;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
    redis.onConnected(() => {
      this.#isChecked = false;
    });
  }

  async condition(): Promise<'whole' | 'lost'> {
    const [answer] = await Promise.all([
      this.#redis.run(conditionScript),
      this.#isChecked ? undefined : this.#checkEviction(),
    ]);
    return answer === 1 ? 'whole' : 'lost';
  }

  /** Nothing of ours ends by itself, so only a policy for all keys can do harm. */
  async #checkEviction(): Promise<void> {
    const info = (await this.#redis.memoryInfo()) ?? '';
    const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? '';
    if (policy.startsWith('allkeys') && !/^maxmemory:0\s/m.test(info))
      throw new StateEvicts(this.#redis.address, policy);
    this.#isChecked = true;
  }

  async begin({ owner, leaseMs }: Parameters<StateKeeper['beginRebuild']>[0]): Promise<boolean> {
    const answer = replyNumber(await this.#redis.run(beginScript, [owner, leaseMs]));
    if (answer === 2) this.#takings.set(owner, (this.#takings.get(owner) ?? 0) + 1);
    return answer > 0;
  }

  async end({ owner, quietUntil }: Parameters<StateKeeper['endRebuild']>[0]): Promise<boolean> {
    // A renewal that found nothing to renew took a state on that was lost once more, with the first half of
    // the rebuilding.
    const isSound = (this.#takings.get(owner) ?? 0) <= 1;
    const answer = await this.#redis.run(endScript, [owner, quietUntil, isSound ? 1 : 0]);
    this.#takings.delete(owner);
    return answer === 1;
  }

  async clear(): Promise<void> {
    await this.#redis.run(clearScript);
  }
}
