// Imported first by the commands, so that an old Node gets a sentence and not a syntax error.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`hajiq-checkout needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}
