import { describe, expect, it } from '@jest/globals';
import { apiPromises } from './api-promises.ts';
import { frozenPromises } from '../gen.ts';
import { openApi } from './openapi.ts';
import { brokenPromises } from '../testing/broken-promises.ts';

const current = () => JSON.parse(JSON.stringify(openApi()));

describe('version 1 of the API', () => {
  it('keeps every promise that v1.txt holds: it changes by additions only', () => {
    expect(frozenPromises().length).toBeGreaterThan(100);
    expect(brokenPromises(frozenPromises(), apiPromises(current()))).toEqual([]);
  });
  it('would notice what is gone and what is newly required', () => {
    const changed = current();
    delete changed.paths['/api/v1/audit'];
    changed.components.schemas.SearchAnswer.required = ['items'];
    changed.paths['/api/v1/search'].get.parameters[0].required = true;
    changed.paths['/api/v1/preview'].post.requestBody.content['application/json'].schema.required.push(
      'depth',
    );
    const broken = brokenPromises(apiPromises(current()), apiPromises(changed));
    expect(broken).toEqual(
      expect.arrayContaining([
        'gone: GET /api/v1/audit',
        'gone: GET /api/v1/search answers 200 .total: integer',
        'new: GET /api/v1/search requires q',
        'new: POST /api/v1/preview requires body depth',
      ]),
    );
    expect(brokenPromises(apiPromises(current()), apiPromises(current()))).toEqual([]);
  });
});
