import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { privatePairs, renderPreview, type PreviewView } from '@newsmill/service-console';
import { AddSourceBody, addSource, type MillPorts, PreviewBody, previewAddress } from '@newsmill/operate';
import { millPorts } from '../tokens.ts';
import { ConsoleFrame } from '../console/console-frame.ts';
import { toldRefusal } from '../console/told-refusal.ts';
import { bodyPipe } from '../description/zod-pipe.ts';
import { formFields, giveFormToken } from '../guards/form-token.ts';
import { mayChange, needForm } from '../guards/guard-requests.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import { shownSource } from '../views/shown-path.ts';
import { scopeToAsk } from './operate.controller.ts';

const html = 'text/html; charset=utf-8';
type Shown = Pick<PreviewView, 'url' | 'allowPrivate' | 'source' | 'preview' | 'added' | 'problem'>;
/** What was typed, and the private addresses in it. */
interface Typed extends Pick<PreviewView, 'url' | 'allowPrivate' | 'source'> {
  readonly pairs: readonly string[];
}

/** A field of a form that may be left empty. */
function given(value: string | undefined): string | undefined {
  const text = value?.trim() ?? '';
  return text === '' ? undefined : text;
}

/** The private pair of an address that a source reaches anyway, such as a page of the demonstration; else empty. */
function allowedPair({ folder }: Pick<MillPorts, 'folder'>, url: string): string {
  const host = URL.canParse(url) ? new URL(url).host : '';
  return folder.sources().some(({ allowPrivate }) => allowPrivate.includes(host)) ? host : '';
}

/** The page on which a feed or page is tried before it becomes a source, and added. */
@Controller('preview')
export class PreviewPageController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  constructor(@Inject(millPorts) ports: MillPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#ports = ports;
    this.#frame = frame;
  }

  @Get()
  @Header('content-type', html)
  previewForm(
    @Query('url') url: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): string {
    const typed = typeof url === 'string' ? url.slice(0, 8_000) : '';
    return this.#page(
      { url: typed, allowPrivate: allowedPair(this.#ports, typed), source: '' },
      request,
      reply,
    );
  }

  @Post()
  @HttpCode(200)
  @Header('content-type', html)
  preview(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    return this.#answer(body, 'preview', request, reply, async (_form, typed) => {
      const wish = bodyPipe(PreviewBody).transform({
        url: typed.url,
        allowPrivate: typed.pairs,
        source: given(typed.source),
      });
      return { preview: await previewAddress(this.#ports, wish.url, wish) };
    });
  }

  @Post('add')
  @HttpCode(200)
  @Header('content-type', html)
  add(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    return this.#answer(body, 'addSource', request, reply, async (form, typed) => {
      const wish = bodyPipe(AddSourceBody).transform({
        url: typed.url,
        allowPrivate: typed.pairs,
        all: form.get('all') === 'yes',
        id: given(form.get('id')),
        name: given(form.get('name')),
      });
      return { added: shownSource(await addSource(this.#ports, wish)) };
    });
  }

  /** The page with what a form did, or why it could not. */
  async #answer(
    body: unknown,
    operation: 'preview' | 'addSource',
    request: HttpRequest,
    reply: HttpReply,
    work: (form: ReadonlyMap<string, string>, typed: Typed) => Promise<Pick<Shown, 'preview' | 'added'>>,
  ): Promise<string> {
    const form = formFields(body);
    const [url, allowPrivate, source] = ['url', 'allowPrivate', 'source'].map((name) => form.get(name) ?? '');
    const shown = { url: url ?? '', allowPrivate: allowPrivate ?? '', source: source ?? '' };
    const pairs = privatePairs(shown.allowPrivate);
    needForm(this.#ports, request, form.get('token'), scopeToAsk(operation, { allowPrivate: pairs }));
    try {
      return this.#page({ ...shown, ...(await work(form, { ...shown, pairs })) }, request, reply);
    } catch (error) {
      return this.#page({ ...shown, problem: toldRefusal(error, reply) }, request, reply);
    }
  }

  #page(view: Shown, request: HttpRequest, reply: HttpReply): string {
    const token = giveFormToken(request, reply, this.#ports.adminKey);
    return renderPreview(
      {
        ...view,
        token,
        canTry: mayChange(request, 'write'),
        canNamePrivate: mayChange(request, 'admin'),
      },
      this.#frame.of(request),
    );
  }
}
