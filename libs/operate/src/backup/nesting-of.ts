/** Levels of arrays and objects that a line of a backup may have. */
const deepest = 200;
const [quote, backslash, openArray, openObject, closeArray, closeObject] = Buffer.from('"\\[{]}');

/** Whether JSON is nested deeper than anything that we write. */
export function isDeep(json: Uint8Array): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (isText) {
      if (sign === backslash) at += 1;
      else if (sign === quote) isText = false;
    } else if (sign === quote) isText = true;
    else if (sign === openArray || sign === openObject) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (sign === closeArray || sign === closeObject) depth -= 1;
  }
  return false;
}
