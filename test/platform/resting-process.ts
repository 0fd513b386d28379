import { giveBackMemoryAtRest } from '../../src/platform/memory.ts';

/** A process that holds 128 MiB more than it began with, and rests or works then; it says how often memory was given back. */
const LOOK_MS = 100;
const LOOKS = 5;
const doing = process.argv[2];

let given = 0;
giveBackMemoryAtRest(() => {
  given += 1;
  if (given === 1) setTimeout(tell, LOOKS * LOOK_MS);
}, LOOK_MS);
const held = Buffer.alloc(128 * 1024 * 1024, 1);

if (doing === 'rests') setInterval(() => {}, 1_000);
else {
  const until = performance.now() + LOOKS * LOOK_MS;
  while (performance.now() < until) await new Promise(setImmediate);
  tell();
}

function tell(): void {
  console.log(`${given} of ${held.length}`);
  process.exit();
}
