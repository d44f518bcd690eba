import { scopes, type Scope } from '@newsmill/contracts';
import type { Settings } from '@newsmill/settings';
import { z } from 'zod';

type Rules = Settings['oidcRules'];

/** What an issuer said of somebody, and a rule asked for: `*` with an empty value is for all whom it lets in. */
export const IdentityGrant = z.object({ claim: z.string(), value: z.string() });
export type IdentityGrant = z.output<typeof IdentityGrant>;

/** Values of a claim as texts: claims are texts, lists of texts, or anything that is not for us. */
export function valuesOfClaim(claim: unknown): readonly string[] {
  return [claim].flat().flatMap((value) => (typeof value === 'string' ? [value] : []));
}

/** Which of what the rules ask for these claims hold. */
export function grantsOfClaims(
  claims: Readonly<Record<string, unknown>>,
  rules: Rules,
): readonly IdentityGrant[] {
  return rules
    .filter(({ claim, value }) => claim === '*' || valuesOfClaim(claims[claim]).includes(value))
    .map(({ claim, value }) => ({ claim, value }));
}

/** The greatest scope that the rules give for what somebody holds; undefined: none does. */
export function scopeOfGrants(grants: readonly IdentityGrant[], rules: Rules): Scope | undefined {
  const given = rules
    .filter((rule) => grants.some(({ claim, value }) => claim === rule.claim && value === rule.value))
    .map(({ scope }) => scopes.indexOf(scope));
  return given.length === 0 ? undefined : scopes[Math.max(...given)];
}
