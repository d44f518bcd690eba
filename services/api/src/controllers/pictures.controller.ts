import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ownPath } from '../console/page-of.ts';
import { picturesCookie } from '../console/wants-pictures.ts';
import { formFields, isForeignForm } from '../guards/form-token.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import { ApiProblem } from '../problems/api-problem.ts';

/** The form with which people choose whether pictures are loaded from publishers. */
@Controller()
export class PicturesController {
  @Post('pictures')
  @HttpCode(303)
  choose(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): string {
    if (isForeignForm(request))
      throw new ApiProblem('form-expired', 'Choose whether pictures are shown on a page of the console.');
    const fields = formFields(body);
    const choice = fields.get('pictures') === 'shown' ? 'shown' : 'hidden';
    reply
      .header('set-cookie', `${picturesCookie}=${choice}; Path=/; Max-Age=31536000; SameSite=Lax`)
      .header('location', ownPath(fields.get('next')))
      .header('cache-control', 'no-store');
    return '';
  }
}
