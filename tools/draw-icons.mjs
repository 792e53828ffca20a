/**
 * Draws the PNG files of assets/icons from the SVG files beside them with a headless Chromium: npm run icons
 *
 * icon.svg is the add-in itself. Those of ribbon/ are its buttons: NAME.svg, and NAME-16.svg, which has fewer strokes
 * and stands on the pixels of the smallest size.
 */
import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

const SMALL = 16;
const RIBBON_SIZES = [SMALL, 32, 80];
const ADD_IN_SIZES = [16, 32, 64, 80];
const folder = new URL('../assets/icons/', import.meta.url);

const drawings = ADD_IN_SIZES.map((size) => ({ source: 'icon.svg', target: `icon-${size}.png`, size }));
for (const file of (await fs.readdir(new URL('ribbon/', folder))).sort()) {
  const [, name] = /^([a-z]+)\.svg$/.exec(file) ?? [];
  if (name === undefined) continue;
  for (const size of RIBBON_SIZES) {
    const source = size === SMALL ? `ribbon/${name}-${size}.svg` : `ribbon/${name}.svg`;
    drawings.push({ source, target: `ribbon/${name}-${size}.png`, size });
  }
}

const browser = await chromium.launch({
  executablePath: findChromium() ?? undefined,
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const { source, target, size } of drawings) {
  const svg = await fs.readFile(new URL(source, folder), 'utf8');
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: fileURLToPath(new URL(target, folder)), omitBackground: true });
  await page.close();
}
await browser.close();
