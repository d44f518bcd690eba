// Builds deploy/Dockerfile without an engine: every stage is an overlay over the file system of this machine,
// which stands in for the base image (with the Node of the project as /usr/local/bin/node). What a stage adds
// lies in its own folder: the image's file list.
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pairs, readCopy, readStages } from './dockerfile.mjs';
import { runCommand } from './run-command.mjs';

const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Mounts the layers of a stage at `point`, writable at the top. */
function mountStage(stage, point, work) {
  for (const folder of [point, work, stage.layers[0]]) mkdirSync(folder, { recursive: true });
  runCommand('mount', [
    '-t',
    'overlay',
    'overlay',
    '-o',
    `lowerdir=${[...stage.layers.slice(1), '/'].join(':')},upperdir=${stage.layers[0]},workdir=${work}`,
    point,
  ]);
  for (const name of ['proc', 'dev']) runCommand('mount', ['--rbind', `/${name}`, join(point, name)]);
}

function copyInto(sourceRoot, copy, point, workdir) {
  const target = resolve(workdir, copy.target);
  const isFolder = copy.target.endsWith('/') || copy.sources.length > 1;
  for (const source of copy.sources) {
    const from = join(sourceRoot, source);
    const to = join(
      point,
      statSync(from).isFile() && (isFolder || existsSync(join(point, target)))
        ? join(target, basename(source))
        : target,
    );
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    if (copy.chmod !== undefined) chmodSync(to, Number.parseInt(copy.chmod, 8));
  }
}

/** Carries out the instructions of one stage; answers what they say of containers. */
function carryOut(stage, { point, context, stages, say }) {
  const image = { workdir: '/', env: {}, ...stage.inherited };
  for (const { name, rest } of stage.instructions) {
    if (name === 'WORKDIR') {
      image.workdir = resolve(image.workdir, rest);
      mkdirSync(join(point, image.workdir), { recursive: true });
    } else if (name === 'COPY') {
      const copy = readCopy(rest);
      // Where another stage is copied from, only what that stage and its parents added counts, not this
      // machine.
      const roots = copy.from === undefined ? [context] : [...stages.get(copy.from).layers].reverse();
      for (const root of roots)
        if (copy.sources.every((source) => existsSync(join(root, source))))
          copyInto(root, copy, point, image.workdir);
    } else if (name === 'RUN') {
      say(`${stage.name ?? 'image'}: ${rest.slice(0, 100)}`);
      runCommand('chroot', [point, '/bin/sh', '-c', `cd ${image.workdir} && ${rest}`], {
        env: { ...process.env, ...image.env, PATH: path, HOME: process.env.HOME ?? '/root' },
      });
    } else if (name === 'ENV') image.env = { ...image.env, ...pairs(rest) };
    else if (name === 'ENTRYPOINT' || name === 'CMD') image[name.toLowerCase()] = JSON.parse(rest);
    else if (name === 'USER') image.user = rest;
    else if (!['LABEL', 'VOLUME', 'EXPOSE', 'STOPSIGNAL', 'HEALTHCHECK'].includes(name))
      throw new Error(`the Dockerfile uses ${name}, which this script does not know`);
  }
  return image;
}

/** Builds the image; answers its layers, topmost first, and its ENV, ENTRYPOINT, CMD, USER and WORKDIR. */
export function buildImage({ dockerfile, context, folder, node, say }) {
  const base = join(folder, 'node');
  mkdirSync(join(base, 'usr/local/bin'), { recursive: true });
  copyFileSync(node, join(base, 'usr/local/bin/node'));
  const stages = new Map();
  let last;
  for (const [index, stage] of readStages(readFileSync(dockerfile, 'utf8')).entries()) {
    const parent = stages.get(stage.parent);
    const layers = [join(folder, `stage-${index}`, 'layer'), ...(parent?.layers ?? [base])];
    const point = join(folder, `stage-${index}`, 'root');
    mountStage({ layers }, point, join(folder, `stage-${index}`, 'work'));
    const image = carryOut({ ...stage, inherited: parent?.image }, { point, context, stages, say });
    runCommand('umount', ['--recursive', point]);
    last = { layers, image };
    if (stage.name !== undefined) stages.set(stage.name, last);
  }
  return last;
}
