import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { mendFile, readFileOfSource, type FileOfSource, type MillPorts } from '@newsmill/operate';
import { renderSourceFile, type SourceFileView } from '@newsmill/service-console';
import { ConsoleFrame } from '../console/console-frame.ts';
import { toldRefusal } from '../console/told-refusal.ts';
import { draftIn } from '../console/source-deeds.ts';
import { etagOf } from '../description/answer-etag.ts';
import { formFields, giveFormToken } from '../guards/form-token.ts';
import { mayChange, needForm } from '../guards/guard-requests.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import { ApiProblem } from '../problems/api-problem.ts';
import { millPorts } from '../tokens.ts';

const html = 'text/html; charset=utf-8';

/**
 * One file of the folder of sources, also one that gives no source: its text, its mistakes, and the form that mends it.
 */
@Controller('source-files')
export class SourceFilesPageController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  constructor(@Inject(millPorts) ports: MillPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#ports = ports;
    this.#frame = frame;
  }

  @Get(':name')
  @Header('content-type', html)
  async show(
    @Param('name') name: string,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const file = mayChange(request, 'admin') ? await this.#file(name) : undefined;
    return this.#page({ name, file }, request, reply);
  }

  @Post('mend')
  @HttpCode(200)
  @Header('content-type', html)
  async mend(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const form = formFields(body);
    needForm(this.#ports, request, form.get('token'));
    const [name, draft] = [form.get('name') ?? '', draftIn(form) ?? ''];
    try {
      const source = await mendFile(this.#ports, { name, text: draft }, (before) => {
        if (etagOf(before) === form.get('version')) return;
        throw new ApiProblem(
          'precondition-failed',
          'The file is not as you read it: somebody has changed it.',
        );
      });
      return this.#page({ name, file: await this.#file(name), written: source.id }, request, reply);
    } catch (error) {
      return this.#page(
        { name, draft, problem: toldRefusal(error, reply), file: await this.#file(name) },
        request,
        reply,
      );
    }
  }

  async #file(name: string): Promise<FileOfSource> {
    const file = await readFileOfSource(this.#ports, name);
    if (file === undefined) throw new ApiProblem('not-found', 'There is no source file of this name.');
    return file;
  }

  #page(
    { file, ...view }: Pick<SourceFileView, 'name' | 'file' | 'draft' | 'problem' | 'written'>,
    request: HttpRequest,
    reply: HttpReply,
  ): string {
    const shown =
      file === undefined
        ? { token: '' }
        : { file, version: etagOf(file.text), token: giveFormToken(request, reply, this.#ports.adminKey) };
    return renderSourceFile({ ...view, ...shown }, this.#frame.of(request));
  }
}
