import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { isKey } from '../../access/key.ts';
import { cookieOf } from './locale.ts';

const COOKIE = 'session';
const LIFETIME_S = 12 * 60 * 60;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Sessions of people who signed in with a key. The cookie holds the key, encrypted and with the time when it ends, so
 * nothing is kept here, and a key that is revoked ends its sessions at once.
 */
export type Sessions = {
  /** The key of the session; null without one, or where it has ended. */
  keyOf(request: FastifyRequest): string | null;
  /** The header that begins a session. */
  begin(key: string, isSecure: boolean): string;
  end(isSecure: boolean): string;
};

/** `secret` is the database's own, so that every process of the service knows the sessions of the others. */
export function sessionsWith(secret: string, clock: () => number = Date.now): Sessions {
  const own = Buffer.from(hkdfSync('sha256', secret, '', 'sessions of the reader', 32));
  const cookie = (value: string, age: number, isSecure: boolean) =>
    `${COOKIE}=${value}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
  return {
    keyOf(request) {
      const sealed = cookieOf(request, COOKIE);
      const opened = sealed === undefined ? null : open(own, sealed);
      if (opened === null || opened.until < clock() || !isKey(opened.key)) return null;
      return opened.key;
    },
    begin: (key, isSecure) => cookie(seal(own, { key, until: clock() + LIFETIME_S * 1000 }), LIFETIME_S, isSecure),
    end: (isSecure) => cookie('', 0, isSecure),
  };
}

type Session = { key: string; until: number };

function seal(secret: Buffer, session: Session): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', secret, nonce);
  const body = Buffer.concat([cipher.update(JSON.stringify(session), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** Null for what this service did not seal. */
function open(secret: Buffer, sealed: string): Session | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= NONCE_BYTES + TAG_BYTES) return null;
  try {
    const cipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, NONCE_BYTES));
    cipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const body = Buffer.concat([cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), cipher.final()]);
    return JSON.parse(body.toString('utf8')) as Session;
  } catch {
    return null;
  }
}
