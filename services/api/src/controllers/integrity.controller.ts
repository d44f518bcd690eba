import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Inject,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import {
  askVerification,
  readIntegrity,
  stopVerification,
  viewVerification,
  type IntegrityView,
  type MillPorts,
  type VerificationBody,
  type VerificationView,
} from '@newsmill/operate';
import { renderIntegrity, type IntegrityPageView } from '@newsmill/service-console';
import { ConsoleFrame } from '../console/console-frame.ts';
import { toldRefusal } from '../console/told-refusal.ts';
import { operations } from '../description/operations.ts';
import { bodyPipe, queryPipe } from '../description/zod-pipe.ts';
import { whoAsks } from '../guards/act-as-asked.ts';
import { formFields, giveFormToken } from '../guards/form-token.ts';
import { mayChange, needForm, needScope } from '../guards/guard-requests.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import { millPorts } from '../tokens.ts';

const html = 'text/html; charset=utf-8';
const noQuery = queryPipe(operations.integrity.query);
/** Mending takes pages out of the archive for good. */
const mendScope = 'admin';

/** What is known of damage, and the verification of all that is kept: for programs, and as a page. */
@Controller()
export class IntegrityController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  constructor(@Inject(millPorts) ports: MillPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#ports = ports;
    this.#frame = frame;
  }

  @Get('api/v1/integrity')
  integrity(@Query(noQuery) _query: object): Promise<IntegrityView> {
    return readIntegrity(this.#ports);
  }

  @Post('api/v1/integrity/verification')
  @HttpCode(202)
  async start(
    @Req() request: HttpRequest,
    @Query(noQuery) _query: object,
    @Body(bodyPipe(operations.startVerification.body)) { mend }: VerificationBody,
  ): Promise<VerificationView> {
    needScope(request, mend ? mendScope : operations.startVerification.access);
    return viewVerification(await askVerification(this.#ports, { mend, asker: whoAsks(request) }));
  }

  @Delete('api/v1/integrity/verification')
  async stop(@Req() request: HttpRequest, @Query(noQuery) _query: object): Promise<VerificationView> {
    needScope(request, operations.stopVerification.access);
    return viewVerification(await stopVerification(this.#ports, whoAsks(request).who));
  }

  @Get('integrity')
  @Header('content-type', html)
  show(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply): Promise<string> {
    return this.#page(undefined, request, reply);
  }

  @Post('integrity/start')
  @HttpCode(200)
  @Header('content-type', html)
  startForm(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const fields = formFields(body);
    const mend = fields.get('mend') === '1';
    needForm(this.#ports, request, fields.get('token'), mend ? mendScope : 'read');
    return this.#act(request, reply, () => askVerification(this.#ports, { mend, asker: whoAsks(request) }));
  }

  @Post('integrity/stop')
  @HttpCode(200)
  @Header('content-type', html)
  stopForm(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    needForm(this.#ports, request, formFields(body).get('token'));
    return this.#act(request, reply, () => stopVerification(this.#ports, whoAsks(request).who));
  }

  async #act(request: HttpRequest, reply: HttpReply, act: () => Promise<object>): Promise<string> {
    try {
      await act();
    } catch (error) {
      return this.#page(toldRefusal(error, reply), request, reply);
    }
    reply.code(303).header('location', '/integrity');
    return '';
  }

  async #page(
    problem: IntegrityPageView['problem'],
    request: HttpRequest,
    reply: HttpReply,
  ): Promise<string> {
    return renderIntegrity(
      {
        integrity: await readIntegrity(this.#ports),
        problem,
        canStart: mayChange(request, operations.startVerification.access),
        canMend: mayChange(request, mendScope),
        token: giveFormToken(request, reply, this.#ports.adminKey),
      },
      this.#frame.of(request),
    );
  }
}
