import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { flag, text } from '../declare/options.ts';
import { editDraft } from '../edit-draft.ts';
import { exitCodes, millExits, complain, say } from '@newsmill/service';
import { withLetters } from '../with-letters.ts';
import { format } from './letter-options.ts';
import { userName } from '../user-name.ts';

/** The message of a dead letter in an editor; what fits its schema is sent in its place. */
export const command = defineCommand({
  name: 'dead edit',
  description:
    'change the message of a dead letter in your editor ($VISUAL or $EDITOR), or take it from a file; only one that fits its schema is sent in its place, and a receipt keeps what it was',
  words: '<id>',
  options: {
    from: text('<file>', 'file whose text it gets, in place of an editor'),
    dryRun: flag('only check it; send nothing'),
    format,
    data,
  },
  examples: [
    'newsmill dead edit 01JDEADLETTER',
    'newsmill dead edit 01JDEADLETTER --from letter.json --dry-run',
  ],
  exits: ['done', 'no', 'usage', ...millExits],
  async run([id], { from, dryRun, format: form, data: folder }, environment) {
    const { checkEdit, editLetter, readDeadLetter, Refusal } = await import('@newsmill/operate');
    return withLetters(folder, async (ports) => {
      await ports.registry.prepare();
      const letter = await readDeadLetter(ports, id);
      if (letter.editable === undefined)
        throw new Refusal(
          'not-supported',
          'This letter has no message that can be edited here; remove the cause, and replay it.',
        );
      const draft = await editDraft(
        { name: `${id}.json`, text: `${letter.editable}\n`, from, result: 'nothing is sent' },
        environment,
      );
      if (draft === undefined) return exitCodes.no;
      const { text: after, path } = draft;
      const done = (said: string, told: object): typeof exitCodes.done => {
        draft.drop();
        say(form === 'json' ? JSON.stringify(told) : said);
        return exitCodes.done;
      };
      const again = `newsmill dead edit ${id} --from ${path}`;
      if (after.trim() === letter.editable.trim())
        return done('nothing is changed, and nothing is sent', { id, isSent: false, faults: [] });
      const faults = await checkEdit(ports, { id, text: after });
      if (faults.length > 0) {
        if (form === 'json') say(JSON.stringify({ id, isSent: false, faults }));
        for (const { pointer, detail } of faults) complain(`${pointer}: ${detail}`);
        complain(`nothing is sent; mend the text, then: ${again}`);
        return exitCodes.no;
      }
      if (dryRun) {
        if (form === 'json') say(JSON.stringify({ id, isSent: false, faults: [] }));
        else say(`it fits its schema; nothing is sent; to send it: ${again}`);
        return exitCodes.done;
      }
      const receipt = await editLetter(
        ports,
        { id, text: after, edition: letter.edition },
        { who: userName(), now: Date.now() },
      );
      return done(`sent in the place of ${id}; receipt ${receipt.id}`, receipt);
    });
  },
});
