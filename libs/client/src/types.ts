import type { components } from './schema.ts';

type Schemas = components['schemas'];
/** An article as it is stored. */
export type Article = Schemas['Article'];
/** One page of hits with facets. */
export type SearchAnswer = Schemas['SearchAnswer'];
/** One hit of a search. */
export type SearchItem = SearchAnswer['items'][number];
/** A refusal as it is sent (RFC 9457). */
export type Problem = Schemas['Problem'];
