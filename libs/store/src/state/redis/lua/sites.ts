import { mostSiteArticles } from '@newsmill/contracts';
import { mostSitesForgotten, siteAgeMs } from '../../site-limits.ts';
import { mostInPiece } from '../../state.ts';
import { guardedScript, unguardedScript } from '../redis-script.ts';

/*
 * sites      hash   site -> {item, lines, item, lines, ...}, oldest article first
 * site:seen  zset   sites by the time of their last article
 */
const sitesLua = `
local sites, seen = ns .. 'sites', ns .. 'site:seen'
local function articlesOf(site)
  local text = call('HGET', sites, site)
  return text and unpacked(text) or {}
end
`;

export const readSitesScript = guardedScript(
  sitesLua,
  `
local found = {}
while more() do found[#found + 1] = articlesOf(take()) end
return found
`,
);

export const recordSightingsScript = guardedScript(
  sitesLua,
  `
local now = takeNumber()
while more() do
  local site, item, lines, gone = take(), take(), take(), {}
  gone[item] = true
  for _ = 1, takeNumber() do gone[take()] = true end
  local kept, articles = {}, articlesOf(site)
  for i = 1, #articles, 2 do
    if not gone[articles[i]] then
      kept[#kept + 1] = articles[i]
      kept[#kept + 1] = articles[i + 1]
    end
  end
  kept[#kept + 1] = item
  kept[#kept + 1] = lines
  local newest = {}
  for i = math.max(1, #kept - ${2 * mostSiteArticles} + 1), #kept do newest[#newest + 1] = kept[i] end
  call('HSET', sites, site, pack(newest))
  call('ZADD', seen, now, site)
end
for _, site in ipairs(call('ZRANGEBYSCORE', seen, '-inf', now - ${siteAgeMs}, 'LIMIT', 0, ${mostSitesForgotten})) do
  call('HDEL', sites, site)
  call('ZREM', seen, site)
end
`,
);

export const importSitesScript = unguardedScript(
  sitesLua,
  `
while more() do
  local site, time, articles = take(), takeNumber(), {}
  for _ = 1, takeNumber() do articles[#articles + 1] = take() end
  if call('HEXISTS', sites, site) == 0 then
    call('HSET', sites, site, pack(articles))
    call('ZADD', seen, time, site)
  end
end
`,
);

/** A page of sites with time and articles, and the cursor, empty at the end. */
export const exportSitesScript = unguardedScript(
  sitesLua,
  `
local page = call('ZSCAN', seen, take(), 'COUNT', ${mostInPiece})
local found = {}
for i = 1, #page[2], 2 do found[#found + 1] = {page[2][i], page[2][i + 1], articlesOf(page[2][i])} end
return {page[1] == '0' and '' or page[1], found}
`,
);
