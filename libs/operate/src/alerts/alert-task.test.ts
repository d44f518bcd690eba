import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SavedSearchInput } from '@newsmill/contracts';
import { openPorts, type OpenPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { changesCursorAt } from '@newsmill/store';
import { sampleArticle } from '../../../store/src/testing/sample-article.ts';
import { quietTelling } from '../../../runtime/src/testing/quiet-telling.ts';
import { catchUp } from './alert-task.ts';
import { addSavedSearch } from './saved-searches.ts';

describe('catchUp', () => {
  let data: string;
  let ports: OpenPorts;
  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), 'newsmill-alert-task-'));
    ports = await openPorts(readSettings({ NEWSMILL_DATA: data }));
  });
  afterEach(async () => {
    await ports.close();
    rmSync(data, { recursive: true, force: true });
  });

  it('goes on beyond pages in which the search finds nothing', async () => {
    const { record } = await addSavedSearch(
      { registry: ports.registry, now: Date.now, settings: { maxSavedSearches: 10 } },
      SavedSearchInput.parse({ name: 'Harbours', q: 'harbour' }),
    );
    const firstSeen = new Date().toISOString();
    await ports.library.write(
      Array.from({ length: 450 }, (_, i) =>
        sampleArticle(`a${i}`, { title: 'Nothing of the kind', content: 'Plain.', firstSeen }),
      ),
    );
    await ports.library.write([sampleArticle('z', { title: 'Harbour news', firstSeen })]);
    const { isDone, state } = await catchUp(
      { ...ports, ...quietTelling(), now: Date.now },
      record,
      changesCursorAt(0),
    );
    expect([isDone, state?.gathered]).toEqual([true, ['z']]);
  });
});
