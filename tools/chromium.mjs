// Chromium for the browser tests: named by the environment, installed, or installed now where that is allowed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a Chromium to run, or null. */
export function findChromium() {
  return findInstalled() ?? (installOnDebian() ? findInstalled() : null);
}

function findInstalled() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = [
    process.env.CHROMIUM_PATH,
    ...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...ELSEWHERE,
  ];
  return candidates.find((file) => file && isExecutable(file)) ?? null;
}

/** Only root on Debian and its kin may, and only a whole desktop of Chinese characters is of use to the screenshots. */
function installOnDebian() {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return false;
  console.log('安装 Chromium 和中文字体 installing chromium and fonts-noto-cjk');
  const aptGet = (...commandArguments) =>
    spawnSync('apt-get', ['-qq', ...commandArguments], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return aptGet('update') && aptGet('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
