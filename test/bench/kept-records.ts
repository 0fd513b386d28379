import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { generateRecord } from './generate.ts';
import type { Landmarks } from './record.ts';

/** The record of that size in the folder; made there unless it is there. */
export async function recordOf(size: number, folder: string): Promise<{ file: string; landmarks: Landmarks }> {
  const [file, about] = [join(folder, `${size}.db`), join(folder, `${size}.json`)];
  const known = await readFile(about, 'utf8').catch(() => null);
  if (known !== null) {
    forgetKeys(file);
    return { file, landmarks: JSON.parse(known) };
  }
  const began = Date.now();
  const landmarks = await generateRecord(file, size);
  await writeFile(about, JSON.stringify(landmarks));
  console.error(`${size} statements generated in ${Math.round((Date.now() - began) / 1000)} s`);
  return { file, landmarks };
}

/** A key that an earlier run was served with is not the one of the next. */
function forgetKeys(file: string): void {
  const connection = new Database(file, { fileMustExist: true });
  connection.exec('DELETE FROM keys');
  connection.close();
}
