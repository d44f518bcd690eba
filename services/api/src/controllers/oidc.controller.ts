import { openIdentitySession, type MillPorts } from '@newsmill/operate';
import { Controller, Get, Header, Inject, Query, Req, Res } from '@nestjs/common';
import { renderGoOn, renderLogin, say } from '@newsmill/service-console';
import { ConsoleFrame, homeOf } from '../console/console-frame.ts';
import { ownPath } from '../console/page-of.ts';
import { enterSession } from '../guards/enter-session.ts';
import { giveFormToken } from '../guards/form-token.ts';
import { IdentityProvider, type LogInRefused } from '../guards/identity-provider.ts';
import { cookieName, leavingName, passingCookie, sessionCookieHeader } from '../guards/session-cookie.ts';
import { markRefused } from '../guards/refused-try.ts';
import { originOf } from '../guards/visitor.ts';
import { cookiesOf, headerOf, type HttpReply, type HttpRequest } from '../http/http-types.ts';
import { ApiProblem } from '../problems/api-problem.ts';
import { millPorts } from '../tokens.ts';

const html = 'text/html; charset=utf-8';
/** What a browser keeps while it is at the issuer to log in. */
const begunName = 'newsmill-oidc';

/** Logging in at an issuer of OpenID Connect, where the settings name one. */
@Controller('login/oidc')
export class OidcController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  readonly #provider: IdentityProvider;
  constructor(
    @Inject(millPorts) ports: MillPorts,
    @Inject(ConsoleFrame) frame: ConsoleFrame,
    @Inject(IdentityProvider) provider: IdentityProvider,
  ) {
    this.#ports = ports;
    this.#frame = frame;
    this.#provider = provider;
  }

  /** Sends the browser to the issuer. */
  @Get()
  @Header('content-type', html)
  async begin(
    @Query('next') next: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    this.#needIssuer();
    const begun = await this.#provider.begin(`${originOf(request)}/login/oidc/callback`, ownPath(next));
    if (begun.kind !== 'begun') return this.#refuse(begun, ownPath(next), request, reply);
    reply
      .code(303)
      .header('set-cookie', passingCookie(request, begunName, begun.sealed))
      .header('cache-control', 'no-store')
      .header('location', begun.url);
    return '';
  }

  /** Where the issuer sends the browser back to. */
  @Get('callback')
  @Header('content-type', html)
  async end(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply): Promise<string> {
    this.#needIssuer();
    const sealed = cookiesOf(request).get(cookieName(request, begunName));
    const ended = await this.#provider.end(new URL(request.url, 'http://here').search, sealed);
    if (ended.kind !== 'identity') return this.#refuse(ended, '/', request, reply);
    const opened = await openIdentitySession(this.#ports, ended.identity, headerOf(request, 'user-agent'));
    await enterSession(this.#ports.registry, request, opened.session);
    const next = ended.next === '/' ? homeOf(ended.identity.scope) : ended.next;
    reply
      .header('set-cookie', sessionCookieHeader(request, opened))
      .header('set-cookie', passingCookie(request, begunName, '', 0))
      .header('cache-control', 'no-store');
    // No redirect: what another site has begun does not bring the session along.
    return renderGoOn(next, this.#frame.of(request));
  }

  /** Where the issuer sends the browser back to that has logged out there. */
  @Get('ended')
  @Header('content-type', html)
  left(
    @Query('state') state: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): string {
    this.#needIssuer();
    const sealed = cookiesOf(request).get(cookieName(request, leavingName));
    const hasLeft = this.#provider.hasLeft(state, sealed);
    reply
      .header('set-cookie', passingCookie(request, leavingName, '', 0))
      .header('cache-control', 'no-store');
    const token = giveFormToken(request, reply, this.#ports.adminKey);
    const issuer = this.#provider.host;
    const done = hasLeft
      ? say('You are logged out, here and at {issuer}.', { issuer: issuer ?? '' })
      : undefined;
    return renderLogin({ token, next: '/', issuer, done }, this.#frame.of(request));
  }

  #needIssuer(): void {
    if (this.#provider.host === undefined)
      throw new ApiProblem(
        'not-found',
        'Nobody logs in by OpenID Connect here: NEWSMILL_OIDC_ISSUER is not set.',
      );
  }

  #refuse(refused: LogInRefused, next: string, request: HttpRequest, reply: HttpReply): string {
    if (refused.kind !== 'away') markRefused(request, { by: 'issuer', reason: toldReasons[refused.kind] });
    reply
      .code(refused.kind === 'away' ? 502 : 403)
      .header('set-cookie', passingCookie(request, begunName, '', 0))
      .header('cache-control', 'no-store');
    const token = giveFormToken(request, reply, this.#ports.adminKey);
    const view = { token, next, problem: refusalWords(refused), issuer: this.#provider.host };
    return renderLogin(view, this.#frame.of(request));
  }
}

/** What the operator of the mill reads of somebody who was not let in. */
const toldReasons = {
  stale: 'the log-in was begun too long ago, or in another browser',
  refused: 'the issuer did not let them in, or what it said does not hold',
  'no-rule': 'no rule of NEWSMILL_OIDC_RULES allows anything to whom the issuer named',
} as const;

/** What somebody reads who was not let in. */
function refusalWords(refused: LogInRefused): string {
  switch (refused.kind) {
    case 'stale':
      return say('This log-in was begun too long ago, or in another browser. Begin again.');
    case 'refused':
      return say('The issuer did not let you in: {reason}', { reason: refused.reason });
    case 'no-rule':
      return say(
        'The issuer knows you as {name}, but nothing here is allowed to you. An administrator can add a rule (NEWSMILL_OIDC_RULES).',
        { name: refused.name },
      );
    case 'away':
      return say('The issuer cannot be asked now: {reason}', { reason: refused.reason });
  }
}
