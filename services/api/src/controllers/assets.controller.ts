import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiProblem } from '../problems/api-problem.ts';
import { ConsoleFrame } from '../console/console-frame.ts';
import type { HttpReply } from '../http/http-types.ts';

/** Style, icon and script of the console; their names hold their hash, so browsers may keep them for ever. */
@Controller('assets')
export class AssetsController {
  readonly #frame: ConsoleFrame;
  constructor(@Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#frame = frame;
  }

  @Get(':file')
  file(@Param('file') name: string, @Res() reply: HttpReply): void {
    const asset = this.#frame.assets.files.get(name);
    if (asset === undefined)
      throw new ApiProblem(
        'not-found',
        'There is no such file; the page that names it is of another version. Load the page again.',
      );
    reply
      .header('content-type', asset.contentType)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(asset.bytes);
  }
}
