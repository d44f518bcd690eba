import { readSettings } from '@newsmill/settings';
import { countingServer, mistakesOf, must, refusalOf, withServer } from './doors.ts';
import type { DrivenInput, TestedInput } from './input-case.ts';

const door = 'source file';
const good = 'id: paper\nname: Paper\nchannels:\n  - url: https://paper.example/feed\n';

/** A source file that is refused, with its place and a word of the rule. */
function refused(row: number, input: string, text: string, told: RegExp): DrivenInput {
  return {
    row,
    door,
    input,
    outcome: 'REJECT',
    drive() {
      const mistakes = mistakesOf(text);
      must(
        /^paper\.yaml:\d+:\d+ /.test(mistakes[0] ?? '') && mistakes.some((one) => told.test(one)),
        mistakes,
      );
    },
  };
}

const aliases = Array.from({ length: 9 }, (_, i) =>
  i === 0 ? 'a0: &a0 [x,x,x,x,x,x,x,x,x]' : `a${i}: &a${i} [${`*a${i - 1},`.repeat(9)}]`,
).join('\n');

const forged = (name: string) => ({ file: 'libs/operate/src/backup/forged-backups.test.ts', name });

/** Rows 84 to 92, 27: what operators' files hold. */
// biome-ignore format: a table, read by its rows
export const fileCases: readonly (DrivenInput | TestedInput)[] = [
  refused(27, 'line break in a request header of a source file', `${good}headers:\n  X-One: "a\\r\\nX-Two: b"\n`, /headers/),
  { row: 27, door, input: 'line break in a header that goes out', outcome: 'REJECT', async drive() { const inside = countingServer(); await withServer(inside.server, async (port) => { const refusal = await refusalOf({ url: `http://127.0.0.1:${port}/`, allowPrivate: [`127.0.0.1:${port}`], headers: { 'x-one': 'a\r\nx-two: b' } }); must(refusal.startsWith('bad-request') && inside.hits() === 0, [refusal, inside.hits()]); }); } },
  refused(84, 'pattern that is a costly regular expression', `${good}exclude:\n  - url: ['/^(a+)+$/']\n`, /exclude\[0\]\.url\[0\]: looks like a regular expression/),
  { row: 84, door, input: 'pattern of 100 stars over a long address', outcome: 'CLEAN', why: 'Patterns know * alone and are matched in linear time.', test: { file: 'test/scale/linear-readers.test.ts', name: '%s needs time in proportion to its text, whatever sign it is made of' } },
  refused(85, 'aliases of YAML, nine times nine', `${aliases}\n${good}`, /cannot be read|alias/i),
  refused(86, 'key that stands twice', `${good}name: Other\n`, /the same key stands twice/),
  refused(87, 'tag !!js/function', 'id: !!js/function "x"\nname: Paper\n', /tag|!!js/i),
  refused(88, 'file of 50 MB', `${good}tags: ["${'x'.repeat(50_000_000)}"]\n`, /large|long|bytes/i),
  refused(89, 'tabulator as indentation', 'id: paper\n\tname: Paper\n', /tab/i),
  refused(90, 'unknown key', `${good}nmae: x\n`, /unknown key.*did you mean name/),
  refused(91, 'password in the address of a proxy', `${good}access:\n  proxy: 'http://mill:canary@proxy.example:3128'\n`, /as \$\{NEWSMILL_SECRET_NAME\}/),
  { row: 91, door: 'setting', input: 'secrets in logs', outcome: 'CLEAN', why: 'They are hidden, however they are written.', test: { file: 'libs/runtime/src/log/create-logger.test.ts', name: 'shows no secret, wherever it comes from and however it is written' } },
  { row: 91, door: 'setting', input: 'secrets in the settings as people read them', outcome: 'CLEAN', why: 'They are hidden.', test: { file: 'libs/settings/src/tell-settings.test.ts', name: 'hold no secret, wherever it lies' } },
  { row: 91, door: 'setting', input: 'secret in a setting with a mistake', outcome: 'REJECT', drive() { try { readSettings({ NEWSMILL_REDIS_URL: 'http://mill:canary@redis.example:1' }); } catch (error) { const told = String(error); must(told.includes('NEWSMILL_REDIS_URL') && !told.includes('canary'), told); return; } throw new Error('it was taken'); } },
  ...['', '.', '..', 'a/b', 'A B', 'x'.repeat(300)].slice(1).map((name): DrivenInput => ({ row: 82, door: 'setting', input: `namespace ${name.slice(0, 20)}`, outcome: 'REJECT', drive() { try { readSettings({ NEWSMILL_NAMESPACE: name }); } catch (error) { return must(String(error).includes('NEWSMILL_NAMESPACE'), String(error)); } throw new Error('it was taken'); } })),
  { row: 93, door: 'backup', input: 'backup with ../ in a name', outcome: 'REJECT', test: forged("a source file outside of its folder") },
  { row: 93, door: 'backup', input: 'backup with a file elsewhere', outcome: 'REJECT', test: forged('a file of the archive elsewhere') },
  { row: 93, door: 'backup', input: 'backup with a kind of frame that is none (a link, a command)', outcome: 'REJECT', test: forged('a kind of frame that there is none of') },
  { row: 93, door: 'backup', input: 'backup that is a bomb', outcome: 'REJECT', test: forged('is refused by its lengths before they are believed') },
];
