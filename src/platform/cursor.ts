import { createHmac, timingSafeEqual } from 'node:crypto';
import { Failure } from '../kernel/failure.ts';

/** The place in a list after which the next page begins: the values that the list is ordered by. */
export type CursorPosition = readonly string[];

const SIGNATURE_BYTES = 12;

/**
 * Cursors are signed with a secret of the database, for one list with one set of filters, so that a cursor which
 * this service did not make, or made for another list, is refused instead of starting somewhere.
 */
export class Cursors {
  readonly secret: string;

  constructor(secret: string) {
    this.secret = secret;
  }

  seal(list: string, place: CursorPosition): string {
    const body = Buffer.from(JSON.stringify(place));
    return Buffer.concat([this.#sign(list, body), body]).toString('base64url');
  }

  open(list: string, cursor: string): CursorPosition {
    const bytes = Buffer.from(cursor, 'base64url');
    const [signature, body] = [bytes.subarray(0, SIGNATURE_BYTES), bytes.subarray(SIGNATURE_BYTES)];
    // Decoding skips what is no base64url, so one place could be written in many ways.
    const isCanonical = bytes.toString('base64url') === cursor;
    if (!isCanonical || signature.length < SIGNATURE_BYTES || !timingSafeEqual(signature, this.#sign(list, body))) {
      throw new Failure(
        'invalid',
        'This cursor is not of this list: give `next` of the page before, with the same filters.',
        {
          faults: [{ pointer: 'cursor', detail: 'is not of this list' }],
        },
      );
    }
    return JSON.parse(body.toString()) as CursorPosition;
  }

  #sign(list: string, body: Buffer): Buffer {
    return createHmac('sha256', this.secret)
      .update(list)
      .update('\0')
      .update(body)
      .digest()
      .subarray(0, SIGNATURE_BYTES);
  }
}
