interface StateFacts {
  /** As people read it. */
  readonly name: string;
  /** What it means. */
  readonly meaning: string;
  readonly tone: 'good' | 'warn' | 'bad' | 'plain';
}

/**
 * What arrives from a source, in the order in which sources are listed: those first that need somebody. Of a
 * channel all but degraded and off.
 */
// biome-ignore format: a table, read by its rows
export const sourceStates = {
  blocked: { name: 'blocked', tone: 'bad', meaning: 'Its publisher does not let the crawler in: a test for browsers, a refusal, a login, robots.txt.' },
  gone: { name: 'gone', tone: 'bad', meaning: 'Nothing is at its addresses any more, or the domain is parked.' },
  invalid: { name: 'invalid', tone: 'bad', meaning: 'What its file asks for is no channel, or may not be asked for.' },
  failing: { name: 'failing', tone: 'bad', meaning: 'It cannot be reached, or its server fails.' },
  drifting: { name: 'drifting', tone: 'bad', meaning: 'Its pages come, but no articles are made of them, far fewer than before, or such that differ from those before as if the layout had broken; or a channel lists far fewer entries than it used to.' },
  silent: { name: 'silent', tone: 'warn', meaning: 'It answers, and has had nothing new for longer than its own rhythm explains.' },
  degraded: { name: 'degraded', tone: 'warn', meaning: 'Some of its channels fail; others deliver.' },
  moved: { name: 'moved', tone: 'warn', meaning: 'It delivers; a channel redirects to another address for good.' },
  waiting: { name: 'waiting', tone: 'plain', meaning: 'Its turn has not come: its host asks for a pause or is busy, or the source is braked or has used what it may use a day.' },
  new: { name: 'not polled yet', tone: 'plain', meaning: 'Its channels have not been polled yet.' },
  delivering: { name: 'delivering', tone: 'good', meaning: 'It answers, and new entries come as they usually do.' },
  off: { name: 'off', tone: 'plain', meaning: 'It is switched off in its file.' },
} as const satisfies Readonly<Record<string, StateFacts>>;

export type SourceState = keyof typeof sourceStates;
export type ChannelState = Exclude<SourceState, 'degraded' | 'off'>;

// the table has no other keys, and some
export const sourceStateNames = Object.keys(sourceStates) as [SourceState, ...SourceState[]];

/** Orders in which sources are listed: those first that need somebody, or that have most of something. */
export const sourceOrders = ['attention', 'name', 'articles', 'recent', 'waiting'] as const;
