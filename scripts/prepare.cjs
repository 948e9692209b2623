// What npm runs after an installation. In old syntax, for the Node that npm itself runs on. It never fails: the gateway
// works without what is built here, and the page that misses it says what to run.
var major = Number(process.versions.node.split('.')[0]);
var advice = 'GraphiQL was not built: run `npm run build:graphiql`.';
if (major < 24) {
  console.log(advice);
} else {
  import('./build-graphiql.ts').catch((error) => {
    // An installation without packages for development has no bundler, and needs none.
    console.log(`${advice} ${error.message}`);
  });
}
