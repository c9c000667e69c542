import { limits } from '../../limits';
import { isKept } from './is-kept';
import { type JsonFault, shorten } from './json-fault';
import { notJson } from './not-json';
import { skipNumber, skipString, skipWord } from './skip-token';

export interface ScanOptions {
  /** The key of the outermost object whose list is read entry by entry. */
  list?: string;
  /** Entries that the list may have. */
  most?: number;
  /** Bytes that one entry may have, and what stands before or behind the list. */
  mostBytes?: number;
}

type Next = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or ]' | ', or }' | 'end';

/**
 * Looks through JSON once and makes nothing of it but the keys of the objects that are open: whether it is JSON (RFC 8259), how
 * deep it is nested, whether an object has a key twice and whether all numbers are kept (`isKept`). `JSON.parse` keeps the last
 * of two keys and rounds numbers, both without a word. There is no recursion, so nothing that is sent exhausts the stack.
 */
export class JsonScan {
  /** For each container that is open: the key or index that is being read, and of an object its keys so far. */
  private readonly path: (string | number)[] = [];
  private readonly objects: (Set<string> | null)[] = [];
  private readonly places: number[] = [];
  /** Faults of entries, behind which the JSON goes on: what else is wrong can be told as well. */
  readonly faults: JsonFault[] = [];
  private readonly list: string | undefined;
  private readonly most: number;
  private readonly mostBytes: number;
  private listed: 'not yet' | 'now' | 'done' = 'not yet';
  private next: Next = 'value';
  private at: number;
  /** Where the entry begins that is being read, or what stands around the list. */
  private unit: number;

