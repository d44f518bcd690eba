import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { faultForms, type Fault, type FaultForm } from './fault.ts';
import { faultTable } from './fault-table.ts';
import { runFault, type FaultRecord } from './run-fault.ts';

const kept = fileURLToPath(new URL('./records.json', import.meta.url));
const bench = fileURLToPath(new URL('../bench.ts', import.meta.url));
const shownHarms = 40;

function list(): void {
  for (const { id, name, does, unit, doses } of faultTable)
    for (const form of faultForms) {
      const dose = doses[form];
      if (dose !== undefined)
        console.log(`${id.padEnd(4)} ${name.padEnd(14)} ${form.padEnd(12)} ${dose.full} ${unit}: ${does}`);
    }
}

/** Puts a record in place of that of the same fault and form. */
function keep(record: FaultRecord): void {
  const known: readonly FaultRecord[] = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : [];
  const others = known.filter(({ fault, form }) => fault !== record.fault || form !== record.form);
  const place = ({ fault, form }: FaultRecord): number =>
    faultTable.findIndex(({ name }) => name === fault) * 2 + faultForms.indexOf(form);
  const records = [...others, record].sort((a, b) => place(a) - place(b));
  writeFileSync(kept, `${JSON.stringify(records, null, 2)}\n`);
}

interface Choice {
  readonly form: FaultForm;
  readonly dose: number;
  readonly seed: number;
  readonly isKept: boolean;
}

async function runOne(fault: Fault, { form, dose, seed, isKept }: Choice, out: string): Promise<void> {
  console.log(`${fault.id} ${fault.name}, ${form}: ${dose} ${fault.unit}, seed ${seed}`);
  const result = await runFault(fault, { form, dose, seed, tell: (line) => console.log(`  ${line}`) });
  if ('skipped' in result) return void console.log(`skipped: ${result.skipped}`);
  const { record, harms } = result;
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, `${fault.name}-${form}.json`), `${JSON.stringify(record, null, 2)}\n`);
  console.log(JSON.stringify(record, null, 1));
  for (const harm of harms.slice(0, shownHarms)) console.log(`  ${harm}`);
  if (harms.length > shownHarms) console.log(`  and ${harms.length - shownHarms} more`);
  for (const promise of record.late) console.log(`  late: ${promise}`);
  if (!record.passed || record.late.length > 0) process.exitCode = 1;
  if (isKept) keep(record);
}

/** Each fault has a process of its own, so that none pays for the memory of another. */
function runAll(forms: readonly FaultForm[], words: readonly string[]): void {
  const failed: string[] = [];
  for (const { name, doses } of faultTable)
    for (const form of forms.filter((one) => doses[one] !== undefined)) {
      const run = spawnSync(
        process.execPath,
        [...process.execArgv, bench, 'fault', name, '--form', form, ...words],
        { stdio: 'inherit' },
      );
      if (run.status !== 0) failed.push(`${name} ${form}`);
    }
  console.log(failed.length === 0 ? 'every fault passed' : `failed: ${failed.join(', ')}`);
  if (failed.length > 0) process.exitCode = 1;
}

/**
 * `npm run bench -- fault NAME [--dose N] [--seed N] [--form embedded|distributed] [--short] [--write]`, `fault list`,
 * `fault all`: puts a mill through a fault and lets the oracle judge what it ended with. Writes a record into
 * `bench/out/fault`; with `--write` also into the records that docs/reliability.md is made of. Exit code 1 when
 * anything is not as it must be, or not as soon as promised.
 */
export async function benchFault(words: readonly string[], out: string): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      dose: { type: 'string' },
      seed: { type: 'string' },
      form: { type: 'string' },
      short: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const name = positionals[0] ?? 'list';
  const form = faultForms.find((one) => one === (values.form ?? one));
  if (form === undefined)
    throw new Error(`the form is ${faultForms.join(' or ')}, not ${String(values.form)}`);
  if (name === 'list') return list();
  if (name === 'all') {
    const seed = values.seed === undefined ? [] : ['--seed', values.seed];
    return runAll(values.form === undefined ? faultForms : [form], [
      ...seed,
      ...(values.short ? ['--short'] : []),
      ...(values.write ? ['--write'] : []),
    ]);
  }
  const fault = faultTable.find((one) => one.name === name);
  if (fault === undefined)
    throw new Error(
      `there is no fault called ${name}; there are: ${faultTable.map((one) => one.name).join(', ')}`,
    );
  const chosen = values.form === undefined ? faultForms.find((one) => fault.doses[one] !== undefined) : form;
  const doses = chosen === undefined ? undefined : fault.doses[chosen];
  if (chosen === undefined || doses === undefined)
    throw new Error(`${name} is not done to the ${form} form; npm run bench -- fault list names the forms`);
  const dose = Number(values.dose ?? (values.short ? doses.short : doses.full));
  const seed = Number(values.seed ?? randomInt(1, 1_000_000));
  if (!Number.isInteger(dose) || dose < 1 || !Number.isInteger(seed))
    throw new Error('--dose and --seed are whole numbers, and a dose is at least 1');
  return runOne(fault, { form: chosen, dose, seed, isKept: values.write }, out);
}
