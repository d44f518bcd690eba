import { describe, expect, it } from '@jest/globals';
import { tellSettings } from '@newsmill/settings';
import { findSettings } from './find-settings.ts';

const { settings } = tellSettings({ NEWSMILL_PORT: '9000' });
const names = (q: string, show: 'all' | 'set' = 'all') =>
  findSettings(settings, { q, show }).map(({ name }) => name);

describe('searching the settings', () => {
  it('finds those that have all words, in name, group, meaning or value', () => {
    expect(names('kafka sasl')).toEqual([
      'NEWSMILL_KAFKA_SASL_MECHANISM',
      'NEWSMILL_KAFKA_SASL_USERNAME',
      'NEWSMILL_KAFKA_SASL_PASSWORD',
    ]);
    expect(names('9000')).toEqual(['NEWSMILL_PORT']);
    expect(names('zeppelin')).toEqual([]);
    expect(names('')).toHaveLength(settings.length);
  });
  it('leaves out what stands at its default where only set ones are asked for', () => {
    expect(names('', 'set')).toEqual(['NEWSMILL_PORT']);
  });
});
