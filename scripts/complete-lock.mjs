// Completes package-lock.json with the optional packages of other platforms, which a registry that serves one platform
// leaves out and `npm ci` then misses. They carry their platform, so that only machines of it ever fetch them.
import { readFileSync, writeFileSync } from 'node:fs';

const path = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(path, 'utf8'));
const packages = lock.packages;

const SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'win32',
  'sunos',
  'aix',
  'wasm32',
  'wasi',
];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

/** @param {string} name */
function platformOf(name) {
  const parts = name.split(/[/-]/);
  const os = parts.find((part) => SYSTEMS.includes(part));
  const cpu = parts.find((part) => PROCESSORS.includes(part));
  const libc = parts.some((part) => part.startsWith('musl'))
    ? 'musl'
    : parts.some((part) => part.startsWith('gnu'))
      ? 'glibc'
      : undefined;
  return {
    ...(os === undefined || os.startsWith('wa') ? {} : { os: [os] }),
    ...(cpu === undefined ? { cpu: ['none'] } : { cpu: [cpu] }),
    ...(os === 'linux' && libc ? { libc: [libc] } : {}),
  };
}

/** Whether a package of that name can be found from where another stands. */
const isThere = (from, name) => {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) return true;
    if (at === '' || !at.includes('/node_modules/')) return at !== '' && packages[`node_modules/${name}`] !== undefined;
  }
};

const added = [];
for (const [from, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (from === '' || isThere(from, name)) continue;
    const top = `node_modules/${name}`;
    const place = packages[top] === undefined ? top : `${from}/${top}`;
    packages[place] = {
      version: version.replace(/^[~^]/, ''),
      ...platformOf(name),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
    };
    added.push(place);
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added.length} optional packages of other platforms added`);
for (const place of added) console.log(`  ${place} ${JSON.stringify(lock.packages[place])}`);
