import { describe, expect, it } from '@jest/globals';
import type { SourceView } from '@newsmill/operate';
import type { SourcesPageView } from '../views.ts';
import { renderSources } from './render-sources.tsx';

type Channel = SourceView['channels'][number];

function source(id: string, facts: Partial<Channel>): SourceView {
  return {
    id,
    name: `Paper ${id}`,
    state: 'new',
    reason: 'Not polled yet.',
    tags: [],
    items: 0,
    indexed: 0,
    waiting: 0,
    dead: 0,
    recent: { finished: 0, articles: 0 },
    channels: [
      {
        kind: 'feed',
        url: `https://${id}.example/feed`,
        state: 'new',
        reason: 'Not polled yet.',
        attempt: 0,
        ...facts,
      },
    ],
  };
}

function told(sources: readonly SourceView[]): string {
  const view: SourcesPageView = {
    sources,
    total: sources.length,
    states: { new: sources.length },
    problems: [],
    query: { q: '', sort: 'attention', page: 1, limit: 50 },
    canPoll: false,
    canExamine: false,
    canSwitch: false,
    token: '',
  };
  return renderSources(view, {
    version: '0',
    now: 10,
    here: '/sources',
    home: '/',
    assets: { style: '/style.css', icon: '/icon.svg' },
  });
}

describe('the page of sources', () => {
  it('makes one line of sources that nobody reached, also of those that wait for a network', () => {
    const page = told([
      source('a', { fault: 'dns-no-name' }),
      source('b', { awaySince: 5 }),
      source('c', { awaySince: 5 }),
      source('d', { awaySince: 5, lastSuccessAt: 4 }),
      source('e', {}),
    ]);
    expect(page).toContain(
      '<summary>3 sources cannot be reached from here: Paper a, Paper b, Paper c</summary>',
    );
    expect(page).toContain('This machine seems to have no network');
  });
  it('blames no network where sources only wait for their turn', () => {
    const page = told(['a', 'b', 'c', 'd'].map((id) => source(id, {})));
    expect(page).not.toContain('cannot be reached from here');
    expect(page).not.toContain('no network');
  });
});
