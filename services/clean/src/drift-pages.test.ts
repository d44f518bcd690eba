import { describe, expect, it } from '@jest/globals';
import { hashOfText } from '@newsmill/clean';
import { driftKey, FetchedPage, type DriftAlarm, type QualityFlag } from '@newsmill/contracts';
import { DriftPages } from './drift-pages.ts';

const page = (number: number, over: Partial<FetchedPage> = {}) =>
  FetchedPage.parse({
    item: `i${number}`,
    sourceId: 'paper',
    url: `https://paper.example/${number}`,
    finalUrl: `https://paper.example/${number}`,
    fetchedAt: number,
    firstSeen: 1,
    status: 200,
    encoding: 'identity',
    archive: { file: 'a.warc.gz', offset: number, length: 2 },
    body: new Uint8Array([1, 2, 3]),
    ...over,
  });
const article = (...flags: QualityFlag[]) => ({ title: 'x', text: 'Little.', flags });
const key = driftKey('paper');
const alarm: DriftAlarm = { site: 'paper.example', since: 3, says: 'Titles are short.', isHolding: true };
const keeping = (value: DriftAlarm) => [{ key, value: JSON.stringify(value), ttlMs: 1 }];
const known = (value?: DriftAlarm) => ({
  values: new Map(value === undefined ? [] : [[key, JSON.stringify(value)]]),
});
const items = ({ again }: { readonly again: readonly FetchedPage[] }) => again.map(({ item }) => item);

/** Pages 1 to 4, of which two belong to what began at 3; the alarm is raised with the fifth. */
function alarmed(): DriftPages {
  const pages = new DriftPages();
  for (const number of [1, 2, 3, 4])
    expect(pages.tell(page(number), article(), known(), []).again).toEqual([]);
  const raised = pages.tell(page(5), article('quarantined'), known(), keeping(alarm));
  expect([raised.turn, raised.site, raised.says]).toEqual(['drifting', 'paper.example', 'Titles are short.']);
  expect(items(raised)).toEqual(['i3', 'i4']);
  const [first] = raised.again;
  expect([first?.body.byteLength, first?.cleanedBefore, first?.wasQuarantined]).toEqual([
    0,
    hashOfText(article()),
    undefined,
  ]);
  return pages;
}

describe('DriftPages', () => {
  it('gives what passed since an alarm began once, when it is raised', () => {
    const pages = alarmed();
    const again = pages.tell(
      page(3, { cleanedBefore: 'a' }),
      article('quarantined'),
      known(),
      keeping(alarm),
    );
    expect([again.turn, items(again)]).toEqual([undefined, []]);
  });

  it('gives what was held back when the alarm is over, marked as that', () => {
    const pages = alarmed();
    pages.tell(page(6), article('quarantined'), known(alarm), keeping(alarm));
    const over = pages.tell(page(7), article(), known(alarm), keeping({ ...alarm, endedAt: 7 }));
    expect([over.turn, over.site, items(over)]).toEqual(['steady', 'paper.example', ['i5', 'i6']]);
    expect(over.again.every(({ wasQuarantined }) => wasQuarantined === true)).toBe(true);
    expect(
      pages.tell(page(8), article(), known(alarm), keeping({ ...alarm, endedAt: 8 })).turn,
    ).toBeUndefined();
  });

  it('gives nothing where nothing is held back, and not what is not in the archive', () => {
    const pages = new DriftPages();
    pages.tell(page(4), article(), known(), []);
    const dates = pages.tell(page(5), article(), known(), keeping({ ...alarm, isHolding: false }));
    expect([dates.turn, items(dates)]).toEqual(['drifting', []]);
    const others = new DriftPages();
    others.tell(page(4, { archive: undefined }), article(), known(), []);
    expect(items(others.tell(page(5), article(), known(), keeping(alarm)))).toEqual([]);
  });

  it('says nothing of an alarm that another process has told of', () => {
    const pages = new DriftPages();
    expect(pages.tell(page(5), article(), known(alarm), keeping(alarm)).turn).toBeUndefined();
  });
});
