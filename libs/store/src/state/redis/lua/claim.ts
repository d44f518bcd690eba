import { headStartMs, mostInPiece } from '../../state.ts';
import { guardedScript, mostInScript } from '../redis-script.ts';
import { frontierLua } from './frontier.ts';

/**
 * Answers 0 when so much became due or free at once that it has to be called again before anything is
 * claimed; the last of such calls claims from what is in order by then.
 */
export const claimScript = guardedScript(
  frontierLua,
  `
local now, limit, lease, wanted, isLast = takeNumber(), takeNumber(), takeNumber(), take(), take() == '1'
if now < (tonumber(call('HGET', meta, 'quiet')) or 0) then return {} end
if now > clock then
  clock = now
  call('HSET', meta, 'clock', clock)
end
local came = call('ZRANGEBYSCORE', dues, '-inf', clock, 'LIMIT', 0, ${mostInScript})
for _, key in ipairs(came) do
  local item = find(key)
  call('ZREM', dues, key)
  call('ZADD', queue, 0, member(key, item))
  hostOf(item[4])
  touched[item[4]] = true
end
local woken = call('ZRANGEBYSCORE', waiting, '-inf', clock, 'LIMIT', 0, ${mostInScript})
for _, name in ipairs(woken) do
  hostOf(name)
  touched[name] = true
end
placeTouched()
if not isLast and (#came == ${mostInScript} or #woken == ${mostInScript}) then return 0 end

local lists = {}
local function best(kind)
  local list = lists[kind] or {from = '-', at = 1, members = {}}
  lists[kind] = list
  if list.at > #list.members and list.from then
    list.members = call('ZRANGEBYLEX', ready .. kind, list.from, '+', 'LIMIT', 0, limit)
    list.at = 1
    list.from = #list.members == limit and '(' .. list.members[limit]
  end
  return list.members[list.at]
end
local function turnOf(found) return tonumber(string.sub(found, 11, 25)) + (tonumber(string.sub(found, 1, 10)) - 2147483648) * ${headStartMs} end
local function nextHost()
  local channel = string.find(wanted, 'c', 1, true) and best('c')
  local page = string.find(wanted, 'p', 1, true) and best('p')
  local kind = 'c'
  if not channel or (page and turnOf(page) < turnOf(channel)) then kind = 'p' end
  local found = kind == 'c' and channel or page
  if not found then return false end
  lists[kind].at = lists[kind].at + 1
  return string.sub(found, 26), kind
end
local claimed, seen = {}, {}
for _ = 1, limit + ${mostInPiece} do
  local name, kind = nextHost()
  if not name or #claimed == limit then break end
  local host = hostOf(name)
  touched[name] = true
  if not seen[name] and freeAt(host) <= now then
    local _, key = head(name, kind)
    local item = find(key)
    if item[13] then
      item[13] = false
      save(key, item)
    end
    hold(name, host, key, now + lease)
    claimed[#claimed + 1] = answer(key, item)
  end
  seen[name] = true
end
placeTouched()
return claimed
`,
);

export const settleScript = guardedScript(
  frontierLua,
  `
local function settle(key, due, attempt, fetchedAt, rest, entry, free, domainFree)
  local item = find(key)
  if not item then return end
  local again = item[13]
  if again then due = due and math.min(due, again) or again else item[12] = entry end
  item[7], item[9], item[11], item[13] = attempt, fetchedAt, rest, false
  move(key, item, due)
  save(key, item)
  local host = hostOf(item[4])
  -- Who lost the claim to another does not free the host.
  if host[4] == key then
    unhold(item[4], host)
    host[2] = free
  else
    host[2] = math.max(host[2], free)
  end
  if domainFree then pause(host[1], domainFree) end
end
while more() do settle(take(), takeOptional(), takeNumber(), takeNumber(), take(), take(), takeNumber(), takeOptional()) end
placeTouched()
`,
);

export const releaseScript = guardedScript(
  frontierLua,
  `
while more() do
  local key = take()
  local item = find(key)
  if item then release(key, item) end
end
placeTouched()
`,
);

export const renewScript = guardedScript(
  frontierLua,
  `
local lease = takeNumber()
while more() do
  local key = take()
  local item = find(key)
  local host = item and hostOf(item[4])
  if host and host[4] == key and host[3] < lease then
    host[3] = lease
    touched[item[4]] = true
  end
end
placeTouched()
`,
);

/** Answers how many claims it ended. */
export const endClaimsScript = guardedScript(
  frontierLua,
  `
local names = call('SPOP', held, ${mostInScript})
for _, name in ipairs(names) do
  local host = hostOf(name)
  local key = host[4]
  local item = find(key)
  if item then release(key, item) end
  if host[4] then unhold(name, host) end
end
placeTouched()
return #names
`,
);

/** Past these hosts and items the answer is the earliest that it can be: waking early does no harm. */
const mostLookedAt = 200;

export const nextClaimScript = guardedScript(
  frontierLua,
  `
local best = math.huge
for _, kind in ipairs(kinds) do
  for _, found in ipairs(call('ZRANGE', ready .. kind, 0, ${mostLookedAt - 1})) do
    local name = string.sub(found, 26)
    local free = freeAt(hostOf(name))
    if free <= clock then
      best = math.min(best, math.max(free, tonumber(string.sub(found, 11, 25))))
      break
    end
    touched[name] = true
  end
end
placeTouched()
for looked = 1, ${mostLookedAt} do
  local name, score = unpack(call('ZRANGE', waiting, 0, 0, 'WITHSCORES'))
  if not name then break end
  local free = freeAt(hostOf(name))
  if free <= tonumber(score) or looked == ${mostLookedAt} then
    best = math.min(best, tonumber(score))
    break
  end
  call('ZADD', waiting, free, name)
end
local coming = call('ZRANGE', dues, 0, ${mostLookedAt - 1}, 'WITHSCORES')
for i = 1, #coming, 2 do
  local due = tonumber(coming[i + 1])
  if due >= best then break end
  local free = i < ${2 * mostLookedAt - 1} and freeAt(hostOf(find(coming[i])[4])) or due
  best = math.min(best, math.max(due, free))
end
if best == math.huge then return false end
return math.max(best, tonumber(call('HGET', meta, 'quiet')) or 0)
`,
);
