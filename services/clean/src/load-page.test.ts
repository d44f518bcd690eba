import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FetchedPage, type ArchiveReference } from '@newsmill/contracts';
import { openDiskArchive, type Archive } from '@newsmill/store';
import { loadPage } from './load-page.ts';

const url = 'https://ledger.example/news/the-long-way-home';
const fetchedAt = Date.parse('2026-03-12T10:00:00Z');

describe('loadPage', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-load-'));
  let archive: Archive;
  beforeAll(async () => {
    archive = await openDiskArchive({ directory: folder });
  });
  afterAll(async () => {
    await archive.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const keep = (text: string) =>
    archive.put({ url, status: 200, headers: {}, encoding: 'identity', body: Buffer.from(text), fetchedAt });
  const page = (more: Partial<FetchedPage>) =>
    FetchedPage.parse({
      item: 'one',
      sourceId: 's',
      url,
      finalUrl: url,
      fetchedAt,
      firstSeen: 1,
      status: 200,
      encoding: 'identity',
      body: new Uint8Array(),
      ...more,
    });
  const following = (...places: readonly ArchiveReference[]) =>
    places.map((place, index) => ({
      url: `${url}?page=${index + 2}`,
      contentType: 'text/html',
      encoding: 'identity' as const,
      archive: place,
    }));
  const textOf = (body: Uint8Array | undefined) =>
    body === undefined ? undefined : Buffer.from(body).toString();

  it('leaves a page that has its bytes as it is', async () => {
    const whole = page({ body: Buffer.from('here'), archive: await keep('elsewhere') });
    expect(await loadPage(whole, { archive })).toEqual({ kind: 'accept', value: whole });
  });
  it('brings back the bytes that lie in the archive', async () => {
    const outcome = await loadPage(page({ archive: await keep('a long page') }), { archive });
    expect(outcome.kind === 'accept' && textOf(outcome.value.body)).toBe('a long page');
  });
  it('refuses a page whose bytes are gone', async () => {
    const { length, offset } = await keep('another');
    expect(
      await loadPage(page({ archive: { file: 'newsmill-20200101-0-00000.warc.gz', offset, length } }), {
        archive,
      }),
    ).toMatchObject({ kind: 'reject', reason: 'body-missing' });
  });
  const damaged = async (text: string) => {
    const place = await keep(text);
    const handle = openSync(join(folder, place.file), 'r+');
    writeSync(handle, 'X', place.offset + place.length - 6);
    closeSync(handle);
    return place;
  };
  it('refuses a page that is damaged at once: another try would find the same', async () => {
    const place = await damaged('a page that lost a bit');
    expect(await loadPage(page({ archive: place }), { archive })).toEqual({
      kind: 'reject',
      reason: 'body-missing',
      detail: `${place.file} at ${place.offset} is damaged`,
    });
  });
  it('ends an article before a further page that is damaged', async () => {
    const places = following(await keep('page two'), await damaged('page three'));
    const cut = await loadPage(page({ body: Buffer.from('page one'), following: places }), { archive });
    expect(cut).toMatchObject({ kind: 'accept', value: { isUnfinished: true } });
    expect(cut.kind === 'accept' && cut.value.followingBodies?.map(textOf)).toEqual(['page two']);
  });
  it('ends an article before the first further page that is gone, and says so', async () => {
    const gone = { file: 'newsmill-20200101-0-00000.warc.gz', offset: 0, length: 10 };
    const two = await keep('page two');
    const whole = await loadPage(page({ body: Buffer.from('page one'), following: following(two) }), {
      archive,
    });
    expect(whole).toMatchObject({ kind: 'accept', value: { following: [{ archive: two }] } });
    expect(whole.kind === 'accept' && whole.value.followingBodies?.map(textOf)).toEqual(['page two']);
    expect(whole.kind === 'accept' && whole.value.isUnfinished).toBeUndefined();
    const cut = await loadPage(
      page({ body: Buffer.from('page one'), following: following(two, gone, two) }),
      { archive },
    );
    expect(cut).toMatchObject({
      kind: 'accept',
      value: { following: [{ archive: two }], isUnfinished: true },
    });
    expect(cut.kind === 'accept' && cut.value.followingBodies?.map(textOf)).toEqual(['page two']);
  });
});
