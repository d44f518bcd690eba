// The types of libs/client, from the API description.
import openapiTS, { astToString } from 'openapi-typescript';

/** The generated file; `description` is the text of services/api/openapi.json. */
export async function clientFiles(description) {
  const text = astToString(await openapiTS(JSON.parse(description)));
  return [
    [
      'libs/client/src/schema.ts',
      `/* Written by \`npm run gen\` from services/api/openapi.json. */\n${text}`,
    ],
  ];
}
