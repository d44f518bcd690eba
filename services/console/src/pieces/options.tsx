import { say } from '../words/say.ts';
/** What a select offers, by the English words of each value. */
export function Options({
  words,
  chosen,
}: {
  readonly words: Readonly<Record<string, string>>;
  readonly chosen: string;
}) {
  return (
    <>
      {Object.entries(words).map(([value, text]) => (
        <option value={value} selected={value === chosen}>
          {say(text)}
        </option>
      ))}
    </>
  );
}
