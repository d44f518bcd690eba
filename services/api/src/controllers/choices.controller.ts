import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { languageOf } from '@newsmill/service-console';
import { ownPath } from '../console/page-of.ts';
import { languageCookie } from '../console/speak-as-asked.ts';
import { picturesCookie } from '../console/wants-pictures.ts';
import { formFields, isForeignForm } from '../guards/form-token.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import { welcomeCookie } from '../views/read-welcome.ts';
import { ApiProblem } from '../problems/api-problem.ts';

/**
 * What a browser keeps of how its reader wants pages: their language, whether pictures are loaded from publishers, and
 * whether the first steps are put away.
 */
@Controller()
export class ChoicesController {
  /** The form at the foot of every page. */
  @Post('language')
  @HttpCode(303)
  language(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): string {
    if (isForeignForm(request))
      throw new ApiProblem('form-expired', 'Choose the language at the foot of a page of the console.');
    const fields = formFields(body);
    return keep(`${languageCookie}=${languageOf(fields.get('language'), undefined)}`, fields, reply);
  }

  @Post('pictures')
  @HttpCode(303)
  pictures(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): string {
    if (isForeignForm(request))
      throw new ApiProblem('form-expired', 'Choose whether pictures are shown on a page of the console.');
    const fields = formFields(body);
    const choice = fields.get('pictures') === 'shown' ? 'shown' : 'hidden';
    return keep(`${picturesCookie}=${choice}`, fields, reply);
  }

  @Post('welcome')
  @HttpCode(303)
  welcome(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): string {
    if (isForeignForm(request))
      throw new ApiProblem('form-expired', 'Put the first steps away on a page of the console.');
    return keep(`${welcomeCookie}=away`, formFields(body), reply);
  }
}

/** Keeps a choice for a year, and goes on to where the form was. */
function keep(choice: string, fields: ReadonlyMap<string, string>, reply: HttpReply): string {
  reply
    .header('set-cookie', `${choice}; Path=/; Max-Age=31536000; SameSite=Lax`)
    .header('location', ownPath(fields.get('next')))
    .header('cache-control', 'no-store');
  return '';
}
