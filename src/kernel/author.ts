/** A request that is carried out once, however often it is sent: whose it is, its Idempotency-Key, and what it asks for. */
export type Once = {
  /** The id of the API key: two callers never meet under one Idempotency-Key. */
  caller: string;
  key: string;
  /** SHA-256 over method, address and body, in hex. */
  fingerprint: string;
};

/**
 * Who writes, and why: the key's id (or `demo`, `cli`, `import`), and the request's `Change-Comment`; for a request that
 * is to be carried out once, what makes it so.
 */
export type Author = { actor: string; comment: string | null; once?: Once };
