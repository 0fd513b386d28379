/**
 * JSON that is written already. A worker writes what it made, so that the event loop neither copies objects from another
 * thread nor writes them out again, but passes bytes on.
 */
export class WrittenJson<Value = unknown> {
  readonly bytes: Buffer;

  /** UTF-8; not copied. */
  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  static of<Value>(value: Value): WrittenJson<Value> {
    return new WrittenJson(Buffer.from(JSON.stringify(value)));
  }

  read(): Value {
    return JSON.parse(this.bytes.toString());
  }
}
