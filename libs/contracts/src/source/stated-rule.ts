import { z } from 'zod';
import { rightsRules, type RuleName } from '../rights.ts';

// the table has no other keys, and some
const ruleNames = Object.keys(rightsRules) as [RuleName, ...RuleName[]];
const words = z.string().max(500);

/** A rule that was read before its article was cleaned: its name, where it stands, and its own words. */
export const StatedRule = z.object({ name: z.enum(ruleNames), source: words, words });
