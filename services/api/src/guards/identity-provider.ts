import { createHash } from 'node:crypto';
import { HttpFailure, type HttpClient } from '@newsmill/http';
import type { Identity, MillPorts } from '@newsmill/operate';
import { scopes, type Scope } from '@newsmill/contracts';
import type { Configuration, CustomFetch } from 'openid-client';
import { z } from 'zod';
import { openSealed, seal } from './sealed-text.ts';

type Ports = Pick<MillPorts, 'http' | 'now' | 'adminKey'> & {
  readonly settings: Pick<
    MillPorts['settings'],
    'oidcIssuer' | 'oidcClientId' | 'oidcClientSecret' | 'oidcRules' | 'oidcScopes'
  >;
};

/** A log-in that was begun has so long to come back, milliseconds. */
export const backWithinMs = 10 * 60_000;
/** What the issuer says of itself is asked for again after so long, milliseconds: its keys are, when one is unknown. */
const knownMs = 3_600_000;
const answerBytes = 1_000_000;
const answerMs = 10_000;
/** Clocks of two machines differ by so much, seconds. */
const clockTolerance = 30;

/** What the browser keeps while it is at the issuer, sealed. */
const Begun = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  redirect: z.string(),
  next: z.string(),
  at: z.int(),
});

/** Why nobody was let in: `stale`: begun long ago, elsewhere, or not here at all. */
export type LogInRefused =
  | { readonly kind: 'stale' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'no-rule'; readonly name: string }
  | { readonly kind: 'away'; readonly reason: string };

export type LogInEnded =
  | { readonly kind: 'identity'; readonly identity: Identity; readonly next: string }
  | LogInRefused;

/** Values of a claim as texts: claims are texts, lists of texts, or anything that is not for us. */
function valuesOf(claim: unknown): readonly string[] {
  return [claim].flat().flatMap((value) => (typeof value === 'string' ? [value] : []));
}

/** The greatest scope that a rule gives for these claims; undefined: none does. */
export function scopeOfClaims(
  claims: Readonly<Record<string, unknown>>,
  rules: MillPorts['settings']['oidcRules'],
): Scope | undefined {
  const given = rules
    .filter(({ claim, value }) => claim === '*' || valuesOf(claims[claim]).includes(value))
    .map(({ scope }) => scopes.indexOf(scope));
  return given.length === 0 ? undefined : scopes[Math.max(...given)];
}

/** How somebody is called: as they call themselves, or by the id that the issuer has for them. */
function nameOf(claims: Readonly<Record<string, unknown>>, subject: string): string {
  const [name = subject] = ['preferred_username', 'email', 'name'].flatMap((claim) =>
    valuesOf(claims[claim]),
  );
  return name.trim().slice(0, 100) || subject.slice(0, 100);
}

/**
 * Asks the issuer through the guarded client: bounded, and of private addresses the one alone that the setting
 * names.
 */
function fetchThrough(http: HttpClient, issuer: string): CustomFetch {
  const { host, port, protocol } = new URL(issuer);
  const pair = port === '' ? `${host}:${protocol === 'https:' ? 443 : 80}` : host;
  return async (url, { method, headers, body, signal }) => {
    const {
      status,
      headers: said,
      decoded,
    } = await http.send({
      url,
      method: method === 'POST' ? 'POST' : 'GET',
      headers,
      ...(body === undefined || body === null ? {} : { requestBody: String(body) }),
      allowPrivate: [pair],
      maxBytes: answerBytes,
      totalTimeoutMs: answerMs,
      maxRedirects: 0,
      decode: true,
      ...(signal === undefined ? {} : { signal }),
    });
    const { 'content-encoding': _encoding, 'content-length': _length, ...rest } = said;
    const isEmpty = [204, 205, 304].includes(status) || decoded === undefined || decoded.length === 0;
    return new Response(isEmpty ? null : Buffer.from(decoded), { status, headers: rest });
  };
}

/**
 * Lets people log in at an issuer of OpenID Connect: authorization code with PKCE (RFC 7636), state and nonce, and
 * an id token whose signature, issuer, audience and times are checked (OpenID Connect Core 1.0, 3.1.3.7).
 */
export class IdentityProvider {
  readonly #ports: Ports;
  #known: { readonly at: number; readonly configuration: Promise<Configuration> } | undefined;
  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** Host of the issuer, for people; undefined: nobody logs in by one here. */
  get host(): string | undefined {
    const { oidcIssuer } = this.#ports.settings;
    return oidcIssuer === undefined ? undefined : new URL(oidcIssuer).host;
  }

