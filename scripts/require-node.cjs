// In old syntax on purpose: an old Node must be able to read this far, so that it stops with one clear line and not
// with a stack trace about a file ending in `.ts`.
var major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    'Node 24 or newer is needed, this is ' +
      process.version +
      '. Run `npm ci` with its install scripts (it brings Node 24), or put a newer Node first in PATH.',
  );
  process.exit(1);
}

// Stripping and compiling some 700 files is most of a start: what was compiled once is kept, where that can be written.
// Not in the folder for temporary files, where others of the machine could leave what we would run.
var path = require('node:path');
require('node:module').enableCompileCache(path.join(__dirname, '../node_modules/.cache/reglement'));
