/** Imported before everything else: what needs a newer Node must not be the first to say so, in its own words. */
const NEEDED = 24;

if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  console.error(
    `Counterclaim needs Node ${NEEDED}; this is Node ${process.versions.node}. Use \`npm start\` and \`npm run cli\`: ` +
      `they find the Node ${NEEDED} that \`npm ci\` installed.`,
  );
  process.exit(1);
}
