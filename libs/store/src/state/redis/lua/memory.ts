import { mostInPiece } from '../../state.ts';
import { guardedScript, unguardedScript } from '../redis-script.ts';
import { settledLua } from './settled.ts';

/*
 * entries  hash   key -> end (epoch milliseconds, or nothing) : value expiry   zset   keys of entries that
 * end, by then claims   hash   own id, space, canonical id -> 1 for the canonical one, 0 for the own; only
 * claims whose answer could be another later owners   hash   article -> item; nothing when they are the same
 * meta     hash   read: greatest time of a read, by the minute
 */
const memoryLua = `
local meta, entries, expiry, claims, owners = ns .. 'meta', ns .. 'entries', ns .. 'expiry', ns .. 'claims', ns .. 'owners'
local function put(key, value, ends)
  call('HSET', entries, key, (ends or '') .. ':' .. value)
  if ends then call('ZADD', expiry, ends, key) else call('ZREM', expiry, key) end
end
local function forget(key)
  call('HDEL', entries, key)
  call('ZREM', expiry, key)
end
-- The answer is kept: it must be the same when the frontier learns of the canonical address later.
local function putClaim(own, canonical, article)
  if canonical ~= '' and canonical ~= own then call('HSETNX', claims, own .. ' ' .. canonical, article == canonical and '1' or '0') end
end
`;

const ownersLua = `
local function ownerOf(article)
  local item = call('HGET', owners, article)
  if not item and hasFlag(findSettled(article), isOwner) then return article end
  return item == '' and article or item
end
local function putOwner(article, item)
  if not ownerOf(article) then call('HSET', owners, article, item == article and '' or item) end
end
`;

/** Expired entries that one write takes away at most. */
const mostForgotten = 200;

/** Expired by the caller's clock, not by that of the server. */
export const readScript = guardedScript(
  memoryLua,
  `
local now = takeNumber()
if now - (tonumber(call('HGET', meta, 'read')) or 0) >= 60000 then call('HSET', meta, 'read', now) end
local found = {}
while more() do
  local text = call('HGET', entries, take())
  local colon = text and string.find(text, ':', 1, true)
  local ends = colon and tonumber(string.sub(text, 1, colon - 1))
  -- What has no end in front of it is none of ours: it counts as missing.
  found[#found + 1] = colon and (not ends or ends > now) and string.sub(text, colon + 1) or false
end
return found
`,
);

export const writeScript = guardedScript(
  memoryLua,
  `
while more() do
  local key, isKept, value, ends = take(), take(), take(), take()
  if isKept == '1' then put(key, value, ends ~= '' and ends) else forget(key) end
end
local read = call('HGET', meta, 'read')
if not read then return end
for _, key in ipairs(call('ZRANGEBYSCORE', expiry, '-inf', read, 'LIMIT', 0, ${mostForgotten})) do forget(key) end
`,
);

/** Sums go back as text: a number would lose what does not fit into 53 bits without a word. */
export const addToScript = guardedScript(
  memoryLua,
  `
local now = takeNumber()
local sums = {}
while more() do
  local key, amount, ends = take(), takeNumber(), take()
  local text = call('HGET', entries, key)
  local colon = text and string.find(text, ':', 1, true)
  local last = text and tonumber(string.sub(text, 1, colon - 1))
  local held = text and (not last or last > now) and string.match(string.sub(text, colon + 1), '^%-?%d+$')
  local sum = string.format('%.0f', (held and tonumber(held) or 0) + amount)
  put(key, sum, ends)
  sums[#sums + 1] = sum
end
return sums
`,
);

export const claimArticlesScript = guardedScript(
  memoryLua,
  settledLua,
  ownersLua,
  `
local function articleOf(item, own, canonical)
  if canonical == '' or canonical == own or ownerOf(own) == item then return own end
  local answer = call('HGET', claims, own .. ' ' .. canonical)
  if answer then return answer == '1' and canonical or own end
  local page = call('HGET', ns .. 'items', canonical)
  local isPage = page and unpacked(page)[1] == 'p' or not page and hasFlag(findSettled(canonical), hasPage)
  return isPage and canonical or own
end
local answers = {}
while more() do
  local item, own, canonical = take(), take(), take()
  local article = articleOf(item, own, canonical)
  putClaim(own, canonical, article)
  putOwner(article, item)
  answers[#answers + 1] = {article, ownerOf(article)}
end
return answers
`,
);

/** Claims of which an id is part, a page at a time, as exportMemoryScript gives them. */
export const findClaimsScript = guardedScript(
  memoryLua,
  `
local cursor, id = take(), take()
local page = call('HSCAN', claims, cursor, 'MATCH', '*' .. id .. '*', 'COUNT', ${mostInPiece})
return {page[1] == '0' and '' or page[1], page[2]}
`,
);

/** The owner of each article; false where nobody owns it. */
export const ownersScript = guardedScript(
  memoryLua,
  settledLua,
  ownersLua,
  `
local owned = {}
while more() do owned[#owned + 1] = ownerOf(take()) or false end
return owned
`,
);

export const importEntriesScript = unguardedScript(
  memoryLua,
  `
while more() do
  local key, value, ends = take(), take(), take()
  if call('HEXISTS', entries, key) == 0 then put(key, value, ends ~= '' and ends) end
end
`,
);

export const importClaimsScript = unguardedScript(
  memoryLua,
  `
while more() do putClaim(take(), take(), take()) end
`,
);

export const importOwnersScript = unguardedScript(
  memoryLua,
  settledLua,
  ownersLua,
  `
while more() do putOwner(take(), take()) end
`,
);

/** A page of a hash: names and values in turn, and the cursor, empty at the end. */
export const exportMemoryScript = unguardedScript(`
local page = call('HSCAN', ns .. take(), take(), 'COUNT', ${mostInPiece})
return {page[1] == '0' and '' or page[1], page[2]}
`);
