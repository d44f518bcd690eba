import { type MillPorts, endSession, issuerOfSession, listSessions, openSession } from '@newsmill/operate';
import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { renderGoOn, renderLogin, say } from '@newsmill/service-console';
import { accessOf } from '../guards/access.ts';
import { enterSession } from '../guards/enter-session.ts';
import { ApiProblem } from '../problems/api-problem.ts';
import { millPorts } from '../tokens.ts';
import { ConsoleFrame, homeOf } from '../console/console-frame.ts';
import { ownPath } from '../console/page-of.ts';
import { formFields, giveFormToken, isOwnForm } from '../guards/form-token.ts';
import { countRequest, needForm } from '../guards/guard-requests.ts';
import { headerOf, type HttpReply, type HttpRequest } from '../http/http-types.ts';
import { GuessBrake, TokenBuckets } from '@newsmill/runtime';
import { findKeySlowly } from '../guards/find-key-slowly.ts';
import { IdentityProvider } from '../guards/identity-provider.ts';
import { leavingName, passingCookie, sessionCookieHeader } from '../guards/session-cookie.ts';
import { originOf } from '../guards/visitor.ts';

const html = 'text/html; charset=utf-8';
/**
 * What a browser forgets of this origin with a log-out, the pages behind the button Back included. Cookies are ended by
 * name: `cookies` would also end those of other hosts of the domain.
 */
const forgotten = '"cache", "storage"';

/**
 * The pages with which people log in and out. A browser is logged in by a key, and holds a session instead of
 * it.
 */
@Controller()
export class LoginController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  readonly #guesses: GuessBrake;
  readonly #provider: IdentityProvider;
  /** By key: the quota of an address refuses no log-in. */
  readonly #logIns = new TokenBuckets();
  constructor(
    @Inject(millPorts) ports: MillPorts,
    @Inject(ConsoleFrame) frame: ConsoleFrame,
    @Inject(GuessBrake) guesses: GuessBrake,
    @Inject(IdentityProvider) provider: IdentityProvider,
  ) {
    this.#provider = provider;
    this.#guesses = guesses;
    this.#ports = ports;
    this.#frame = frame;
  }

  @Get('login')
  @Header('content-type', html)
  page(
    @Query('next') next: unknown,
    @Query('left') left: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const { host } = this.#provider;
    const stays = left === 'here' && host !== undefined && accessOf(request).session === undefined;
    const problem = stays
      ? say('You are logged out here. At {issuer} you may still be logged in: log out there, too.', {
          issuer: host,
        })
      : undefined;
    return this.#page(ownPath(next), problem, request, reply);
  }

  @Post('login')
  @HttpCode(200)
  @Header('content-type', html)
  async logIn(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const fields = formFields(body);
    if (!isOwnForm(request, fields.get('token') ?? '', this.#ports.adminKey))
      throw new ApiProblem('form-expired', 'Open the page "Log in" again and send the form from there.');
    const next = ownPath(fields.get('next'));
    const key = (fields.get('key') ?? '').trim();
    const found = await findKeySlowly(this.#ports, this.#guesses, key, { request, reply });
    // Each that succeeds keeps a session.
    if (found !== undefined)
      countRequest(
        this.#ports,
        this.#logIns,
        { caller: `key:${found.id}`, rateLimit: found.rateLimit },
        reply,
      );
    const opened = found && (await openSession(this.#ports, key, headerOf(request, 'user-agent')));
    if (opened === undefined) {
      reply.code(401);
      return this.#page(next, say('This key is unknown, has expired or was revoked.'), request, reply);
    }
    await enterSession(this.#ports.registry, request, opened.session);
    return this.#goOn(
      next === '/' ? homeOf(opened.session.scope) : next,
      sessionCookieHeader(request, opened),
      reply,
    );
  }

  /** Ends the session of this browser, and leads to the issuer that opened it, which ends its own. */
  @Post('logout')
  @HttpCode(200)
  @Header('content-type', html)
  async logOut(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    needForm(this.#ports, request, formFields(body).get('token'));
    const { session = '' } = accessOf(request);
    const opened = await issuerOfSession(this.#ports.registry, session);
    await endSession(this.#ports.registry, session);
    reply.header('clear-site-data', forgotten);
    if (opened === undefined) return this.#goOn('/login', sessionCookieHeader(request), reply);
    const left = await this.#provider.leave(opened.hint, `${originOf(request)}/login/oidc/ended`);
    if (left?.kind !== 'leaving') return this.#goOn('/login?left=here', sessionCookieHeader(request), reply);
    // No redirect: to another site the policy of the page lets no form lead.
    reply
      .header('set-cookie', sessionCookieHeader(request))
      .header('set-cookie', passingCookie(request, leavingName, left.sealed))
      .header('cache-control', 'no-store');
    return renderGoOn(left.url, this.#frame.of(request), 'out');
  }

  /** Ends the session of another browser. */
  @Post('sessions/end')
  @HttpCode(200)
  async endOther(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const fields = formFields(body);
    needForm(this.#ports, request, fields.get('token'));
    const id = fields.get('id') ?? '';
    if (!/^[0-9a-f]{32}$/.test(id) || !(await endSession(this.#ports.registry, id)))
      throw new ApiProblem('unknown-session', 'It has ended already.');
    reply.code(303).header('location', ownPath(fields.get('next') ?? '/login'));
    return '';
  }

  #goOn(path: string, cookie: string, reply: HttpReply): string {
    reply.code(303).header('set-cookie', cookie).header('location', path).header('cache-control', 'no-store');
    return '';
  }

  async #page(
    next: string,
    problem: string | undefined,
    request: HttpRequest,
    reply: HttpReply,
  ): Promise<string> {
    const { session, name, scope, keyId = '' } = accessOf(request);
    const token = giveFormToken(request, reply, this.#ports.adminKey);
    const sessions =
      session !== undefined && scope === 'admin'
        ? await listSessions(this.#ports.registry, this.#ports.now())
        : undefined;
    const who =
      session === undefined || scope === undefined
        ? undefined
        : { session, name: name ?? '', scope, isIdentity: keyId.startsWith('oidc:') };
    const view = { token, next, problem, who, sessions, issuer: this.#provider.host };
    return renderLogin(view, this.#frame.of(request));
  }
}
