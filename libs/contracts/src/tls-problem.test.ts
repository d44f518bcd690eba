import { describe, expect, it } from '@jest/globals';
import { tlsProblem } from './tls-problem.ts';

const names = {
  address: 'NEWSMILL_X_URL',
  login: 'NEWSMILL_X_PASSWORD',
  ca: 'NEWSMILL_X_CA',
  certificate: 'NEWSMILL_X_CERTIFICATE',
};
const told = (error: unknown, without: 'certificate' | 'nothing' = 'nothing') => {
  const found = tlsProblem(error, without === 'certificate' ? { ...names, certificate: undefined } : names);
  return found === undefined ? undefined : `${found.reason}; ${found.remedy}`;
};
const coded = (code: string, message = '', more: object = {}) =>
  Object.assign(new Error(message), { code }, more);

describe('tlsProblem', () => {
  it.each([
    ['CERT_HAS_EXPIRED', 'its certificate has expired; renew it'],
    ['CERT_NOT_YET_VALID', 'its certificate is not valid yet; set the clock'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'name the file of that authority (PEM) in NEWSMILL_X_CA'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'NEWSMILL_X_CA'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'NEWSMILL_X_CA'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'NEWSMILL_X_CA'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'it speaks no TLS at this port; correct the port in NEWSMILL_X_URL'],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'it wants a certificate of this client; name one'],
    ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'it refuses the certificate of this client; name one'],
    ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED', 'it refuses the certificate of this client'],
  ])('says what %s means, and the setting that helps', (code, expected) => {
    expect(told(coded(code))).toContain(expected);
  });
  it('names the names of a certificate that has others', () => {
    expect(
      told(
        coded(
          'ERR_TLS_CERT_ALTNAME_INVALID',
          "Hostname/IP does not match certificate's altnames: Host: a.example. is not in the cert's altnames: DNS:b.example, DNS:c.example",
        ),
      ),
    ).toBe(
      'its certificate is for other names (DNS:b.example, DNS:c.example); write one of these in NEWSMILL_X_URL, or give the server a certificate for the name that stands there',
    );
  });
  it('finds it in causes, in lists of errors, and in words where a client drops the code', () => {
    const inner = coded('CERT_HAS_EXPIRED', 'certificate has expired');
    expect(told(new Error('outer', { cause: new Error('middle', { cause: inner }) }))).toContain('expired');
    expect(told(new AggregateError([new Error('first'), inner]))).toContain('expired');
    expect(told(Object.assign(new Error('retries'), { originalError: inner }))).toContain('expired');
    expect(told(new Error('Connection error: self-signed certificate in certificate chain'))).toContain(
      'NEWSMILL_X_CA',
    );
  });
  it('says so where this client can show no certificate', () => {
    expect(told(coded('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'), 'certificate')).toContain(
      'this client has none',
    );
  });
  it('speaks of certificates where a connection over TLS was ended without a word', () => {
    const reset = coded('ECONNRESET', 'read ECONNRESET');
    expect(tlsProblem(reset, names)).toBeUndefined();
    expect(tlsProblem(reset, names, true)).toEqual({
      reason: 'it ended the connection',
      remedy: expect.stringContaining('name one that the server knows in NEWSMILL_X_CERTIFICATE'),
    });
    expect(tlsProblem(reset, { ...names, certificate: undefined }, true)).toBeUndefined();
  });
  it('says nothing of errors that are none of TLS', () => {
    expect(told(coded('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1'))).toBeUndefined();
    expect(told('text')).toBeUndefined();
    const round = new Error('round');
    round.cause = round;
    expect(told(round)).toBeUndefined();
  });
});
