// What npm runs after an installation. In old syntax, for the Node that npm itself runs on. It never fails: the gateway
// works without what is built here, only more slowly, without GraphiQL and without the console.
var major = Number(process.versions.node.split('.')[0]);

function build(script, what) {
  var advice = `${what}: run \`npm run ${script.replace('-', ':')}\`.`;
  if (major < 24) {
    console.log(advice);
    return Promise.resolve();
  }
  // An installation without packages for development has no bundler, and needs none.
  return import(`./${script}.ts`).catch((error) => console.log(`${advice} ${error.message}`));
}

void build('build-graphiql', 'GraphiQL was not built')
  .then(() => build('build-console', 'The console was not built'))
  .then(() => build('build-program', 'The program was not bundled, and starts from its sources'));
