import { describe, expect, it } from '@jest/globals';
import { HttpFailure } from '@newsmill/http';
import { failureWords } from './failure-words.ts';

describe('the words of a failure', () => {
  it('name the way to ask a private address', () => {
    const failure = new HttpFailure(
      'address-blocked',
      'http://127.0.0.1:8081/feed',
      '127.0.0.1 is not a global unicast address',
    );
    const words = failureWords(failure, 'http://127.0.0.1:8081/feed');
    expect(words).toContain(
      '127.0.0.1 is not a global unicast address; to allow it, name it: --allow-private 127.0.0.1:8081 on',
    );
    expect(words).toContain('allowPrivate: ["127.0.0.1:8081"]');
  });
  it('promise nothing where naming would not help: redirects, ports that are never asked, other failures', () => {
    const redirected = new HttpFailure(
      'address-blocked',
      'http://10.0.0.7/',
      '10.0.0.7 is not a global unicast address',
    );
    const port = new HttpFailure('address-blocked', 'https://news.example:22/', 'port 22 is never asked');
    const away = new HttpFailure('dns', 'https://news.example/', 'ENOTFOUND');
    expect([
      failureWords(redirected, 'https://news.example/'),
      failureWords(port, 'https://news.example:22/'),
      failureWords(away, 'https://news.example/'),
    ]).toEqual([redirected.message, port.message, away.message]);
  });
});
