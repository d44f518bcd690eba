import { Body, Controller, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ImportBody, importGiven, type MillPorts } from '@newsmill/operate';
import { type ImportView, privatePairs, renderImport } from '@newsmill/service-console';
import { millPorts } from '../tokens.ts';
import { ConsoleFrame } from '../console/console-frame.ts';
import { toldRefusal } from '../console/told-refusal.ts';
import { bodyPipe } from '../description/zod-pipe.ts';
import { formFields, giveFormToken } from '../guards/form-token.ts';
import { mayChange, needForm } from '../guards/guard-requests.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import { importAnswer, scopeToAsk } from './operate.controller.ts';

const html = 'text/html; charset=utf-8';
type Shown = Pick<ImportView, 'list' | 'allowPrivate' | 'imported' | 'problem'>;

/** The page on which many sources are added at once. */
@Controller('import')
export class ImportPageController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  constructor(@Inject(millPorts) ports: MillPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#ports = ports;
    this.#frame = frame;
  }

  @Get()
  @Header('content-type', html)
  form(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply): string {
    return this.#page({ list: '', allowPrivate: '' }, request, reply);
  }

  @Post()
  @HttpCode(200)
  @Header('content-type', html)
  async import(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const form = formFields(body);
    const shown = { list: form.get('list') ?? '', allowPrivate: form.get('allowPrivate') ?? '' };
    const pairs = privatePairs(shown.allowPrivate);
    needForm(this.#ports, request, form.get('token'), scopeToAsk('importSources', { allowPrivate: pairs }));
    try {
      const wish = bodyPipe(ImportBody).transform({
        list: shown.list,
        allowPrivate: pairs,
        dryRun: form.get('do') !== 'add',
      });
      const imported = importAnswer(await importGiven(this.#ports, wish));
      return this.#page({ ...shown, imported }, request, reply);
    } catch (error) {
      return this.#page({ ...shown, problem: toldRefusal(error, reply) }, request, reply);
    }
  }

  #page(view: Shown, request: HttpRequest, reply: HttpReply): string {
    return renderImport(
      {
        ...view,
        token: giveFormToken(request, reply, this.#ports.adminKey),
        canImport: mayChange(request, 'write'),
        canNamePrivate: mayChange(request, 'admin'),
      },
      this.#frame.of(request),
    );
  }
}
