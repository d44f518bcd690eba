import { itemOf } from '@newsmill/text';
import { areHeadsWhole, readWarc, recordFault, type Archive, type WarcRecord } from '@newsmill/store';

/** A record of the archive that is not what was written. */
export interface DamagedRecord {
  readonly file: string;
  /** Bytes from the beginning of the file. */
  readonly offset: number;
  /** To the next record, where one was found. */
  readonly length: number;
  readonly problem: string;
  /** The whole file is gone, though nothing has pruned it; the library knows that the page lay there. */
  readonly isLost?: true;
  /** Of the page, where the head of the record can be read. */
  readonly url?: string;
  /** Key of the page in ledger and state. */
  readonly item?: string;
}

export interface ArchiveVerified {
  /** Files that were read, and all that there are. */
  readonly read: readonly string[];
  readonly there: readonly string[];
  readonly records: number;
  /** Records without a fault. */
  readonly whole: number;
  readonly bytes: number;
  readonly damaged: readonly DamagedRecord[];
}

export interface VerifyArchiveOptions {
  /** Which files are read; without it all. */
  readonly isTurn?: (name: string) => boolean;
  /** Called behind each record with its bytes: where a pace is kept, or an end is asked for. */
  readonly rest?: (bytes: number) => Promise<void>;
  readonly report?: (files: number) => void;
  readonly signal?: AbortSignal;
}

/** Greatest record that is read into memory: a page at the largest limit of a source, and its head. */
const mostBytes = 128 * 1_024 * 1_024;

/** Files of a writer and a day: it appends to the last of them. */
const writerOf = (name: string): string => name.slice(0, name.lastIndexOf('-'));

/**
 * Reads files of an archive whole and compares every record with its digest; others may write meanwhile. A
 * record that is cut off at the end of the last file of a writer and day is no damage: it is being written, or
 * a crash left it before it was acknowledged (findLostPages finds what was).
 */
export async function verifyArchive(
  archive: Pick<Archive, 'files' | 'readFile'>,
  { isTurn = () => true, rest, report, signal }: VerifyArchiveOptions = {},
): Promise<ArchiveVerified> {
  const listed: { readonly name: string; readonly bytes: number }[] = [];
  for await (const file of archive.files()) listed.push(file);
  const isHalted = () => signal?.aborted === true;
  const newest = new Map(listed.map(({ name }) => [writerOf(name), name]));
  const damaged: DamagedRecord[] = [];
  const read: string[] = [];
  let [records, whole] = [0, 0];
  let bytes = 0;
  for (const { name, bytes: size } of listed.filter((file) => isTurn(file.name))) {
    if (isHalted()) break;
    const isGrowing = newest.get(writerOf(name)) === name;
    let end = 0;
    let cut: DamagedRecord | undefined;
    const notARecord = (offset: number): DamagedRecord => ({
      file: name,
      offset: end,
      length: offset - end,
      problem: 'these bytes are no record',
    });
    for await (const record of readWarc(() => archive.readFile(name), { offset: 0, skip: 0 }, mostBytes)) {
      const [offset, next] = [record.at.skip, record.next.skip];
      if (cut !== undefined) damaged.push(cut);
      cut = undefined;
      if (offset > end) damaged.push(notARecord(offset));
      const problem = recordFault(record);
      const fault = { file: name, offset, length: next - offset, ...pageOf(record) };
      if (problem !== undefined && record.problem !== undefined) cut = { ...fault, problem };
      else if (problem !== undefined) damaged.push({ ...fault, problem });
      records += 1;
      if (problem === undefined) whole += 1;
      bytes += next - end;
      end = next;
      await rest?.(next - offset);
      if (isHalted()) break;
    }
    const isRead = !isHalted();
    if (!isGrowing && cut !== undefined) damaged.push(cut);
    if (!isGrowing && isRead && end < size) damaged.push(notARecord(size));
    if (!isRead) break;
    read.push(name);
    report?.(read.length);
  }
  return { read, there: listed.map(({ name }) => name), records, whole, bytes, damaged };
}

/** The page that a record says it is: one whose heads are damaged may say another. */
function pageOf({ fields, block }: WarcRecord): Pick<DamagedRecord, 'url' | 'item'> {
  if (block !== undefined && !areHeadsWhole(fields, block)) return {};
  const url = fields.get('warc-type') === 'response' ? fields.get('warc-target-uri') : undefined;
  return url === undefined ? {} : { url, item: itemOf(url) };
}
