// Read by webpack.config.js, which webpack loads as a CommonJS module.
/* eslint-disable @typescript-eslint/no-require-imports */
const path = require('node:path');

/**
 * Writes down which packages have code in a bundle: a JSON list of their folders, `node_modules/zod`. From it
 * npm run package makes the list of licences. Packages that only help to build, such as loaders, are in it where they
 * put code of their own into the bundle.
 */
class BundledPackages {
  /** @param {string} filename of the list, in the folder of the output */
  constructor(filename) {
    this.filename = filename;
  }

  apply(compiler) {
    const { RawSource } = compiler.webpack.sources;
    compiler.hooks.thisCompilation.tap('BundledPackages', (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'BundledPackages', stage }, () => {
        // Start-up code of webpack itself is in every bundle.
        const folders = new Set(['node_modules/webpack']);
        for (const chunk of compilation.chunks) {
          for (const module of compilation.chunkGraph.getChunkModulesIterable(chunk)) {
            for (const part of module.modules ?? [module]) {
              const folder = packageFolder(part.nameForCondition(), compiler.context);
              if (folder !== null) folders.add(folder);
            }
          }
        }
        compilation.emitAsset(this.filename, new RawSource(JSON.stringify([...folders].sort(), null, 2)));
      });
    });
  }
}

/** `node_modules/a/node_modules/@b/c` of a file somewhere below it; null for a file of the project. */
function packageFolder(file, root) {
  if (file === null || file === undefined) return null;
  // Where packages are linked from elsewhere, the part from node_modules on is the same.
  const parts = path.relative(root, file).split(path.sep);
  const last = parts.lastIndexOf('node_modules');
  if (last < 0) return null;
  const length = parts[last + 1].startsWith('@') ? 3 : 2;
  return parts.slice(parts.indexOf('node_modules'), last + length).join('/');
}

module.exports = { BundledPackages };
