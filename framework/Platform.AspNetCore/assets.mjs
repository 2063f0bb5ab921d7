// Restores the locked npm packages and puts the few files that are used where the project embeds or serves them.
// Called by the build when an input is newer than wwwroot/lib/.stamp; npm runs only when an input has another content.
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const served = {
  '@tabler/core/dist/css/tabler.min.css': 'tabler.min.css',
  '@tabler/core/dist/js/tabler.min.js': 'tabler.min.js',
  'chart.js/dist/chart.umd.min.js': 'chart.umd.min.js',
  'htmx.org/dist/htmx.min.js': 'htmx.min.js',
};
const inputs = ['package.json', 'package-lock.json', 'assets.mjs'];
const icons = 'obj/icons.gz', stamp = 'wwwroot/lib/.stamp', lock = 'obj/assets.lock';

process.chdir(dirname(fileURLToPath(import.meta.url)));
mkdirSync('obj', { recursive: true });
await acquire();
try {
  const wanted = inputs.reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256')).digest('hex');
  const isCurrent = existsSync(stamp) && existsSync(icons) && readFileSync(stamp, 'utf8') === wanted;
  if (!isCurrent) build();
  writeFileSync(stamp, wanted);
} finally {
  rmSync(lock, { force: true });
}

function build() {
  execSync('npm ci --ignore-scripts --no-audit --no-fund --loglevel=error', { stdio: 'inherit' });
  mkdirSync('wwwroot/lib', { recursive: true });
  for (const [from, to] of Object.entries(served)) cpSync(`node_modules/${from}`, `wwwroot/lib/${to}`);
  writeFileSync(icons, gzipSync(iconLines(), { level: 9 }));
}

// One line per outline icon: its name, a tab, the inside of its <svg>.
function iconLines() {
  const nodes = JSON.parse(readFileSync('node_modules/@tabler/icons/tabler-nodes-outline.json', 'utf8'));
  const element = ([tag, attributes]) => `<${tag} ${Object.entries(attributes).map(([k, v]) => `${k}="${v}"`).join(' ')}/>`;
  return Object.entries(nodes).map(([name, parts]) => `${name}\t${parts.map(element).join('')}\n`).join('');
}

// Two builds of the same checkout take turns; a lock whose process is gone is taken over.
async function acquire() {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!isHeld()) rmSync(lock, { force: true });
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }
}

function isHeld() {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    return pid === 0 || process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
