// Workbooks that code imports are Base64 texts, as webpack.config.js has it. Jest loads this as a CommonJS module.
/* eslint-disable @typescript-eslint/no-require-imports */
const { readFileSync } = require('node:fs');

module.exports = {
  process: (_text, file) => {
    const text = JSON.stringify(readFileSync(file).toString('base64'));
    return { code: `Object.defineProperty(exports, '__esModule', { value: true }); exports.default = ${text};` };
  },
};
