// docs/reliability.md: what a mill comes through, from the records of the last runs of the faults and of bad input.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultTable } from '../../bench/fault/fault-table.ts';
import { root } from '../setup.mjs';

const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (heads, rows) =>
  [
    `| ${heads.join(' | ')} |`,
    `|${heads.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  ].join('\n');
const readRecords = (path) =>
  existsSync(join(root, path)) ? JSON.parse(readFileSync(join(root, path), 'utf8')) : [];
const count = (value) => value.toLocaleString('en');

/** Kinds of harm that the oracle looks for, with the words of the page. */
const harms = {
  lost: [
    'lost',
    'An article that was fed is not in the library, or the ledger knows nothing of its address.',
  ],
  doubled: ['doubled', 'Two documents for one article.'],
  torn: ['torn', 'A document with parts of two versions, or of two articles.'],
  phantom: ['phantom', 'A document, or an address in the ledger, that nobody fed.'],
  stale: ['stale', 'An older version won over a newer one.'],
  unseen: [
    'unseen',
    'In the library, but not found by a search for a word that only this article has; or found and not there.',
  ],
  unbalanced: [
    'unbalanced',
    "Ledger, library, dead letters, frontier and queues disagree, by the mill's own audit.",
  ],
  wrongDeadLetters: ['dead letters', 'Other dead letters than exactly those of the poison that was fed.'],
  falseDuplicates: ['false copies', 'A document that is said to be a copy of one that tells another story.'],
};

/** What a fault promises about its stalls, in words; nothing where it promises nothing. */
function promised(promisedMs = {}) {
  const forms = Object.entries(promisedMs);
  if (forms.length === 0) return '';
  const words = forms.map(([form, ms]) => `${ms / 1_000} s ${form}`);
  return `; promised is a p95 below ${words.join(' and ')}`;
}

function faultSection() {
  const records = readRecords('bench/fault/records.json');
  const of = ({ name }) => records.filter(({ fault }) => fault === name);
  const done = faultTable.filter((fault) => of(fault).length > 0);
  const isDone = (fault, form) =>
    of(fault).some((record) => record.form === form && record.dose >= fault.doses[form].full);
  const missing = faultTable.flatMap((fault) =>
    Object.keys(fault.doses)
      .filter((form) => !isDone(fault, form))
      .map((form) => `${fault.id} ${fault.name} (${form})`),
  );
  const unitOf = (name) => faultTable.find((fault) => fault.name === name)?.unit ?? '';
  return [
    '## Faults',
    'Each run feeds articles (some corrected, some withdrawn, some copies, some poison), does the fault, lets the mill finish, and compares what it ended with to everything that was fed: every address, every version, the hash of every paragraph.',
    '',
    table(
      ['harm', 'what it is'],
      Object.values(harms).map(([word, meaning]) => [word, meaning]),
    ),
    '',
    ...(done.length === 0
      ? []
      : [
          table(
            ['fault', 'what is done'],
            done.map(({ id, name, does, stall, promisedMs }) => [
              `${id} ${name}`,
              `${does}.${stall === undefined ? '' : ` Stall: ${stall}${promised(promisedMs)}.`}`,
            ]),
          ),
          '',
          table(
            [
              'fault',
              'form',
              'dose',
              'articles',
              ...Object.values(harms).map(([word]) => word),
              'stall p95',
              'memory',
              'further figures',
              'run',
            ],
            records.map((record) => [
              `${record.id} ${record.fault}`,
              record.form,
              `${count(record.dose)} ${unitOf(record.fault)}`,
              count(record.articles),
              ...Object.keys(harms).map((harm) => record[harm]),
              record.stallP95Ms === null ? '' : `${(record.stallP95Ms / 1_000).toFixed(1)} s`,
              `${count(record.peakRssMb)} MB`,
              [
                ...Object.entries(record.extra).map(([name, figure]) => `${name}: ${figure}`),
                ...record.late.map((promise) => `**late: ${promise}**`),
                ...(record.passed ? [] : ['**something else was not as it must be**']),
              ].join('; '),
              `${record.day}, ${Math.ceil(record.seconds / 60)} min, seed ${record.seed}, ${record.cores} cores`,
            ]),
          ),
          '',
          'Memory is the sum of all processes of the run at its peak; of a run within one process, the peak of that process, the judge included. A harm is one on any machine; **late** names a promise of time that the machine of the run did not keep. Requests too soon came after less than half of the pause that a source asks for; a machine that stands still for a moment hands some over late and the next in time, so up to one in a hundred is no harm.',
        ]),
    ...(missing.length === 0 ? [] : ['', `Without a kept run of the full dose: ${missing.join(', ')}.`]),
    '',
    'Repeat one with `npm run bench -- fault kill --seed 7`; `npm run bench -- fault list` names all. `npm test` does short doses of all those of the embedded form and, over services with real servers, of F1 and F4 to F8 in one run (`test/faults/service-drill.test.ts`); the others of the distributed form are commands alone.',
    '',
  ];
}

function inputSection() {
  const { day, inputs: records = [] } = readRecords('bench/inputs/records.json');
  if (records.length === 0) return [];
  const figure = (value, unit) => (value === undefined || value === null ? '' : `${count(value)} ${unit}`);
  return [
    '## Bad input',
    'What publishers, operators and strangers can send, and what becomes of it. BLOCK: refused before a byte is sent. PARK: a dead letter with its reason. CLEAN: an article, its payload inert. REJECT: refused with the place of the mistake. CAP: cut at a limit. ',
    'CPU: of the process that takes the input with all its threads, of a paper that of the mill. Memory: the most that is resident meanwhile, all that the process held before included. Event loop held: the longest time without a turn, of the clock: other work on the machine makes it longer, and the CPU time not. An input that goes through a suite of its own names that suite: its figures are those of one test, the greatest where a table has several, and what the test itself does, and jest around it, is in them (a mill or a script that it starts counts as well, a server or a browser does not).',
    `Measured on ${day} by \`npm run bench -- inputs\`.`,
    '',
    table(
      ['row', 'input', 'outcome', 'CPU', 'memory', 'event loop held', 'suite of its own'],
      records.map(({ row, input, outcome, test, cpuMs, peakRssMb, loopLagMs }) => [
        row,
        input,
        outcome,
        figure(cpuMs, 'ms'),
        figure(peakRssMb, 'MB'),
        figure(loopLagMs, 'ms'),
        test === undefined ? '' : `\`${test.split(':')[0]}\``,
      ]),
    ),
    '',
  ];
}

