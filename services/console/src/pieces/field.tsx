import { say } from '../words/say.ts';

interface FieldProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly type: 'date' | 'number' | 'text' | 'time' | 'url';
  readonly value: string;
  readonly maxLength?: number;
  readonly min?: string | number;
  readonly max?: string | number;
  readonly placeholder?: string;
  /** `auto`: what people write may run either way. */
  readonly dir?: 'auto';
  readonly spellcheck?: false;
  readonly required?: true;
}

/** A field of a form, with its label before it. */
export function Field({ label, type, ...input }: FieldProps) {
  // all these kinds take the attributes that one of text takes
  const kind = type as 'text';
  return (
    <>
      <label for={input.id}>{label}</label>
      <input {...input} type={kind} />
    </>
  );
}

/** The query of a form that means articles. */
export function QueryField({ id, value }: Pick<FieldProps, 'id' | 'value'>) {
  return (
    <Field
      id={id}
      name="q"
      label={say('Query, as on the search page (empty: every article)')}
      type="text"
      value={value}
      maxLength={1000}
      dir="auto"
      spellcheck={false}
    />
  );
}
