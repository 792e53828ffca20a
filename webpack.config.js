/**
 * Five bundles:
 *   taskpane   dist/web/taskpane.html    the pane, ES5 with polyfills: Excel 2016/2019 show it in Internet Explorer 11
 *   commands   dist/web/commands.html    what the ribbon's buttons do, and notice.html, the dialog they speak in; likewise
 *   functions  dist/web/functions.html   functions in cells; Excel on Windows and Mac runs functions/functions.js without a page
 *   workbench  dist/web/workbench.html   the page with the grid, for current browsers
 *   cli        dist/cli/shenbao.js       the command line, one file for Node 20
 * One of them only: npx webpack --config-name workbench
 */
const fs = require('node:fs');
const path = require('node:path');
const webpack = require('webpack');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const { EsbuildPlugin } = require('esbuild-loader');
const { BundledPackages } = require('./tools/webpack/bundled-packages.js');

const CORE_JS_VERSION = '3.51';
const WEB_FOLDER = inProject('dist/web');

/**
 * What is needed of office.js where there is no internet: the loader, Excel on each system, its texts; and the two files
 * that run functions in cells in Excel on the web. Without telemetry/ and the helper for Office 2013, which call outside.
 */
const OFFICE_FOLDER = 'node_modules/@microsoft/office-js';
const OFFICE_FILES =
  '{office,excel-win32-16.01,excel-web-16.00,excel-mac-16.00,{zh-cn,en-us}/office_strings,' +
  'custom-functions-runtime,excel-web-16.00-core}.js';

/** Pages ask nobody but their own server; styles are written by the component libraries at run time. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

module.exports = () => [taskpane(), commands(), functions(), workbench(), cli()];

function taskpane() {
  return {
    ...shared('taskpane'),
    target: ['web', 'es5'],
    entry: {
      taskpane: inProject('src/pane/index.tsx'),
      // Started by the pane as a worker: what it loads later lies beside it, and it asks as a worker can.
      checking: {
        import: inProject('src/checking/checking-worker.ts'),
        chunkLoading: 'import-scripts',
        publicPath: '../',
      },
    },
    // Relative to the page: Internet Explorer cannot tell from which script it runs.
    output: { ...webOutput('taskpane'), publicPath: '' },
    module: {
      rules: [ES5_RULE, CSS_RULE, TEMPLATE_RULE],
    },
    plugins: [
      cssFile('taskpane'),
      new BundledPackages('taskpane/packages.json'),
      page('taskpane.html', 'src/pane/taskpane.html', ['taskpane']),
      // Its licence wants it unmodified: not to be minified once more.
      new CopyPlugin({
        patterns: [
          {
            context: `${OFFICE_FOLDER}/dist`,
            from: OFFICE_FILES,
            to: 'office/[path][name][ext]',
            info: { minimized: true },
          },
          { from: `${OFFICE_FOLDER}/LICENSE.md`, to: 'office/LICENSE.md' },
        ],
      }),
    ],
  };
}

function commands() {
  return {
    ...shared('commands'),
    target: ['web', 'es5'],
    entry: { commands: inProject('src/commands/index.ts'), notice: inProject('src/commands/notice-page.ts') },
    // Relative to the page, as the pane's.
    output: { ...webOutput('commands'), publicPath: '' },
    module: { rules: [ES5_RULE] },
    plugins: [
      new BundledPackages('commands/packages.json'),
      page('commands.html', 'src/commands/commands.html', ['commands']),
      page('notice.html', 'src/commands/notice.html', ['notice']),
      // All that the manifest names.
      new CopyPlugin({ patterns: [{ context: 'assets/icons', from: '**/*.png', to: 'icons/[path][name][ext]' }] }),
    ],
  };
}

function functions() {
  return {
    ...shared('functions'),
    target: ['web', 'es5'],
    entry: { functions: inProject('src/functions/index.ts') },
    // The manifest names the script and its description: their names stay.
    output: { ...webOutput('functions'), filename: 'functions/[name].js', publicPath: '' },
    module: { rules: [ES5_RULE] },
    plugins: [
      new BundledPackages('functions/packages.json'),
      page('functions.html', 'src/functions/functions.html', ['functions']),
      new CopyPlugin({ patterns: [{ from: 'src/functions/functions.json', to: 'functions/functions.json' }] }),
    ],
  };
}