function fuzzSection() {
  const { day, seconds, seed, targets = [] } = readRecords('bench/fuzz/records.json');
  if (targets.length === 0) return [];
  return [
    '## Fuzzed readers',
    `Each reader was fed for ${count(seconds)} s of CPU with inputs by its grammar, any texts, and changes of both. A finding is a crash, a broken invariant, or more than 2 s of CPU for 100 KB.`,
    '',
    table(
      ['reader', 'inputs', 'ways through it', 'slowest, CPU for 100 KB', 'findings'],
      targets.map(({ target, executions, ways, slowestMs, findings }) => [
        target,
        count(executions),
        count(ways),
        `${count(slowestMs)} ms`,
        findings,
      ]),
    ),
    '',
    `Run on ${day}: \`npm run bench -- fuzz all --seconds ${seconds} --seed ${seed} --write\`. \`npm test\` feeds each for five seconds, and first what was ever found, which is kept in \`test/fuzz/cases\` when it is mended.`,
    '',
  ];
}

function hostileSection() {
  const { looks, ...run } = readRecords('bench/hostile/record.json');
  if (looks === undefined) return [];
  const spread = ({ median, p95 = '', p99 = '', most }, unit) =>
    [median, p95, p99, most].map((value) => (value === '' ? '' : `${count(value)} ${unit}`));
  const { feeds, pages, never, neverPages } = run.asked;
  const unasked = [
    ...(never.length === 0 ? [] : [`**never asked: ${never.join(', ')}**`]),
    ...(neverPages.length === 0 ? [] : [`**never asked for a page: ${neverPages.join(', ')}**`]),
  ];
  return [
    '## A hostile web',
    `One embedded mill reads ${run.sources} sources for ${run.minutes} minutes, all hostile but one: bodies without an end, pages that cost much, answers that drip or never come, traps of links, bombs, floods (\`bench/hostile/hostile-papers.ts\`). ${run.limitMb === null ? 'Its memory is not limited.' : `A control group gives it ${count(run.limitMb)} MB, in which the kernel killed ${run.oomKills === 0 ? 'none' : `**${run.oomKills}**`} of its processes.`} Promised are an honest story that can be searched within 15 s (p95), an event loop of the main thread whose 99th percentile of the whole run stays below 50 ms, no more memory than it is given, and that every source is asked for its channel and, where that names pages, for one of them.`,
    '',
    table(
      ['figure', 'median', 'p95', 'p99', 'most'],
      [
        ['age of the newest honest story', ...spread(run.ageS, 's')],
        ['event loop held', ...spread(run.loopMs.held, 'ms')],
        ['computed by the main thread meanwhile', ...spread(run.loopMs.computed, 'ms')],
        ['resident memory', ...spread(run.rssMb, 'MB')],
      ],
    ),
    '',
    `The mill asked ${count(feeds)} times for channels and ${count(pages)} times for pages; ${unasked.length === 0 ? 'no source was left out' : unasked.join('; ')}. It ${run.isAlive ? 'lived on' : '**died**'}, its audit ${run.isBalanced ? 'balanced' : '**did not balance**'}; ${run.unanswered} of ${looks} looks had no answer within 20 s. The oracle judged the ${count(run.honest.told)} honest stories by what the mill ended with: ${run.honest.harms.length === 0 ? 'none was harmed' : `**${run.honest.harms.join('; ')}**`}.${run.late.map((promise) => ` **Late: ${promise}.**`).join('')} Run on ${run.day}, ${run.cores} cores: \`npm run bench -- hostile ${run.minutes}${run.limitMb === null ? '' : ` ${run.limitMb}`} --write\`.`,
    '',
  ];
}

