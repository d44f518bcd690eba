import { settings, tellSettings, type ToldSetting } from '@newsmill/settings';
import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { flag, oneOf, text } from '../declare/options.ts';
import { exitCodes, complain, say } from '@newsmill/service';
import { paint } from '../telling/paint.ts';

/** A value as people read it; a secret shows that it is set, and no more. */
function valueOf({ value, isSecret, origin }: ToldSetting): string {
  if (isSecret) return origin === 'unset' ? '' : '***';
  return value ?? '';
}

function originOf({ origin, path, name }: ToldSetting): string {
  if (origin === 'file') return `file ${path ?? ''} (${name}_FILE)`;
  return origin === 'unset' ? 'not set' : origin;
}

/** Ends with `configuration` where a value cannot be used; all others are shown nevertheless. */
export const command = defineCommand({
  name: 'config show',
  description:
    'every setting with its value, by group; secrets are masked; exit code 78 where a value cannot be used',
  words: '',
  options: {
    origin: flag('where each value comes from: a default, the environment, a file, an option'),
    changed: flag('only what is not as the default has it'),
    find: text('<word>', 'only settings with this word in name or meaning'),
    format: oneOf('<format>', ['text', 'json'], 'text', 'json: all that is known of each setting'),
    data,
  },
  examples: ['newsmill config show --origin', 'newsmill config show --changed --format json'],
  exits: ['done', 'configuration'],
  isWithoutSettings: true,
  run(_, { origin, changed, find, format, data: folder }, environment) {
    const isOption = folder !== (environment[settings.data.env] ?? settings.data.fallback);
    const told = tellSettings(environment, isOption ? { [settings.data.env]: folder } : {});
    const isShown = ({ name, meaning, origin: from }: ToldSetting) =>
      (!changed || (from !== 'default' && from !== 'unset')) &&
      (find === undefined || `${name} ${meaning}`.toLowerCase().includes(find.toLowerCase()));
    const shown = told.settings.filter(isShown);
    if (format === 'json') say(JSON.stringify({ settings: shown, problems: told.problems }, null, 2));
    else {
      for (const [group, own] of Map.groupBy(shown, (setting) => setting.group)) {
        say(paint('strong', group));
        for (const setting of own) {
          const from = origin ? `  ${paint('quiet', `[${originOf(setting)}]`)}` : '';
          say(`  ${setting.name}=${valueOf(setting)}${from}`);
        }
      }
    }
    const wrong = told.settings.flatMap(({ name, problem }) =>
      problem === undefined ? [] : [`${name}: ${problem}`],
    );
    for (const problem of [...wrong, ...told.problems]) complain(problem);
    return wrong.length + told.problems.length > 0 ? exitCodes.configuration : exitCodes.done;
  },
});
