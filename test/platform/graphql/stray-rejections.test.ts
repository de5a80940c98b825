import { spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { catchStrayRejections } from '../../../src/platform/graphql/stray-rejections.js';
import type { Logger } from '../../../src/platform/logging/logger.js';

it('logs what was rejected until it is taken off', () => {
  const source = new EventEmitter();
  const logged: unknown[] = [];
  const logger = { error: (...line: unknown[]) => void logged.push(line) } as unknown as Logger;
  const stop = catchStrayRejections(logger, source);
  const reason = new TypeError('stray');
  source.emit('unhandledRejection', reason);
  stop();
  source.emit('unhandledRejection', new Error('after'));
  expect(logged).toEqual([[{ err: reason }, 'a rejection that nobody awaited']]);
});

it('is needed: graphql-js 16 ends a process over two bad items of one list', () => {
  const script = `
    import { buildSchema, execute, parse } from 'graphql';
    const schema = buildSchema('type Query { list: [Item!] } type Item { late: Int! now: Int! }');
    const late = () => new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 5));
    const list = [{ late, now: 1 }, { late: 1, now: null }];
    const { errors } = await execute({ schema, document: parse('{ list { late now } }'), rootValue: { list } });
    if (process.argv[1] === 'caught') process.on('unhandledRejection', () => undefined);
    setTimeout(() => process.stdout.write(errors[0].message), 50);
  `;
  const run = (how: string) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', script, how], { cwd: process.cwd(), encoding: 'utf8' });
  expect(run('bare').status).toBe(1);
  expect(run('caught')).toMatchObject({ status: 0, stdout: 'Cannot return null for non-nullable field Item.now.' });
});