function payloadSection() {
  const { of = 0, ways = [] } = readRecords('bench/payloads/records.json');
  if (ways.length === 0) return [];
  const where = ({ pages }) =>
    pages === undefined ? 'read by the rules of each form' : `Chromium, ${count(pages)} pages`;
  const carried = ({ payloads, elsewhere }) =>
    elsewhere === undefined
      ? count(payloads)
      : `${count(payloads)} in articles, ${count(elsewhere)} of them also in names, reasons, files, settings, dead letters and forms`;
  return [
    '## Payloads',
    `Texts that would run, call, or be a formula or a mention, were they not taken for text: what came of them in each way out of the mill. There are ${count(of)}; the run whose record this is took as many of them, evenly, as the table says. Executions: how often one ran in the browser. Other harm: dialogs, requests to others, errors, addresses that would run something, and what the content security policy had to stop; where no browser reads, what was not as its form wants it.`,
    '',
    table(
      ['way out', 'payloads', 'where', 'executions', 'other harm'],
      ways.map((record) => [
        record.way,
        carried(record),
        where(record),
        record.ran ?? '',
        record.otherHarm ?? record.faults,
      ]),
    ),
    '',
    'Repeat it with `npm run bench -- payloads --write`. `npm test` shows all of them in the HTML of articles, and some of them in each other way out.',
    '',
  ];
}

const page = () =>
  [
    '# Reliability',
    '<!-- Written by `npm run gen` from the records in bench/fault, bench/inputs, bench/payloads and bench/hostile; change those by their benches. -->',
    '',
    'What newsmill promises, what it was put through, and what it does not promise.',
    '',
    '## What is promised',
    table(
      ['where', 'promise', 'by what'],
      [
        [
          'to the library',
          'effectively once',
          'Stages may handle a message again; the id of an article follows from its address and its version is the time when the page was fetched, so an older or equal version never wins and nothing is there twice.',
        ],
        [
          'to webhooks, mail and chat',
          'at least once, with an id',
          'A delivery may come again after a crash under the same `webhook-id`: keep the ids that you have seen.',
        ],
        [
          'everywhere',
          'never silently dropped',
          'Every address that a channel named has a fate with a reason in the ledger; what fails for good is in the dead letters with its original bytes and can be sent again; `./newsmill audit` compares all of them.',
        ],
        [
          'between releases',
          'nothing that one added is lost by another',
          'A field of an article that this release does not know passes all its stages and is kept with the document (`ingest.evidence`); a message of a newer schema waits in the dead letters until it can be read. What a later release tells of a page and this one does not know ends with the page: it is cleaned again from the archive after the upgrade (`newsmill reprocess`).',
        ],
        [
          'on the disk',
          'acknowledged after it is durable',
          'Embedded: after the write-ahead log is synced ([ADR 6](adr/0006-the-log-is-synced-off-the-main-thread.md)). Over Kafka: after all in-sync replicas have it.',
        ],
      ],
    ),
    '',
    ...faultSection(),
    ...inputSection(),
    ...payloadSection(),
    ...hostileSection(),
    ...fuzzSection(),
    '## What is not promised',
    '- **A disk that lies.** Where a disk or its controller says that it has synced what it has not, a power cut loses what was acknowledged meanwhile. What is left is whole: a prefix of the transactions.',
    '- **Damage that nobody could mend.** A library is rebuilt from ledger and archive. Of a damaged `mill.db`, `newsmill recover` brings over what can be read, and the state from the ledger; what stood on the damaged pages is in a backup alone ([Run in production](run-in-production.md)).',
    '- **The order of articles.** Versions of one article are in order; articles among each other are not.',
    '- **What a publisher takes away unseen.** A page that appears and goes between two polls was never there; a correction is found by the next revisit, not at once.',
    '- **Exactly once to the outside.** Webhooks, mail and chat may be told twice; nobody can promise otherwise over a network.',
    '- **More failures than copies.** A cluster bears the loss of one of each kind of server ([ADR 30](adr/0030-what-a-cluster-survives.md)); losing the disks of two loses what only they had.',
    '- **Dates read by a wrong clock.** A date of a page that lies ahead of the clock is not believed: while the clock stands in the past, articles get the time of their discovery instead. In the distributed form the machines keep their clocks right themselves (NTP): only the embedded form moves its schedule along when its clock is set back, and visits pages again that had been too old for that by the wrong clock. What is being asked for at the moment of the jump keeps the time that it was given. Near copies on both sides of a jump are linked in the embedded form; over Redis they are forgotten when a process believes that two weeks have passed.',
    '- **Time.** The stalls above are those of the machine and the run; a slower machine takes longer.',
    '',
  ].join('\n');

/** Path and text of the page. */
export function reliabilityFiles() {
  return [['docs/reliability.md', page()]];
}
