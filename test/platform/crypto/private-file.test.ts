import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOrMakePrivateFile } from '../../../src/platform/crypto/private-file.js';

describe('readOrMakePrivateFile', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'holdline-private-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes the file with mode 0600 in a folder of mode 0700, and leaves nothing else behind', () => {
    const path = join(folder, 'deep', 'er', 'key.json');
    expect(readOrMakePrivateFile(path, () => 'secret')).toBe('secret');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'deep')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, 'deep', 'er'))).toEqual(['key.json']);
  });

  it('reads what is there and makes nothing', () => {
    const path = join(folder, 'key.json');
    readOrMakePrivateFile(path, () => 'first');
    expect(
      readOrMakePrivateFile(path, () => {
        throw new Error('made again');
      }),
    ).toBe('first');
  });

  it('takes the text of whoever was first when two make it at once', () => {
    const path = join(folder, 'key.json');
    const late = readOrMakePrivateFile(path, () => {
      readOrMakePrivateFile(path, () => 'first');
      return 'second';
    });
    expect(late).toBe('first');
    expect(readdirSync(folder)).toEqual(['key.json']);
  });

  it('keeps a file that it cannot read, and leaves none when making fails', () => {
    expect(() => readOrMakePrivateFile(folder, () => 'x')).toThrow(/EISDIR/);
    const path = join(folder, 'key.json');
    expect(() =>
      readOrMakePrivateFile(path, () => {
        throw new Error('no entropy');
      }),
    ).toThrow('no entropy');
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not depend on a mask that would open the file to others', () => {
    const before = process.umask(0);
    try {
      const path = join(folder, 'key.json');
      readOrMakePrivateFile(path, () => 'secret');
      expect(statSync(path).mode & 0o077).toBe(0);
      chmodSync(path, 0o400);
      expect(readFileSync(path, 'utf8')).toBe('secret');
    } finally {
      process.umask(before);
    }
  });
});