  /**
   * @param bytes valid UTF-8
   * @param textOf what stands from one place to another: servers and browsers have different ways to say it quickly
   * @param from where the JSON begins: behind a byte order mark
   */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly textOf: (start: number, end: number) => string,
    from: number,
    { list, most = Infinity, mostBytes = Infinity }: ScanOptions,
  ) {
    this.at = from;
    this.unit = from;
    this.list = list;
    this.most = most;
    this.mostBytes = mostBytes;
  }

  /** Where the entries of the list stand, start and end in turn; null where there is no such list. */
  get entries(): readonly number[] | null {
    return this.listed === 'done' ? this.places : null;
  }

  /** Goes on to about this place; the fault where there is one by then. At the end of the bytes all has been looked at. */
  run(until: number): JsonFault | null {
    while (this.at < until) {
      const byte = this.bytes[this.at]!;
      if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) {
        this.at += 1;
        continue;
      }
      const found = this.step(byte);
      if (found) return found;
    }
    if (this.isTooLarge()) return this.tooLarge();
    return this.at < this.bytes.length || this.next === 'end' ? null : this.notJson();
  }

  private step(byte: number): JsonFault | null {
    switch (this.next) {
      case ', or ]':
        return byte === 0x2c ? this.goOn() : byte === 0x5d ? this.close() : this.notJson();
      case ', or }':
        return byte === 0x2c ? this.goOn() : byte === 0x7d ? this.close() : this.notJson();
      case ':':
        if (byte !== 0x3a) return this.notJson();
        this.next = 'value';
        this.at += 1;
        return null;
      case 'key or }':
        return byte === 0x7d ? this.close() : this.readKey(byte);
      case 'key':
        return this.readKey(byte);
      case 'value or ]':
        return byte === 0x5d ? this.close() : this.readValue(byte);
      case 'value':
        return this.readValue(byte);
      case 'end':
        return this.notJson();
    }
  }

  private readKey(byte: number): JsonFault | null {
    if (byte !== 0x22) return this.notJson();
    const end = skipString(this.bytes, this.at + 1, this.reach());
    if (end < 0) return this.stopped(~end);
    const depth = this.objects.length - 1;
    const key = keyOf(this.textOf(this.at + 1, end - 1));
    const keys = this.objects[depth]!;
    if (keys.has(key)) {
      const fault = this.note(this.fault('duplicate_key', `duplicate key [${shorten(key)}]`, depth));
      if (fault) return fault;
    }
    keys.add(key);
    this.path[depth] = key;
    this.next = ':';
    this.at = end;
    return null;
  }

  private readValue(byte: number): JsonFault | null {
    const { bytes, at } = this;
    if (this.isEntry()) {
      if (this.places.length / 2 >= this.most)
        return this.fault('too_many_entries', `more than ${this.most} entries`, 1);
      this.unit = at;
      this.places.push(at);
    }
    if (byte === 0x7b || byte === 0x5b) return this.open(byte === 0x7b);
    const end = this.endOf(byte);
    if (end < 0) return this.stopped(~end);
    if (byte !== 0x22 && byte < 0x3a && !isPlain(bytes, at, end)) {
      const text = this.textOf(at, end);
      if (!isKept(text)) {
        const fault = this.note(this.fault('unsafe_number', `the number ${shorten(text)} cannot be kept exactly`));
        if (fault) return fault;
      }
    }
    this.at = end;
    return this.ended();
  }

  /** Where the value ends that begins here; negative where it does not. */
  private endOf(byte: number): number {
    if (byte === 0x22) return skipString(this.bytes, this.at + 1, this.reach());
    const isNumber = byte === 0x2d || (byte >= 0x30 && byte <= 0x39);
    return (isNumber ? skipNumber : skipWord)(this.bytes, this.at, this.reach());
  }

  private open(isObject: boolean): JsonFault | null {
    const { objects } = this;
    if (objects.length === limits.jsonDepth) return this.fault('too_deep', `nested deeper than ${limits.jsonDepth}`);
    const isList = !isObject && objects.length === 1 && objects[0] !== null && this.path[0] === this.list;
    if (isList && this.isTooLarge()) return this.tooLarge();
    objects.push(isObject ? new Set() : null);
    this.path[objects.length - 1] = 0;
    this.next = isObject ? 'key or }' : 'value or ]';
    this.at += 1;
    if (isList) {
      this.listed = 'now';
      this.unit = this.at;
    }
    return null;
  }

  private close(): JsonFault | null {
    this.objects.pop();
    this.at += 1;
    if (this.listed === 'now' && this.objects.length === 1) {
      this.listed = 'done';
      this.unit = this.at;
    }
    return this.ended();
  }

  /** A value has come to its end. */
  private ended(): JsonFault | null {
    const depth = this.objects.length;
    this.next = depth === 0 ? 'end' : this.objects[depth - 1] ? ', or }' : ', or ]';
    if (!this.isEntry()) return null;
    if (this.isTooLarge()) return this.tooLarge();
    this.places.push(this.at);
    return null;
  }

  private goOn(): null {
    const depth = this.objects.length - 1;
    const isObject = this.objects[depth] !== null;
    if (!isObject) this.path[depth] = (this.path[depth] as number) + 1;
    this.next = isObject ? 'key' : 'value';
    this.at += 1;
    return null;
  }

  private isEntry(): boolean {
    return this.listed === 'now' && this.objects.length === 2;
  }

  private isTooLarge(): boolean {
    return this.at - this.unit > this.mostBytes;
  }

  /** No token is read further than an entry may reach. */
  private reach(): number {
    return Math.min(this.bytes.length, this.unit + this.mostBytes + 1);
  }

  private stopped(at: number): JsonFault {
    return at < this.bytes.length && at >= this.reach() ? this.tooLarge() : notJson(this.bytes, at);
  }

  private notJson(): JsonFault {
    return notJson(this.bytes, this.at);
  }

  private tooLarge(): JsonFault {
    return this.fault('entry_too_large', `larger than ${this.mostBytes} bytes`, this.listed === 'now' ? 2 : 0);
  }

  /** Within an entry it is put down, as far as anybody reads them, and what follows is looked at too. */
  private note(fault: JsonFault): JsonFault | null {
    if (this.listed !== 'now') return fault;
    if (this.faults.length < limits.namedProblems) this.faults.push(fault);
    return null;
  }

  private fault(code: JsonFault['code'], message: string, depth = this.objects.length): JsonFault {
    return { code, path: this.path.slice(0, depth), message };
  }
}

/** Digits only, and too few of them to be beyond 2^53: most numbers. */
function isPlain(bytes: Uint8Array, at: number, end: number): boolean {
  if (end - at > 15) return false;
  for (let place = at + 1; place < end; place += 1) if (bytes[place]! < 0x30 || bytes[place]! > 0x39) return false;
  return true;
}

/** What a key means that is written like this: `\u0061` is the same key as `a`. */
const keyOf = (written: string): string => (written.includes('\\') ? JSON.parse(`"${written}"`) : written);
