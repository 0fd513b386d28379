/**
 * JSON that is written already. A worker writes what it made, so that the event loop neither copies objects from another
 * thread nor writes them out again, but passes bytes on.
 */
export class WrittenJson<Value = unknown> {
  readonly body: string | Buffer;

  /** Bytes are UTF-8, and not copied. */
  constructor(written: string | Uint8Array) {
    this.body =
      typeof written === 'string' ? written : Buffer.from(written.buffer, written.byteOffset, written.byteLength);
  }

  static of<Value>(value: Value): WrittenJson<Value> {
    return new WrittenJson(Buffer.from(JSON.stringify(value)));
  }

  read(): Value {
    return JSON.parse(this.body.toString());
  }
}
