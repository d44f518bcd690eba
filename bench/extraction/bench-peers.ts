import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { peerFiles } from '../../tools/gen/peers.mjs';
import { siteOfAddress } from '../train/read-fold.ts';
import { chooseOutOfFold, chooseShipped } from './fold-models.ts';
import { figuresOf } from './measure.ts';
import { openPack, type Pack } from './pack.ts';
import {
  isShown,
  newsmill,
  readPeerFigures,
  writePeerFigures,
  type Measurement,
  type PeerFigures,
} from './peer-table.ts';
import { peers, versionOf, type Peer } from './peers.ts';
import { readRun, runPeers } from './run-peers.ts';
import { runCleaner } from './run-cleaner.ts';
import { failureRows } from './score-rows.ts';
import type { Figures, Run } from './score-run.ts';
import { scoreWild, unreadPages, type WildTerms } from './score-wild.ts';
import { bareParse, measureSpeed, type Speed } from './speed-of-peers.ts';

/** The pages of the table. */
interface Packs {
  readonly core: Pack;
  readonly wild: Pack;
}
/** What one extractor said of them. */
type Runs = Readonly<Record<keyof Packs, Run>>;

const project = fileURLToPath(new URL('../..', import.meta.url));
/** Peers that the table shows. */
const shownPeers = peers.filter(({ shownAs }) => shownAs !== undefined);

function ownRuns({ core, wild }: Packs): Runs {
  const [ofCore = new Map()] = runCleaner(core, [chooseOutOfFold()]);
  const [ofWild = new Map()] = runCleaner(wild, [chooseShipped]);
  return { core: ofCore, wild: ofWild };
}

/** Lets the peers of the table read all pages. Throws where one cannot be had: the table has no gaps. */
async function peerRuns(packs: Packs, out: string): Promise<ReadonlyMap<Peer, Runs>> {
  const ofCore = await runPeers(packs.core, out, shownPeers);
  const ofWild = await runPeers(packs.wild, out, shownPeers);
  return new Map(
    ofCore.map((core, index) => {
      const wild = ofWild[index];
      if ('problem' in core) throw new Error(`${core.peer.name}: ${core.problem}`);
      if (wild === undefined || 'problem' in wild)
        throw new Error(`${core.peer.name}: ${wild?.problem ?? 'no run over wild'}`);
      return [core.peer, { core: readRun(core.file), wild: readRun(wild.file) }];
    }),
  );
}

/** Adds counts of both packs. */
function failures(packs: Packs, runs: Runs): Figures {
  const [core, wild] = [failureRows(packs.core.gold, runs.core), failureRows(packs.wild.gold, runs.wild)];
  return Object.fromEntries(
    Object.entries(core).map(([row, { value, pages }]) => [
      row,
      { value: value + (wild[row]?.value ?? 0), pages: pages + (wild[row]?.pages ?? 0) },
    ]),
  );
}

/** CPU time of a page beside that of a bare parse; nothing where either could not be measured. */
function cpuRow(speed: Readonly<Record<string, Speed>>, name: string): Figures {
  const [own, parse] = [speed[name], speed[bareParse]];
  return own === undefined || parse === undefined
    ? {}
    : { cpu: { value: own.warmMs / parse.warmMs, pages: own.pages } };
}

const today = (): string => new Date().toISOString().slice(0, 10);

function measurementOf(packs: Packs, runs: Runs, terms: WildTerms, known: Omit<Measurement, 'measured'>) {
  const figures: Figures = {
    ...figuresOf(packs.core, runs.core),
    ...scoreWild(packs.wild, runs.wild, terms),
    ...failures(packs, runs),
    ...known.figures,
  };
  const shown = Object.entries(figures).filter(([row]) => isShown(row));
  return { version: known.version, measured: today(), figures: Object.fromEntries(shown) };
}

const corpusOf = ({ hash, pages }: Pack) => ({ hash, pages: pages.length });

function ownVersion(): string {
  return JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).version;
}

/** Measures all; the peers run where their runs are not kept from before. */
async function measureAll(packs: Packs, out: string): Promise<PeerFigures> {
  const others = await peerRuns(packs, out);
  const speed = measureSpeed(packs.core, out, shownPeers);
  const leftOut = unreadPages(
    packs.wild.gold,
    [...others.values()].map(({ wild }) => wild),
  );
  const terms = { leftOut, seenSites: sitesOf(packs.core) };
  const ours = { version: ownVersion(), figures: cpuRow(speed, newsmill) };
  const measurements: Record<string, Measurement> = {
    [newsmill]: measurementOf(packs, ownRuns(packs), terms, ours),
  };
  for (const [peer, runs] of others) {
    const known = { version: versionOf(peer), figures: cpuRow(speed, peer.name) };
    measurements[peer.shownAs ?? peer.name] = measurementOf(packs, runs, terms, known);
  }
  const parseMs = speed[bareParse]?.warmMs ?? 0;
  return { core: corpusOf(packs.core), wild: corpusOf(packs.wild), leftOut, parseMs, measurements };
}

/** Measures newsmill alone; the figures of the peers stay. Throws where they are of other pages. */
function measureOurs(packs: Packs, out: string): PeerFigures {
  const before = readPeerFigures();
  if (before.core.hash !== packs.core.hash || before.wild.hash !== packs.wild.hash)
    throw new Error('the peers were measured on other pages; leave --ours out, and they are measured again');
  const terms = { leftOut: before.leftOut, seenSites: sitesOf(packs.core) };
  const speed = measureSpeed(packs.core, out, []);
  const known = { version: ownVersion(), figures: cpuRow(speed, newsmill) };
  const ours = measurementOf(packs, ownRuns(packs), terms, known);
  return { ...before, measurements: { ...before.measurements, [newsmill]: ours } };
}

function sitesOf(pack: Pack): ReadonlySet<string> {
  return new Set(pack.pages.map((page) => siteOfAddress(page.url)));
}

/**
 * Measures newsmill and its peers on the pack and on `wild` beside it, or with `isOurs` newsmill alone; writes
 * `peers.json`, and the tables of `docs/clean.md` and of the package that are made of it.
 */
export async function benchPeers(folder: string, out: string, isOurs: boolean): Promise<void> {
  const packs = { core: openPack(folder), wild: openPack(join(folder, '..', 'wild')) };
  writePeerFigures(isOurs ? measureOurs(packs, out) : await measureAll(packs, out));
  for (const [path, text] of peerFiles()) writeFileSync(join(project, path), text);
  console.log('bench/extraction/peers.json, docs/clean.md and libs/clean/README.md hold what was measured');
}
