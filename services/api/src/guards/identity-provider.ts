import { createHash } from 'node:crypto';
import { HttpFailure, type HttpClient } from '@newsmill/http';
import {
  grantsOfClaims,
  scopeOfGrants,
  valuesOfClaim,
  type Identity,
  type MillPorts,
} from '@newsmill/operate';
import { sameSecret } from '@newsmill/runtime';
import type { Configuration, CustomFetch, IDToken } from 'openid-client';
import { z } from 'zod';
import { openSealed, seal } from './sealed-text.ts';
import { passingSeconds } from './session-cookie.ts';

type Ports = Pick<MillPorts, 'http' | 'now' | 'adminKey'> & {
  readonly settings: Pick<
    MillPorts['settings'],
    'oidcIssuer' | 'oidcClientId' | 'oidcClientSecret' | 'oidcRules' | 'oidcScopes'
  >;
};

/** What the issuer says of itself is asked for again after so long, milliseconds: its keys are, when one is unknown. */
const knownMs = 3_600_000;
/** What an address may hold of it, characters. */
const longestHint = 6_000;
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

/** As OpenID Connect Core 1.0, 2 bounds it. */
const longestSubject = 255;

/**
 * How somebody is called: as they call themselves, or by the id that the issuer has for them. People choose such a
 * name; it stays on one line, and nothing in it turns the direction of what stands beside it.
 */
function nameOf(claims: Readonly<Record<string, unknown>>, subject: string): string {
  const names = ['preferred_username', 'email', 'name'].flatMap((claim) => valuesOfClaim(claims[claim]));
  const [name = ''] = [...names, subject]
    .map((text) => text.replaceAll(/(?:(?![\u200c\u200d])[\p{C}\s])+/gu, ' ').trim())
    .filter(Boolean);
  return name.slice(0, 100);
}

/** Why an id token that is signed as it should be is not for us; undefined: it is. */
function unfitness({ sub, azp }: IDToken, clientId: string): string | undefined {
  if (sub.trim() === '' || sub.length > longestSubject)
    return `the id token names nobody: its sub is empty, or longer than ${longestSubject} characters`;
  return azp === undefined || azp === clientId ? undefined : 'the id token was made for another client (azp)';
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
    const { oidcIssuer = '', oidcClientId = '', oidcRules } = this.#ports.settings;
    try {
      const tokens = await authorizationCodeGrant(
        await this.#configuration(),
        new URL(query, begun.redirect),
        { pkceCodeVerifier: begun.verifier, expectedState: begun.state, expectedNonce: begun.nonce },
      );
      const claims = tokens.claims();
      if (claims === undefined) return { kind: 'refused', reason: 'no id token came' };
      const unfit = unfitness(claims, oidcClientId);
      if (unfit !== undefined) return { kind: 'refused', reason: unfit };
      const name = nameOf(claims, claims.sub);
      const grants = grantsOfClaims(claims, oidcRules);
      const scope = scopeOfGrants(grants, oidcRules);
      if (scope === undefined) return { kind: 'no-rule', name };
      const hint = this.#hintOf(tokens.id_token);
      return {
        kind: 'identity',
        identity: { issuer: oidcIssuer, subject: claims.sub, name, scope, grants, hint },
        next: begun.next,
      };
    } catch (error) {
      return refusalOf(error);
    }
  }

  /**
   * Where a browser goes to log out at the issuer as well (OpenID Connect RP-Initiated Logout 1.0), and what it keeps
   * meanwhile; undefined where the issuer has no such address. `hint`: that of the session; `back`: where it comes back
   * to.
   */
  async leave(
    hint: string | undefined,
    back: string,
  ): Promise<
    { readonly kind: 'leaving'; readonly url: string; readonly sealed: string } | LogInRefused | undefined
  > {
    const { buildEndSessionUrl, randomState } = await import('openid-client');
    try {
      const configuration = await this.#configuration();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
      const state = randomState();
      const token = hint === undefined ? undefined : this.#tokenOf(hint);
      const url = buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: back,
        state,
        ...(token === undefined ? {} : { id_token_hint: token }),
      });
      return { kind: 'leaving', url: url.href, sealed: seal(state, this.#secret) };
    } catch (error) {
      return refusalOf(error);
    }
  }

  /** Whether somebody who comes back from the issuer has gone there to log out. */
  hasLeft(state: unknown, sealed: string | undefined): boolean {
    if (typeof state !== 'string' || sealed === undefined || sealed.length > 1_000) return false;
    try {
      return sameSecret(openSealed(sealed, this.#secret), state);
    } catch {
      // Sealed by another mill or under another key, or changed by whoever holds it.
      return false;
    }
  }

  /** An id token is kept sealed; one that is too long for an address is not. */
  #hintOf(token: string | undefined): string | undefined {
    return token === undefined || token.length > longestHint ? undefined : seal(token, this.#secret);
  }

  #tokenOf(hint: string): string | undefined {
    try {
      return openSealed(hint, this.#secret);
    } catch {
      // Sealed under the admin key of before: the issuer asks then who logs out.
      return undefined;
    }
  }

  get #secret(): string {
    return createHash('sha256').update(`oidc:${this.#ports.adminKey}`).digest('hex');
  }

  #begunOf(sealed: string | undefined): z.output<typeof Begun> | undefined {
    if (sealed === undefined || sealed.length > 4_000) return undefined;
    try {
      const begun = Begun.parse(JSON.parse(openSealed(sealed, this.#secret)));
      return this.#ports.now() - begun.at > passingSeconds * 1_000 ? undefined : begun;
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
