import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { languageOf } from '@newsmill/service-console';
import { ownPath } from '../console/page-of.ts';
import { languageCookie } from '../console/speak-as-asked.ts';
import { formFields, isForeignForm } from '../guards/form-token.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import { ApiProblem } from '../problems/api-problem.ts';

/** The form at the foot of every page with which people choose a language. */
@Controller()
export class LanguageController {
  @Post('language')
  @HttpCode(303)
  choose(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): string {
    if (isForeignForm(request))
      throw new ApiProblem('form-expired', 'Choose the language at the foot of a page of the console.');
    const fields = formFields(body);
    const language = languageOf(fields.get('language'), undefined);
    reply
      .header('set-cookie', `${languageCookie}=${language}; Path=/; Max-Age=31536000; SameSite=Lax`)
      .header('location', ownPath(fields.get('next')))
      .header('cache-control', 'no-store');
    return '';
  }
}
