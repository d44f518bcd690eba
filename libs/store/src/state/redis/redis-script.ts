import { createHash } from 'node:crypto';

/**
 * Items of the frontier that one script changes at most. The server does nothing else meanwhile, and each item takes
 * about ten commands of its own; scripts of a list travel together, so small ones cost little.
 */
export const mostInScript = 100;

/** Lua that the server runs in one go; `sha` is the name it goes by once the server knows it. */
export interface RedisScript {
  readonly lua: string;
  readonly sha: string;
}

/*
 * The only declared key is the marker of a whole state; all other keys share its prefix and live on the same
 * server (newsmill does not run on a Redis cluster). `take` reads the arguments one after the other.
 */
const opening = `
local ns = string.sub(KEYS[1], 1, -6)
local call, pack, unpacked = redis.call, cmsgpack.pack, cmsgpack.unpack
local taken = 0
local function take() taken = taken + 1 return ARGV[taken] end
local function takeNumber() return tonumber(take()) end
local function takeOptional() return tonumber(take()) or false end
local function more() return taken < #ARGV end
`;
const guard = `if call('EXISTS', KEYS[1]) == 0 then return redis.error_reply('LOST the state is empty') end\n`;

/** A script that works on a lost state too. */
export function unguardedScript(...parts: readonly string[]): RedisScript {
  const lua = [opening, ...parts].join('');
  return { lua, sha: createHash('sha1').update(lua).digest('hex') };
}

/**
 * A script that answers the error LOST where the state is not whole: asked within the script, so there is no
 * moment between question and work.
 */
export function guardedScript(...parts: readonly string[]): RedisScript {
  return unguardedScript(guard, ...parts);
}