  /**
   * Where a browser goes to log in, and what it keeps meanwhile. `redirect`: where it comes back to; `next`: where it
   * goes on from there, a path of the console.
   */
  async begin(
    redirect: string,
    next: string,
  ): Promise<{ readonly kind: 'begun'; readonly url: string; readonly sealed: string } | LogInRefused> {
    const {
      buildAuthorizationUrl,
      calculatePKCECodeChallenge,
      randomNonce,
      randomPKCECodeVerifier,
      randomState,
    } = await import('openid-client');
    const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
    try {
      const url = buildAuthorizationUrl(await this.#configuration(), {
        redirect_uri: redirect,
        scope: this.#ports.settings.oidcScopes,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      const begun = { state, nonce, verifier, redirect, next, at: this.#ports.now() };
      return { kind: 'begun', url: url.href, sealed: seal(JSON.stringify(begun), this.#secret) };
    } catch (error) {
      return refusalOf(error);
    }
  }

  /** Who came back from the issuer. `query`: as the browser brought it, with `?`; `sealed`: what it kept. */
  async end(query: string, sealed: string | undefined): Promise<LogInEnded> {
    const begun = this.#begunOf(sealed);
    if (begun === undefined) return { kind: 'stale' };
    const { authorizationCodeGrant } = await import('openid-client');
    const { oidcIssuer = '', oidcRules } = this.#ports.settings;
    try {
      const tokens = await authorizationCodeGrant(
        await this.#configuration(),
        new URL(query, begun.redirect),
        { pkceCodeVerifier: begun.verifier, expectedState: begun.state, expectedNonce: begun.nonce },
      );
      const claims = tokens.claims();
      if (claims === undefined) return { kind: 'refused', reason: 'no id token came' };
      const name = nameOf(claims, claims.sub);
      const scope = scopeOfClaims(claims, oidcRules);
      if (scope === undefined) return { kind: 'no-rule', name };
      return {
        kind: 'identity',
        identity: { issuer: oidcIssuer, subject: claims.sub, name, scope },
        next: begun.next,
      };
    } catch (error) {
      return refusalOf(error);
    }
  }

  get #secret(): string {
    return createHash('sha256').update(`oidc:${this.#ports.adminKey}`).digest('hex');
  }

  #begunOf(sealed: string | undefined): z.output<typeof Begun> | undefined {
    if (sealed === undefined || sealed.length > 4_000) return undefined;
    try {
      const begun = Begun.parse(JSON.parse(openSealed(sealed, this.#secret)));
      return this.#ports.now() - begun.at > backWithinMs ? undefined : begun;
    } catch {
      // Sealed by another mill or under another key, or changed by whoever holds it.
      return undefined;
    }
  }

  #configuration(): Promise<Configuration> {
    const now = this.#ports.now();
    if (this.#known === undefined || now - this.#known.at > knownMs) {
      const configuration = this.#discover();
      const known = { at: now, configuration };
      this.#known = known;
      configuration.catch(() => {
        if (this.#known === known) this.#known = undefined;
      });
    }
    return this.#known.configuration;
  }

  async #discover(): Promise<Configuration> {
    const oidc = await import('openid-client');
    const { oidcIssuer = '', oidcClientId = '', oidcClientSecret } = this.#ports.settings;
    return oidc.discovery(
      new URL(oidcIssuer),
      oidcClientId,
      { client_secret: oidcClientSecret, [oidc.clockTolerance]: clockTolerance },
      oidcClientSecret === undefined ? oidc.None() : undefined,
      {
        [oidc.customFetch]: fetchThrough(this.#ports.http, oidcIssuer),
        execute: [
          // The signature proves the token also where somebody stands between the issuer and the mill.
          oidc.enableNonRepudiationChecks,
          ...(oidcIssuer.startsWith('http:') ? [oidc.allowInsecureRequests] : []),
        ],
      },
    );
  }
}

/** What went wrong, for whoever logs in; faults of ours are thrown. */
function refusalOf(error: unknown): LogInRefused {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof HttpFailure) return { kind: 'away', reason: cause.message };
  if (!(error instanceof Error)) throw error;
  const code = 'error' in error ? error.error : undefined;
  const told = 'error_description' in error ? error.error_description : undefined;
  if (typeof code === 'string')
    return { kind: 'refused', reason: typeof told === 'string' ? `${code}: ${told.slice(0, 300)}` : code };
  if ('code' in error && typeof error.code === 'string')
    return { kind: 'refused', reason: error.message.slice(0, 300) };
  throw error;
}