function workbench() {
  return {
    ...shared('workbench'),
    target: ['web', 'es2020'],
    entry: { workbench: inProject('src/workbench/index.ts') },
    output: webOutput('workbench'),
    resolve: {
      ...shared('workbench').resolve,
      // The grid asks for React 18's entry; see the file.
      alias: { 'react-dom/client': inProject('src/workbench/react-dom-client.ts') },
    },
    module: {
      rules: [
        { test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: 'es2020' } },
        { test: /\.m?js$/, resolve: { fullySpecified: false } },
        CSS_RULE,
      ],
    },
    optimization: { minimizer: [new EsbuildPlugin({ target: 'es2020', css: true, legalComments: 'none' })] },
    // Asked for by a component the page does not show; React 17 has none.
    ignoreWarnings: [{ module: /@univerjs[\\/]design/, message: /useId/ }],
    plugins: [
      // Hyphenation of 75 languages, 5 MB: the grid asks for English only.
      new webpack.IgnorePlugin({
        resourceRegExp: /^\.\/(?!en-)[a-z0-9-]+-[\w-]{8}\.js$/,
        contextRegExp: /@univerjs[\\/]engine-render[\\/]lib[\\/]es$/,
      }),
      cssFile('workbench'),
      new BundledPackages('workbench/packages.json'),
      page('workbench.html', 'src/workbench/workbench.html'),
      new CopyPlugin({
        patterns: [
          { from: 'assets/icons/*.png', to: 'icons/[name][ext]' },
          { from: 'assets/samples', to: 'samples' },
        ],
      }),
    ],
  };
}

function cli() {
  return {
    ...shared('cli'),
    target: 'node20',
    entry: { shenbao: inProject('src/cli/index.ts') },
    output: { path: inProject('dist/cli'), filename: '[name].js', library: { type: 'commonjs2' }, clean: true },
    module: {
      rules: [
        { test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: 'node20' } },
        { test: /\.m?js$/, resolve: { fullySpecified: false } },
        TEMPLATE_RULE,
      ],
    },
    // Readable stack traces are worth more here than bytes.
    optimization: { minimize: false },
    plugins: [
      new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, entryOnly: true }),
      new BundledPackages('packages.json'),
      executable,
    ],
  };
}

function shared(name) {
  return {
    name,
    mode: 'production',
    devtool: false,
    context: __dirname,
    resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
    performance: { hints: false },
    stats: { preset: 'errors-warnings', timings: true, builtAt: true },
    cache: {
      type: 'filesystem',
      name,
      cacheDirectory: inProject('.cache/webpack'),
      buildDependencies: { config: [__filename] },
    },
  };
}

/** All pages share dist/web; each bundle clears its own folder only. */
function webOutput(folder) {
  return {
    path: WEB_FOLDER,
    filename: `${folder}/[name].[contenthash:8].js`,
    chunkFilename: `${folder}/[id].[contenthash:8].js`,
    assetModuleFilename: `${folder}/[name].[contenthash:8][ext]`,
    clean: { keep: (file) => !file.replace(/\\/g, '/').startsWith(`${folder}/`) },
  };
}

function cssFile(folder) {
  return new MiniCssExtractPlugin({
    filename: `${folder}/[name].[contenthash:8].css`,
    chunkFilename: `${folder}/[id].[contenthash:8].css`,
  });
}

function page(filename, template, chunks = 'all') {
  return new HtmlPlugin({
    filename,
    chunks,
    template: inProject(template),
    scriptLoading: 'defer',
    templateParameters: ({ namedChunks }) => ({
      contentSecurityPolicy: CONTENT_SECURITY_POLICY,
      scriptOf: (entry) => [...namedChunks.get(entry).files].find((file) => file.endsWith('.js')),
    }),
  });
}

const ES5_RULE = {
  // Packages too: several are published in newer syntax than Internet Explorer reads.
  test: /\.(tsx?|m?js|cjs)$/,
  exclude: /[\\/]node_modules[\\/](core-js|react|react-dom|scheduler|webpack|css-loader|mini-css-extract-plugin)[\\/]/,
  resolve: { fullySpecified: false },
  loader: 'swc-loader',
  options: {
    isModule: 'unknown',
    env: { targets: { ie: '11' }, mode: 'usage', coreJs: CORE_JS_VERSION },
    jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'classic' } } },
  },
};

const CSS_RULE = { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] };

/** Workbooks as Base64 texts. */
const TEMPLATE_RULE = {
  test: /\.xlsx$/,
  type: 'asset/inline',
  generator: { dataUrl: (content) => content.toString('base64') },
};

const executable = {
  apply(compiler) {
    compiler.hooks.afterEmit.tap('executable', () => fs.chmodSync(inProject('dist/cli/shenbao.js'), 0o755));
  },
};

function inProject(file) {
  return path.join(__dirname, file);
}
