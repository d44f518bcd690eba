// Reads the subset of the Dockerfile language that deploy/Dockerfile is written in.

/** Instructions with what follows them, continued lines joined. */
function instructions(text) {
  const lines = text
    .split('\n')
    .filter((line) => !/^\s*(#|$)/.test(line))
    .join('\n')
    .replace(/\\\n/g, ' ')
    .split('\n');
  return lines.map((line) => {
    const [, name, rest] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    if (name === undefined) throw new Error(`this line of the Dockerfile is no instruction: ${line}`);
    return { name, rest: rest.trim() };
  });
}

/** `NAME=value NAME="some words"` as an object. */
export function pairs(text) {
  return Object.fromEntries(
    [...text.matchAll(/([\w.]+)=(?:"([^"]*)"|(\S+))/g)].map(([, name, quoted, bare]) => [
      name,
      quoted ?? bare,
    ]),
  );
}

/** `COPY [--from=STAGE] [--chmod=MODE] SOURCE... TARGET`. */
export function readCopy(rest) {
  const words = rest.split(/\s+/);
  const options = Object.fromEntries(
    words.filter((word) => word.startsWith('--')).map((word) => word.slice(2).split('=')),
  );
  const paths = words.filter((word) => !word.startsWith('--'));
  return { from: options.from, chmod: options.chmod, sources: paths.slice(0, -1), target: paths.at(-1) };
}

/** The stages of a Dockerfile: name (undefined for the last), what it stands on, its instructions. */
export function readStages(text) {
  const stages = [];
  for (const instruction of instructions(text)) {
    if (instruction.name !== 'FROM') {
      stages.at(-1).instructions.push(instruction);
      continue;
    }
    const [, parent, name] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(instruction.rest);
    stages.push({ name, parent, instructions: [] });
  }
  return stages;
}
