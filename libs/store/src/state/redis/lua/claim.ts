import { headStartMs, mostInLine, mostInPiece, mostPassedOver } from '../../state.ts';
import { guardedScript, mostInScript } from '../redis-script.ts';
import { frontierLua } from './frontier.ts';

/**
 * Answers 0 when so much became due or free at once that it has to be called again before anything is claimed; the
 * last of such calls claims from what is in order by then. Else how far it has looked past hosts of sources that hold
 * enough, which the next call is told, and what it has claimed.
 */
export const claimScript = guardedScript(
  frontierLua,
  `
local now, limit, lease, wanted, isLast = takeNumber(), takeNumber(), takeNumber(), take(), take() == '1'
-- What the caller has room for, when sources are held back by what they hold.
local free, passedOver = takeOptional(), 0
local under = {}
if free then
  passedOver = takeNumber()
  while more() do under[take()] = takeNumber() end
end
if now < (tonumber(call('HGET', meta, 'quiet')) or 0) then return {passedOver, {}} end
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

local lists, passed = {}, {c = 0, p = 0}
local function best(kind)
  if passed[kind] == ${mostPassedOver} then return false end
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
local function firstAllowed(name, kind)
  for _, found in ipairs(inLine(name, kind, free and ${mostInLine} or 1)) do
    local key = keyOf(found, name)
    local item = find(key)
    if not free or (under[item[3]] or 0) < free - #claimed then return key, item end
  end
end
-- Answers false for a host that is passed over: it stays as it is.
local function consider(name, kind)
  if seen[name] then return true end
  local host = hostOf(name)
  if freeAt(host) <= now then
    local key, item = firstAllowed(name, kind)
    if not key then return false end
    if item[13] then
      item[13] = false
      save(key, item)
    end
    hold(name, host, key, now + lease)
    under[item[3]] = (under[item[3]] or 0) + 1
    claimed[#claimed + 1] = answer(key, item)
  end
  seen[name], touched[name] = true, true
  return true
end
local looked = 0
while #claimed < limit and looked < limit + ${mostInPiece} do
  local name, kind = nextHost()
  if not name then break end
  if consider(name, kind) then looked = looked + 1 else passed[kind] = passed[kind] + 1 end
end

if #claimed < limit and passed.c + passed.p == 0 then
  passedOver = 0
elseif #claimed < limit then
  passedOver = math.max(passedOver, ${mostPassedOver})
  local isEnd = true
  for _, kind in ipairs(kinds) do
    if string.find(wanted, kind, 1, true) then
      for _, found in ipairs(call('ZRANGE', ready .. kind, passedOver, passedOver + ${mostPassedOver - 1})) do
        isEnd = false
        if #claimed < limit then consider(string.sub(found, 26), kind) end
      end
    end
  end
  if isEnd then passedOver = 0 elseif #claimed < limit then passedOver = passedOver + ${mostPassedOver} end
end
placeTouched()
return {passedOver, claimed}
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
