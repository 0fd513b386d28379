import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const TYPES = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
} as const;

/** What pages load besides themselves; everything comes from this service. */
const NAMES = ['style.css', 'docs.css', 'icon.svg', 'page.js', 'desk.js', 'docs.js'];

export type Asset = { text: string; type: string; address: string };

const assets = new Map(NAMES.map((name) => [name, read(name)]));
const byAddress = new Map([...assets.values()].map((asset) => [asset.address, asset]));

/** The address tells its content, so that a browser may keep it for good. */
export function assetAddress(name: string): string {
  const asset = assets.get(name);
  if (!asset) throw new Error(`There is no asset ${name}.`);
  return asset.address;
}

export function assetAt(address: string): Asset | undefined {
  return byAddress.get(address);
}

function read(name: string): Asset {
  const text = readFileSync(new URL(`../assets/${name}`, import.meta.url), 'utf8');
  const [stem, ending] = name.split('.') as [string, keyof typeof TYPES];
  return { text, type: TYPES[ending], address: `/assets/${stem}-${hash('sha1', text, 'hex').slice(0, 10)}.${ending}` };
}
