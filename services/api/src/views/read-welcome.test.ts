import { describe, expect, it } from '@jest/globals';
import { LibraryUnreachable } from '@newsmill/store';
import { openSeededApp } from '../testing/seeded-app.ts';

describe('the first steps', () => {
  it('do not take the overview away where library and registry are', async () => {
    const app = await openSeededApp();
    try {
      const away = () =>
        Promise.reject(new LibraryUnreachable('127.0.0.1:9', 'it does not answer', 'start it'));
      Object.assign(app.ports.registry, { list: away });
      const answer = await fetch(`${app.address}/overview`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain('Four steps');
    } finally {
      await app.close();
    }
  });
});
