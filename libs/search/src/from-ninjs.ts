import { ArticleDocument } from '@newsmill/contracts';
import { ninjsRoles, type NinjsItem } from './ninjs-item.ts';
import { coreFields, type NinjsRest } from './ninjs-rest.ts';

/** The item was not made by toNinjs. */
export class ForeignNinjs extends Error {
  override readonly name = 'ForeignNinjs';
}

function isRest(value: unknown): value is NinjsRest {
  if (
    typeof value !== 'object' ||
    value === null ||
    !('fields' in value) ||
    typeof value.fields !== 'object' ||
    value.fields === null
  )
    return false;
  return (
    !('absent' in value) ||
    (Array.isArray(value.absent) && value.absent.every((name) => typeof name === 'string'))
  );
}

function parsed(text: string, uri: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ForeignNinjs(`the description ${ninjsRoles.rest} of ${uri} is no JSON`, { cause });
  }
}

function restOf({ uri, descriptions }: NinjsItem): NinjsRest {
  const text = descriptions.findLast(({ role }) => role === ninjsRoles.rest)?.value;
  if (text === undefined)
    throw new ForeignNinjs(
      `${uri} has no description with the role ${ninjsRoles.rest}: only items of newsmill can be read back`,
    );
  const rest = parsed(text, uri);
  if (!isRest(rest))
    throw new ForeignNinjs(`the description ${ninjsRoles.rest} of ${uri} is not as newsmill writes it`);
  return rest;
}

/** The document that an item of `toNinjs` was made of. Throws ForeignNinjs for any other item. */
export function fromNinjs(item: NinjsItem): ArticleDocument {
  const { fields, absent = [] } = restOf(item);
  const core = Object.entries(coreFields(item)).filter(
    ([name, value]) => value !== undefined && !absent.includes(name),
  );
  const document = ArticleDocument.safeParse(Object.fromEntries([...core, ...Object.entries(fields)]));
  if (!document.success)
    throw new ForeignNinjs(`${item.uri} holds no article of newsmill: ${document.error.message}`, {
      cause: document.error,
    });
  return document.data;
}
