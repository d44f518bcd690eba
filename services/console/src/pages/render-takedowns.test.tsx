import { expect, it } from '@jest/globals';
import type { TakedownView } from '../views.ts';
import { renderTakedowns } from './render-takedowns.tsx';

const takedown: TakedownView = {
  id: 'a1',
  reason: 'a court order',
  who: 'Ada',
  when: '2026-03-01T10:00:00Z',
  isDone: true,
};
const told = (one: TakedownView) =>
  renderTakedowns(
    { takedowns: [one], draft: { article: '', reason: '' }, token: 't' },
    {
      version: '0',
      now: Date.parse('2026-03-02T10:00:00Z'),
      here: '/takedowns',
      home: '/',
      assets: { style: '/style.css', icon: '/icon.svg' },
    },
  );

it('the page names damaged places that may hold an earlier fetch of what was taken down', () => {
  const places = Array.from({ length: 7 }, (_, index) => ({ file: '<part>.warc', offset: index * 10 }));
  expect(told({ ...takedown, unreadable: places.slice(0, 1) })).toContain(
    '1 damaged place of the archive may hold an earlier fetch of it: &lt;part>.warc:0.',
  );
  const many = told({ ...takedown, unreadable: places });
  expect(many).toContain('7 damaged places of the archive may hold an earlier fetch of it');
  expect(many.match(/&lt;part>/g)).toHaveLength(5);
  expect(told(takedown)).not.toContain('damaged');
});
