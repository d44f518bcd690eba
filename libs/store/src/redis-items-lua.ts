import { frontierLua } from './redis-frontier-lua.ts';
import { guardedScript, mostInScript, unguardedScript } from './redis-script.ts';

export const knowsScript = guardedScript(`
local known = {}
while more() do known[#known + 1] = call('HEXISTS', ns .. 'items', take()) end
return known
`);

export const addScript = guardedScript(
  frontierLua,
  `
local added = {}
local function add(key, item, domain, due)
  local old = find(key)
  if not old then
    insert(key, item, domain, due)
    return 'new'
  end
  if old[1] ~= 'p' or old[10] == item[10] then return 'known' end
  old[10] = item[10]
  old[12] = item[12]
  if hostOf(old[4])[4] == key then old[13] = due else move(key, old, due) end
  save(key, old)
  return 'changed'
end
while more() do added[#added + 1] = add(takeItem()) end
placeTouched()
return added
`,
);

export const removeScript = guardedScript(
  frontierLua,
  `
while more() do
  local key = take()
  local item = find(key)
  if item then
    release(key, item)
    move(key, item, false)
    call('HDEL', items, key)
    call('ZREM', channels, key)
  end
end
placeTouched()
`,
);

export const getScript = guardedScript(
  frontierLua,
  `
local found = {}
while more() do
  local key = take()
  local item = find(key)
  found[#found + 1] = item and answer(key, item)
end
return found
`,
);

export const channelsScript = guardedScript(
  frontierLua,
  `
local from = takeNumber()
local found = {}
for _, key in ipairs(call('ZRANGE', channels, from, from + ${mostInScript - 1})) do found[#found + 1] = answer(key, find(key)) end
return found
`,
);

export const countsScript = guardedScript(
  frontierLua,
  `
local claimed = {}
for _, name in ipairs(call('SMEMBERS', held)) do
  local item = find(hostOf(name)[4])
  if item then
    local field = item[1] .. item[3]
    claimed[field] = (claimed[field] or 0) + 1
  end
end
local answers = {}
local fields = call('HGETALL', counts)
for i = 1, #fields, 2 do answers[#answers + 1] = {fields[i], tonumber(fields[i + 1]), claimed[fields[i]] or 0} end
return answers
`,
);

export const importItemsScript = unguardedScript(
  frontierLua,
  `
while more() do
  local key, item, domain, due = takeItem()
  if call('HEXISTS', items, key) == 0 then insert(key, item, domain, due) end
end
placeTouched()
`,
);

export const importSchedulesScript = unguardedScript(
  frontierLua,
  `
while more() do
  local key, due, attempt, fetched = take(), takeOptional(), takeNumber(), takeNumber()
  local item = find(key)
  if item and not item[5] and item[9] == 0 then
    hostOf(item[4])
    item[7] = attempt
    item[9] = fetched
    move(key, item, due)
    save(key, item)
  end
end
placeTouched()
`,
);

export const importHostsScript = unguardedScript(
  frontierLua,
  `
while more() do
  local name, domain, free, domainFree, holder, lease = take(), take(), takeNumber(), takeOptional(), take(), takeOptional()
  local host = hostOf(name, domain)
  host[2] = math.max(host[2], free)
  if domainFree then pause(host[1], domainFree) end
  if holder ~= '' and lease and (not host[4] or host[3] < lease) then hold(name, host, holder, lease) end
  touched[name] = true
end
placeTouched()
`,
);

/** A page of channels (in order), of other items, or of hosts; the cursor is empty at the end. */
export const exportFrontierScript = unguardedScript(
  frontierLua,
  `
local what, cursor = take(), take()
local found = {}
if what == 'channels' then
  local keys = call('ZRANGE', channels, tonumber(cursor), tonumber(cursor) + ${mostInScript - 1})
  for _, key in ipairs(keys) do found[#found + 1] = answer(key, find(key)) end
  return {#keys == ${mostInScript} and tostring(tonumber(cursor) + ${mostInScript}) or '', found}
end
local page = call('HSCAN', what == 'pages' and items or hosts, cursor, 'COUNT', ${mostInScript / 2})
for i = 1, #page[2], 2 do
  local name, value = page[2][i], unpacked(page[2][i + 1])
  if what == 'hosts' then found[#found + 1] = {name, value[1], value[2], tonumber(call('HGET', pauses, value[1])) or 0, value[4] or '', value[3]}
  elseif value[1] == 'p' then found[#found + 1] = answer(name, value) end
end
return {page[1] == '0' and '' or page[1], found}
`,
);
