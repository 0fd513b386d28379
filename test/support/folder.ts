import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whenDone } from './lifetime.ts';

/** A folder of this test's own; it goes when the test ends. */
export async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-'));
  whenDone(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
