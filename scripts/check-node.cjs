// Loaded before every script (node -r), in a form that an old Node can read too.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Node 24 or later is needed; this is ${process.version}. On Linux and Windows (x64) « npm ci » brings one along ` +
      'and « npm start » uses it; elsewhere install it from https://nodejs.org.',
  );
  process.exit(1);
}
