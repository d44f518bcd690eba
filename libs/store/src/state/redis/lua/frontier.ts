/*
 * items      hash  key -> {kind c|p, url, source, host, due, priority, attempt, firstSeen, fetchedAt, stamp,
 *                  data without entry, entry, again}
 *                  due, again: number or false; `again`: the channel told of a change while the item was
 *                  claimed
 * hosts      hash  host -> {domain, free, lease, holder, rank of its best channel in ready:c, of its best page
 *                  in ready:p, whether it is in waiting}
 * pauses     hash  domain -> when its hosts may be asked again
 * due        zset  items that are not due yet, by time
 * queue      zset  due items, in the order of host, kind, rank (priority, then time); an item stays until it is
 *                  settled
 * ready:c/p  zset  free hosts by the rank of their best queued item
 * waiting    zset  busy hosts with queued items, by the time they are free; it may be earlier than true, for a
 *                  pause of a domain does not visit its hosts
 * held       set   hosts with a holder
 * counts     hash  kind and source -> items with a due time
 * channels   zset  keys in the order of adding
 * failing    set   keys of channels that failed when they were asked last
 * meta       hash  clock: greatest time of a claim; what is due by then goes into the queue without a detour;
 *                  quiet: nothing is claimed before
 */
export const frontierLua = `
local meta, items, hosts, pauses, dues, queue = ns .. 'meta', ns .. 'items', ns .. 'hosts', ns .. 'pauses', ns .. 'due', ns .. 'queue'
local waiting, held, counts, channels, ready = ns .. 'waiting', ns .. 'held', ns .. 'counts', ns .. 'channels', ns .. 'ready:'
local failing = ns .. 'failing'
local kinds = {'c', 'p'}
local clock = tonumber(call('HGET', meta, 'clock')) or 0
local known, touched = {}, {}

local function find(key)
  local text = call('HGET', items, key)
  return text and unpacked(text)
end
local function save(key, item)
  call('HSET', items, key, pack(item))
  if item[1] == 'c' then call(item[7] > 0 and 'SADD' or 'SREM', failing, key) end
end

local function hostOf(name, domain)
  if known[name] then return known[name] end
  local text = call('HGET', hosts, name)
  known[name] = text and unpacked(text) or {domain, 0, 0, false, false, false, false}
  return known[name]
end
local function freeAt(host) return math.max(host[2], host[3], tonumber(call('HGET', pauses, host[1])) or 0) end
local function pause(domain, untilTime)
  if untilTime > (tonumber(call('HGET', pauses, domain)) or 0) then call('HSET', pauses, domain, untilTime) end
end

local function member(key, item)
  return string.format('%s %s%010d%015d%s', item[4], item[1], item[6] + 2147483648, math.max(item[5], 0), key)
end
-- Members of the queue that are first in line. Names of hosts have no spaces.
local function inLine(name, kind, count)
  return call('ZRANGEBYLEX', queue, '[' .. name .. ' ' .. kind, '(' .. name .. ' ' .. (kind == 'c' and 'd' or 'q'), 'LIMIT', 0, count)
end
local function keyOf(found, name) return string.sub(found, #name + 28) end
-- Rank and key of the best queued item.
local function head(name, kind)
  local found = inLine(name, kind, 1)[1]
  if not found then return false end
  return string.sub(found, #name + 3, #name + 27), keyOf(found, name)
end

-- Puts a host where it belongs by its times and its best items.
local function place(name)
  local host = known[name]
  local free = freeAt(host)
  local isWanted = false
  for i, kind in ipairs(kinds) do
    local rank = head(name, kind)
    isWanted = isWanted or rank
    if free > clock then rank = false end
    if host[4 + i] ~= rank then
      if host[4 + i] then call('ZREM', ready .. kind, host[4 + i] .. name) end
      if rank then call('ZADD', ready .. kind, 0, rank .. name) end
      host[4 + i] = rank
    end
  end
  if isWanted and free > clock then
    call('ZADD', waiting, free, name)
    host[7] = true
  elseif host[7] then
    call('ZREM', waiting, name)
    host[7] = false
  end
  call('HSET', hosts, name, pack(host))
end
local function placeTouched()
  for name in pairs(touched) do place(name) end
  touched = {}
end

local function count(item, change)
  local field = item[1] .. item[3]
  if call('HINCRBY', counts, field, change) == 0 then call('HDEL', counts, field) end
end
local function takeOut(key, item)
  if not item[5] then return end
  if call('ZREM', dues, key) == 0 then call('ZREM', queue, member(key, item)) end
end
local function move(key, item, due)
  local was = item[5]
  takeOut(key, item)
  item[5] = due
  if due and due <= clock then call('ZADD', queue, 0, member(key, item))
  elseif due then call('ZADD', dues, due, key) end
  if was and not due then count(item, -1) elseif due and not was then count(item, 1) end
  touched[item[4]] = true
end

local function insert(key, item, domain, due)
  hostOf(item[4], domain)
  move(key, item, due)
  save(key, item)
  if item[1] == 'c' then call('ZADD', channels, call('HINCRBY', meta, 'channels', 1), key) end
end
local function takeItem()
  local key = take()
  local item = {take(), take(), take(), take(), false, takeNumber(), takeNumber(), takeNumber(), takeNumber(), take(), take(), take(), false}
  return key, item, take(), takeOptional()
end

local function hold(name, host, key, lease)
  host[3] = lease
  host[4] = key
  call('SADD', held, name)
  touched[name] = true
end
local function unhold(name, host)
  host[3] = 0
  host[4] = false
  call('SREM', held, name)
  touched[name] = true
end
local function release(key, item)
  local host = hostOf(item[4])
  if host[4] ~= key then return end
  unhold(item[4], host)
  if item[13] then
    item[13] = false
    save(key, item)
  end
end
local function answer(key, item)
  return {key, item[1], item[2], item[3], item[4], hostOf(item[4])[1], item[5], item[6], item[7], item[8], item[9], item[10], item[11], item[12]}
end
`;
