import { Server } from 'node:net';

/** Loaded before a peer: whatever it is told, it listens on a free port of this machine alone, and says which. */
const { listen } = Server.prototype;
Server.prototype.listen = function listenHere(...given) {
  this.once('listening', () => process.stdout.write(`http://127.0.0.1:${this.address().port}\n`));
  return listen.call(
    this,
    { host: '127.0.0.1', port: 0 },
    given.findLast((one) => typeof one === 'function'),
  );
};
