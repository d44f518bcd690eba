import { describe, expect, it } from '@jest/globals';
import { foldStamp, isLeftOutStamp, leftOutStamp, pageStamp, takingStamp } from './page-stamp.ts';

const own = (mark: string, channel = 'feed') => pageStamp({ isOwn: true, channel, mark });
const foreign = (mark: string, channel = 'other') => pageStamp({ isOwn: false, channel, mark });
const paper = (stamp: string) => ({ sourceId: 'paper', stamp });
const forger = (stamp: string) => ({ sourceId: 'forger', stamp });

describe('foldStamp', () => {
  it.each([
    ['says the same', paper(own('1')), paper(own('1')), 'known', own('1')],
    ['says something else', paper(own('1')), paper(own('2')), 'changed', own('2')],
    ['speaks of a page that nothing was said of', paper(''), paper(own('1')), 'changed', own('1')],
    [
      'speaks for the first time of what another channel told',
      paper(own('1')),
      paper(own('9', 'map')),
      'known',
      `${own('1')} ${own('9', 'map')}`,
    ],
    [
      'says something else than it said itself',
      paper(`${own('1')} ${own('9', 'map')}`),
      paper(own('2')),
      'changed',
      `${own('2')} ${own('9', 'map')}`,
    ],
    [
      'says what it said, whatever others said since',
      paper(`${own('1')} ${own('9', 'map')}`),
      paper(own('1')),
      'known',
      `${own('1')} ${own('9', 'map')}`,
    ],
    [
      'is of the site of a page that a stranger told of',
      forger(foreign('1')),
      paper(own('1')),
      'taken',
      own('1'),
    ],
    ['is a stranger to a page with an owner', paper(own('1')), forger(foreign('1')), 'known', own('1')],
    [
      'is a stranger like the first',
      forger(foreign('1')),
      paper(foreign('1', 'third')),
      'known',
      `${foreign('1')} ${foreign('1', 'third')}`,
    ],
    [
      'is of the same site as the first',
      paper(own('1')),
      forger(own('1', 'weekly')),
      'known',
      `${own('1')} ${own('1', 'weekly')}`,
    ],
    ['becomes one of the site by a setting', paper(foreign('1', 'feed')), paper(own('1')), 'known', own('1')],
    [
      'is the first that says a date',
      paper(own('~1', 'list')),
      paper(own('2')),
      'changed',
      `${own('~1', 'list')} ${own('2')}`,
    ],
    [
      'says a date after another',
      paper(`${own('~1', 'list')} ${own('2')}`),
      paper(own('3', 'map')),
      'known',
      `${own('~1', 'list')} ${own('2')} ${own('3', 'map')}`,
    ],
    [
      'is a stranger with a date beside one of the site without',
      paper(own('~1', 'list')),
      paper(foreign('2')),
      'known',
      `${own('~1', 'list')} ${foreign('2')}`,
    ],
    [
      'is of a source that takes what the first leaves out',
      forger(leftOutStamp(own('1'))),
      paper(own('1', 'weekly')),
      'taken',
      own('1', 'weekly'),
    ],
    [
      'is of another site, and takes what that of the site leaves out',
      paper(leftOutStamp(own('1'))),
      forger(foreign('1')),
      'taken',
      foreign('1'),
    ],
    [
      'leaves out what another one has',
      forger(foreign('1')),
      paper(leftOutStamp(own('1'))),
      'known',
      foreign('1'),
    ],
    [
      'leaves out what the first leaves out',
      forger(leftOutStamp(foreign('1'))),
      paper(leftOutStamp(own('2'))),
      'known',
      `${leftOutStamp(foreign('1'))} ${leftOutStamp(own('2'))}`,
    ],
    [
      'takes what another channel of its source leaves out',
      paper(leftOutStamp(own('1'))),
      paper(own('1', 'weekly')),
      'changed',
      `${leftOutStamp(own('1'))} ${own('1', 'weekly')}`,
    ],
    ['takes what it left out', paper(leftOutStamp(own('1'))), paper(own('1')), 'changed', own('1')],
    ['leaves out what it took before', paper(own('1')), paper(leftOutStamp(own('1'))), 'known', own('1')],
    [
      'leaves out what it took before, and says something else of it',
      paper(own('1')),
      paper(leftOutStamp(own('2'))),
      'changed',
      own('2'),
    ],
    [
      'takes over what the page itself had left out for the first',
      paper(`${own('1')} ${own('1', 'weekly')}`),
      forger(takingStamp(foreign('1'))),
      'taken',
      takingStamp(foreign('1')),
    ],
    [
      'is of the site of a page that another one has taken over',
      forger(takingStamp(foreign('1'))),
      paper(own('2')),
      'known',
      takingStamp(foreign('1')),
    ],
    [
      'says something else of what it has taken over',
      forger(takingStamp(foreign('1'))),
      forger(foreign('2')),
      'changed',
      takingStamp(foreign('2')),
    ],
    [
      'speaks of a page with the stamp of an older version',
      paper('abc'),
      paper(own('1')),
      'known',
      `abc ${own('1')}`,
    ],
    [
      'is a stranger to a page with the stamp of an older version',
      paper('abc'),
      forger(foreign('1')),
      'known',
      'abc',
    ],
  ])('a channel that %s', (_, known, told, added, stamp) => {
    expect(foldStamp(known, told)).toEqual({ added, stamp });
  });

  it('tells what all leave out from what one takes', () => {
    expect(
      [leftOutStamp(own('1')), `${leftOutStamp(own('1'))} ${foreign('1')}`, own('1'), ''].map(isLeftOutStamp),
    ).toEqual([true, false, false, false]);
  });

  it('keeps the words of eight channels', () => {
    let stamp = '';
    for (let channel = 0; channel < 20; channel += 1)
      ({ stamp } = foldStamp(paper(stamp), paper(own('1', `c${channel}`))));
    expect(stamp.split(' ')).toHaveLength(8);
    expect(stamp.endsWith(own('1', 'c19'))).toBe(true);
  });
});
