/** Zip archives for tests, byte for byte: also such as no tool writes willingly. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipMember {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  /** Default: deflated (8). */
  readonly method?: number;
  /** General purpose flags; 0x800 says that the name is UTF-8, 1 that the content is encrypted. */
  readonly flags?: number;
  /** Epoch seconds in the extra field of Info-ZIP. */
  readonly unixTime?: number;
  /** Year, month, day, hour, minute, second of a wall clock, as MS-DOS writes it. */
  readonly dosTime?: readonly [number, number, number, number, number, number];
  /** What the directory says instead of the truth. */
  readonly declared?: { readonly bytes?: number; readonly crc?: number };
}

export function zipFile(members: readonly ZipMember[], options: { readonly zip64?: boolean } = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const member of members) {
    const name = Buffer.from(member.name);
    const content = Buffer.from(member.content);
    const method = member.method ?? 8;
    const packed = method === 8 ? deflateRawSync(content) : content;
    const fixed = fixedFields(
      member,
      method,
      member.declared?.crc ?? crc32(content),
      packed.length,
      member.declared?.bytes ?? content.length,
    );
    const extra = member.unixTime === undefined ? Buffer.alloc(0) : extraTime(member.unixTime);
    const lengths = numbers([name.length, 2], [extra.length, 2]);
    parts.push(numbers([0x04034b50, 4], [20, 2]), fixed, lengths, name, extra, packed);
    const wide = options.zip64 ? numbers([1, 2], [8, 2], [at, 8]) : Buffer.alloc(0);
    directory.push(numbers([0x02014b50, 4], [20, 2], [20, 2]), fixed, numbers([name.length, 2], [extra.length + wide.length, 2]));
    directory.push(numbers([0, 2], [0, 2], [0, 2], [0, 4], [options.zip64 ? 0xffffffff : at, 4]), name, extra, wide);
    at += 30 + name.length + extra.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  return Buffer.concat([...parts, entries, endOf(members.length, entries.length, at, options.zip64 === true)]);
}

function fixedFields(member: ZipMember, method: number, crc: number, packedBytes: number, bytes: number): Buffer {
  const [year, month, day, hour, minute, second] = member.dosTime ?? [1980, 1, 1, 0, 0, 0];
  const time = (hour << 11) | (minute << 5) | (second >> 1);
  const date = ((year - 1980) << 9) | (month << 5) | day;
  return numbers([member.flags ?? 0x800, 2], [method, 2], [time, 2], [date, 2], [crc, 4], [packedBytes, 4], [bytes, 4]);
}

function extraTime(seconds: number): Buffer {
  return numbers([0x5455, 2], [5, 2], [1, 1], [seconds, 4]);
}

function endOf(count: number, bytes: number, at: number, zip64: boolean): Buffer {
  const end = numbers([0x06054b50, 4], [0, 2], [0, 2], [zip64 ? 0xffff : count, 2], [zip64 ? 0xffff : count, 2]);
  const place = zip64 ? numbers([0xffffffff, 4], [0xffffffff, 4], [0, 2]) : numbers([bytes, 4], [at, 4], [0, 2]);
  if (!zip64) return Buffer.concat([end, place]);
  const record = numbers([0x06064b50, 4], [44, 8], [45, 2], [45, 2], [0, 4], [0, 4], [count, 8], [count, 8], [bytes, 8], [at, 8]);
  return Buffer.concat([record, numbers([0x07064b50, 4], [0, 4], [at + bytes, 8], [1, 4]), end, place]);
}

function numbers(...fields: readonly (readonly [value: number, bytes: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      if (bytes === 8) field.writeBigUInt64LE(BigInt(value));
      else field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}
