import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const json = (name: string) => JSON.parse(readFileSync(`${ROOT}/${name}`, 'utf8'));
const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  /** Builds for another platform, which a registry of one platform cannot vouch for. */
  readonly optional?: boolean;
}

describe('threat 55 · the supply chain', () => {
  it('has every direct dependency pinned to one version', () => {
    const { dependencies, devDependencies } = json('package.json');
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !EXACT.test(String(version)),
    );
    expect(loose).toEqual([]);
  });

  it('has every package of the lockfile with its version and its digest, but what only other platforms need', () => {
    const packages = Object.entries<Locked>(json('package-lock.json').packages).filter(([path]) => path !== '');
    expect(packages.length).toBeGreaterThan(200);
    expect(
      packages
        .filter(
          ([, { version, integrity, link, optional }]) =>
            !link && !optional && (!version || !/^sha512-/.test(integrity ?? '')),
        )
        .map(([path]) => path),
    ).toEqual([]);
  });

  it('installs from the lockfile alone in CI', () => {
    expect(readFileSync(`${ROOT}/.ci/run`, 'utf8')).toMatch(/^npm ci /m);
  });

  it('gives a bill of materials that names every dependency', { timeout: 60_000 }, () => {
    const { scripts, dependencies } = json('package.json');
    const [program = '', ...words] = scripts.sbom.split(' ');
    const bom = JSON.parse(execFileSync(program, words, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 27 }));
    expect(bom.bomFormat).toBe('CycloneDX');
    const named = new Set(
      bom.components.map(({ name, group }: { name: string; group?: string }) => (group ? `${group}/${name}` : name)),
    );
    expect(Object.keys(dependencies).filter((name) => !named.has(name))).toEqual([]);
  });
});
