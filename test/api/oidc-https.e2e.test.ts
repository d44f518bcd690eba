import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issuerClient, openIssuer, type Issuer } from '../../services/api/src/testing/open-issuer.ts';
import { makeAuthority, type Authority, type Issued } from '../servers/transport/authority.ts';
import { startMill, type MillProcess } from '../processes/start-mill.ts';

const hangMs = 120_000;

/** A mill whose people log in at an issuer over https with a certificate of an authority that nobody else knows. */
describe('a log-in at an issuer over https', () => {
  let folder: string;
  let authority: Authority;
  let mill: MillProcess | undefined;
  let issuer: Issuer | undefined;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-oidc-'));
    authority = makeAuthority(folder, 'authority');
  });
  afterEach(async () => {
    await mill?.stop();
    await issuer?.close();
    mill = undefined;
    issuer = undefined;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function start({ cert, key }: Issued, more: Readonly<Record<string, string>>): Promise<void> {
    issuer = await openIssuer({ cert: readFileSync(cert), key: readFileSync(key) });
    mill = await startMill({
      data: mkdtempSync(join(folder, 'data-')),
      settings: {
        NEWSMILL_DEMO: 'no',
        NEWSMILL_OIDC_ISSUER: issuer.url,
        NEWSMILL_OIDC_CLIENT_ID: issuerClient.id,
        NEWSMILL_OIDC_CLIENT_SECRET: issuerClient.secret,
        NEWSMILL_OIDC_RULES: '*:admin',
        ...more,
      },
    });
  }
  const begin = () => fetch(`${mill?.address}/login/oidc?next=%2Fkeys`, { redirect: 'manual' });
  /** As a browser that knows the authority: where the issuer sends it back to. */
  const atIssuer = (url: string): Promise<string> =>
    new Promise((resolve, reject) => {
      request(url, { ca: readFileSync(authority.ca) }, (answer) => {
        answer.resume();
        resolve(answer.headers.location ?? '');
      })
        .once('error', reject)
        .end();
    });

  it(
    'is taken where the mill is told of its authority',
    async () => {
      await start(authority.issue('issuer'), { NODE_EXTRA_CA_CERTS: authority.ca });
      const begun = await begin();
      expect(begun.status).toBe(303);
      const cookie = begun.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ');
      const back = await fetch(await atIssuer(begun.headers.get('location') ?? ''), {
        redirect: 'manual',
        headers: { accept: 'text/html', cookie },
      });
      expect(back.status).toBe(200);
      expect(back.headers.getSetCookie().join()).toContain('newsmill-session=');
    },
    hangMs,
  );

  it.each<[string, () => Issued, Readonly<Record<string, string>>]>([
    ['of an authority that the mill does not know', () => authority.issue('stranger'), {}],
    ['that has ended', () => authority.issue('ended', { hasExpired: true }), { isKnown: 'yes' }],
    ['for another name', () => authority.issue('other', { name: 'other.example' }), { isKnown: 'yes' }],
  ])(
    'is not even begun at one that shows a certificate %s',
    async (_what, issue, { isKnown }) => {
      await start(issue(), isKnown === undefined ? {} : { NODE_EXTRA_CA_CERTS: authority.ca });
      const begun = await begin();
      const page = await begun.text();
      expect([begun.status, begun.headers.get('location')]).toEqual([502, null]);
      expect(page).toMatch(/certificate/);
      expect(issuer?.refused).toEqual([]);
    },
    hangMs,
  );
});
