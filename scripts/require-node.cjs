// In old syntax on purpose: an old Node must be able to read this far, so that it stops with one clear line and not
// with a stack trace about a file ending in `.ts`.
var major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    'Node 24 or newer is needed, this is ' +
      process.version +
      '. `npm ci` brings one that the npm scripts use, for Linux, macOS and Windows (not with --omit=optional).' +
      ' Elsewhere put a newer Node first in PATH.',
  );
  process.exit(1);
}

// Stripping and compiling some 700 files is most of a start: what was compiled once is kept, where that can be written.
// Not in the folder for temporary files, where others of the machine could leave what we would run.
var path = require('node:path');
require('node:module').enableCompileCache(path.join(__dirname, '../node_modules/.cache/reglement'));

// npm runs a script in a shell, and hands a signal on to that shell alone. Some shells, dash among them, end without
// passing it on, and the program would go on without its npm. It stops cleanly where its parent has gone.
var parent = process.ppid;
function stopWithoutParent() {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  else setTimeout(stopWithoutParent, 250).unref();
}
if (process.env.npm_lifecycle_event && process.platform !== 'win32') stopWithoutParent();
