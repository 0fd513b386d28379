import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

export type Chromium = { browser: Browser; close(): Promise<void> };

/**
 * A real Chromium. On Linux it comes from npm, with the libraries and fonts that a bare machine lacks, unpacked to a
 * folder of its own that goes when it is closed; elsewhere the installed Chrome is used.
 */
export async function openChromium(flags: readonly string[] = []): Promise<Chromium> {
  if (process.platform !== 'linux') {
    const browser = await chromium.launch({ channel: 'chrome', args: [...flags] });
    return { browser, close: () => browser.close() };
  }
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-chromium-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const browser = await launchFrom(folder, flags);
    return { browser, close: () => browser.close().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function launchFrom(folder: string, flags: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: await unpackInto(folder),
    // Root, as whom containers often test, has no sandbox; the only pages that are opened are our own.
    args: ['--no-sandbox', ...flags],
    env: {
      ...(process.env as Record<string, string>),
      HOME: folder,
      FONTCONFIG_FILE: await fontsIn(folder),
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    },
  });
}

/** The package unpacks to the folder for temporary files, whatever that is at the moment. */
async function unpackInto(folder: string): Promise<string> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: packed, inflate } = await import('@sparticuz/chromium');
    const files = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin');
    await inflate(join(files, 'al2023.tar.br'));
    return await packed.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** The package's own list of fonts names another folder; without a font, Chromium ends at the first text field. */
async function fontsIn(folder: string): Promise<string> {
  const file = join(folder, 'fonts.conf');
  const list = `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir>`;
  await writeFile(file, `<?xml version="1.0"?><fontconfig>${list}</fontconfig>`);
  return file;
}
